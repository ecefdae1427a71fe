"""A meeting that was agreed to, and its times: one call each."""

from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

from icalendar import Calendar

from goodword.doors.mail.composing import compose
from goodword.doors.mail.meetings import write
from goodword.kit import clock
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.meetings.actions.offer_times import offer_times
from goodword.programme.meetings.actions.pick_slot import pick_slot
from goodword.programme.meetings.models import Offer, Pick
from goodword.programme.needs.actions.claim_proposal import claim_proposal
from goodword.programme.needs.actions.tie_ask import tie_ask
from goodword.programme.needs.models import Claim
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from tests.permissions import CONSOLE
from tests.programme.needs.wanted import filed, proposed

ALLOWED = "We may give your name to one company."


def actor_of(user: User) -> Actor:
    return Actor("user", str(user.pk), str(user), "web", user_id=str(user.pk))


def agreed(who: str = "hemi", *, by: Actor = CONSOLE, answer: str = "accepted", **more: Any) -> Claim:  # noqa: ANN401  # fields of a need
    """A need for which somebody was asked, Hemi unless it says otherwise, and answered."""
    need = filed(by=by, prospect="Hallam Breweries", deal_id="D-7", **more)
    claim = claim_proposal(proposed(need, who)[0], day=clock.today(), bounds=Bounds(), by=by)
    ask = ask_person(who, "reference_call", day=clock.today(), bounds=Bounds(), by=CONSOLE)
    tie_ask(claim, ask, by=CONSOLE)
    if answer:
        answer_ask(ask, answer, day=clock.today(), by=CONSOLE)
    return Claim.objects.get(pk=claim.pk)


def in_days(*days: float) -> list[datetime]:
    """Instants so many days ahead, to the minute."""
    now = clock.now().replace(second=0, microsecond=0)
    return [now + timedelta(days=one) for one in days]


def offered(claim: Claim, *days: float, zone: str = "Pacific/Auckland") -> Offer:
    return offer_times(claim, in_days(*(days or (3, 4, 5))), zone=zone, minutes=30, wording=ALLOWED, by=CONSOLE)


def picked(claim: Claim, *days: float, place: str = "https://meet.example/7") -> Pick:
    """The first of some times."""
    slot = offered(claim, *days).slots.order_by("starts_at")[0]
    return pick_slot(slot, write=write, by=CONSOLE, place=place)


def event_in(text: str | bytes) -> Any:  # noqa: ANN401  # each property of an event has a type of its own
    """The one event of a calendar, as the library reads it."""
    [event] = Calendar.from_ical(text).walk("VEVENT")
    return event


def entry_in(letter: Letter) -> Any:  # noqa: ANN401  # an event as the library reads it
    """The event of the calendar that travels with a letter, read from the bytes that leave."""
    message = message_from_bytes(compose(letter, now=clock.now()), policy=default)
    [part] = [one for one in message.walk() if one.get_content_type() == "text/calendar"]
    text = part.get_payload(decode=True)
    assert isinstance(text, bytes)
    calendar = Calendar.from_ical(text)
    assert str(calendar["METHOD"]) == part.get_param("method")
    [event] = calendar.walk("VEVENT")
    return event
