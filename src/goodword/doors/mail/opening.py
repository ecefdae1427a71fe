"""When a letter may reach its reader: those that ask or remind wait for working hours there; all others go at once."""

from datetime import datetime, time

from django.conf import settings

from goodword.programme.asks.models import AskLetter
from goodword.programme.meetings.models import MeetingLetter
from goodword.programme.outbox.models import Letter
from goodword.programme.outbox.quiet import Hours, first_hour, zones_of
from goodword.programme.people.models import Person
from goodword.runs.settings.house_rules import asking_hours, workspace_zone


def opening(letter: Letter, now: datetime) -> datetime:
    """The first instant at which a letter may arrive, this one or a later one."""
    if letter.purpose == "reminder":
        return _reminded(letter, now)
    if letter.purpose != "ask":
        return now
    row = AskLetter.objects.filter(letter=letter).select_related("ask__reservation").first()
    place = row.ask.reservation if row else None
    return may_arrive(place.person_id if place else "", now)


def _reminded(letter: Letter, now: datetime) -> datetime:
    """A reminder to an advocate keeps the quiet hours, unless it would then come after the meeting began."""
    row = MeetingLetter.objects.filter(letter=letter, side="advocate").select_related("claim").first()
    if row is None or row.claim.person_id is None:
        return now
    opens = may_arrive(row.claim.person_id, now)
    return opens if opens < letter.expires_at else now


def may_arrive(person_id: str, now: datetime) -> datetime:
    """The first instant at which a letter that asks may reach somebody, by the clocks where they may live."""
    who = Person.objects.filter(person_id=Person.today_of(person_id)).select_related("account").first()
    country = who.account.country if who and who.account else ""
    zones = zones_of(who.timezone if who else "", country, workspace_zone(settings.WORKSPACE_SETTINGS))
    return first_hour(now, zones, _hours()) or now


def _hours() -> Hours:
    begins, ends, weekends = asking_hours(settings.WORKSPACE_SETTINGS)
    return Hours(begins, ends if ends > begins else time.max, frozenset(range(7 if weekends else 5)))
