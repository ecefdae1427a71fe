"""A meeting they said yes to: when it would suit them, that they find no time, that they cannot come; how it was."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from goodword.doors.mail.meetings import write
from goodword.doors.portal.saying.answers import ask_of
from goodword.doors.portal.saying.step import Step, Sure, Visit, Wish, nothing_chosen
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.asks.models import Ask
from goodword.programme.meetings.actions.call_off import call_off
from goodword.programme.meetings.actions.offer_times import find_no_time, offer_times
from goodword.programme.meetings.models import MOST_TIMES
from goodword.programme.meetings.policies import no_meeting, refuse_offer
from goodword.programme.meetings.standing import Meeting, meeting_of, meeting_of_ask
from goodword.programme.meetings.times import instant_of, refuse_times, zone_named
from goodword.programme.meetings.wording import when_told
from goodword.programme.needs.actions.keep_feedback import keep_feedback
from goodword.programme.needs.models import QUESTIONS, Claim
from goodword.programme.needs.wording import QUESTION_LABELS
from goodword.programme.outbox.quiet import known_zones, zones_of
from goodword.programme.people.models import Person
from goodword.programme.permissions.models import ActKind
from goodword.runs.settings.house_rules import workspace_zone

LENGTHS = (15, 20, 30, 45, 60, 90)
_LONGEST_NUMBER = 18
_PLACES = range(1, MOST_TIMES + 1)


def meeting_shown(meeting: Meeting | None) -> dict[str, Any] | None:
    """A meeting as its part of a page shows it; None where there is none."""
    if meeting is None or meeting.state == "none":
        return None
    zone = zone_named(meeting.slot.offer.zone if meeting.slot else meeting.offer.zone) if meeting.offer else None
    ending = getattr(meeting.claim.need, "ending", None)
    said = {one.question: one for one in meeting.claim.need.feedback.filter(side="advocate")} if ending else {}
    return {
        "meeting": meeting,
        "claim": meeting.claim.pk,
        "when": when_told(meeting.slot.starts_at, zone) if meeting.slot and zone else "",
        "times": [when_told(slot.starts_at, zone) for slot in meeting.slots] if zone else [],
        "wording": wording(),
        "form": _form(meeting) if meeting.state in {"wanted", "no_time", "offered", "turned_down"} else None,
        "questions": [
            (f"{name}", QUESTION_LABELS[name], said.get(name))
            for name in (QUESTIONS["advocate"] if ending and ending.how != "cancelled" else ())
        ],
    }


def meeting_of_their_ask(ask: Ask) -> dict[str, Any] | None:
    """The meeting that an ask is for, as its part of a page shows it."""
    said = getattr(ask, "answer", None)
    if said is None or said.answer != "accepted":
        return None
    return meeting_shown(meeting_of_ask(ask, now=clock.now()))


def claim_of(person_id: str, about: str) -> Claim | None:
    """The claim with this number, if it is theirs."""
    if not (about.isascii() and about.isdecimal() and len(about) <= _LONGEST_NUMBER):
        return None
    rows = Claim.objects.standing().filter(pk=int(about), person__in=Person.objects.same_as(person_id))
    return rows.select_related("need__act_kind", "person__root").first()


def wording() -> str:
    """What they allow by proposing times."""
    return _("We may give your name to one company that thinks of choosing us, for this one meeting and nothing else.")


def _form(meeting: Meeting) -> dict[str, Any]:
    """What the form offers: zones of their country first, a length, and three gaps; filled with what they gave."""
    person = meeting.claim.person
    assert person is not None  # noqa: S101  # a meeting is somebody's
    today = person.root or person
    country = today.account.country if today.account else ""
    near = [str(zone) for zone in zones_of(today.timezone, country, workspace_zone(_tables()))]
    there = meeting.offer if meeting.offer and meeting.offer.slots.exists() else None
    zone = there.zone if there else near[0]
    kind = ActKind.objects.get(pk=meeting.claim.need.act_kind_id)
    told = [slot.starts_at.astimezone(zone_named(zone)) for slot in meeting.slots]
    return {
        "near": near,
        "zones": [one for one in known_zones() if one not in near],
        "zone": zone,
        "lengths": LENGTHS,
        "minutes": there.minutes if there else max((one for one in LENGTHS if one <= kind.minutes), default=30),
        "gaps": [
            {"n": n, "day": f"{told[n - 1]:%Y-%m-%d}" if n <= len(told) else "",
             "time": f"{told[n - 1]:%H:%M}" if n <= len(told) else ""}
            for n in _PLACES
        ],
        "today": clock.today().isoformat(),
    }  # fmt: skip


def _tables() -> dict[str, Any]:
    return dict(settings.WORKSPACE_SETTINGS)


def _meeting(visit: Visit, wish: Wish) -> Meeting:
    """The meeting that is meant.

    Raises:
        GoodwordError: there is none of theirs.
    """
    link = visit.link
    claim: Claim | None = None
    if link is not None and link.purpose == "answer":
        ask = ask_of(visit.person_id, link.about)
        found = meeting_of_ask(ask, now=clock.now()) if ask else None
        claim = found.claim if found else None
    else:
        claim = claim_of(visit.person_id, link.about if link and link.purpose == "slots" else wish["claim"])
    if claim is None:
        raise no_meeting()
    return meeting_of(claim, now=clock.now())


def _times(wish: Wish) -> tuple[list[datetime], int]:
    """The instants they gave, and for how many minutes.

    Raises:
        GoodwordError: a time is none, or only half of it is there.
    """
    zone = zone_named(wish["zone"])
    minutes = wish["minutes"]
    if not (minutes.isascii() and minutes.isdecimal() and int(minutes[:4]) in LENGTHS):
        raise nothing_chosen()
    return list(_given(wish, zone)), int(minutes)


def _given(wish: Wish, zone: Any) -> Iterator[datetime]:  # noqa: ANN401  # a zone
    for n in _PLACES:
        day, at = wish[f"day{n}"], wish[f"time{n}"]
        if day or at:
            yield instant_of(day, at, zone)


def _sure_to_offer(visit: Visit, wish: Wish) -> Sure:
    times, minutes = _times(wish)
    refusal = refuse_offer(_meeting(visit, wish)) or refuse_times(times, minutes=minutes, now=clock.now())
    if refusal is not None:
        raise refusal
    zone = zone_named(wish["zone"])
    return Sure(
        _("Propose these times?"),
        _("%(allowed)s You can change the times until one is picked. Each is for %(minutes)s minutes:")
        % {"allowed": wording(), "minutes": minutes},
        _("Propose them"),
        lines=tuple(when_told(at, zone) for at in sorted(times)),
    )


def _offer(visit: Visit, wish: Wish) -> None:
    times, minutes = _times(wish)
    offer_times(_meeting(visit, wish).claim, times, zone=wish["zone"], minutes=minutes, wording=wording(), by=visit.by)


def _sure_of_no_time(visit: Visit, wish: Wish) -> Sure:
    refusal = refuse_offer(_meeting(visit, wish))
    if refusal is not None:
        raise refusal
    return Sure(
        _("You find no time?"), _("Then we write to you, and find one together. You can still give times here."),
        _("Write to me"),
    )  # fmt: skip


def _no_time(visit: Visit, wish: Wish) -> None:
    find_no_time(_meeting(visit, wish).claim, by=visit.by)


def _sure_to_call_off(visit: Visit, wish: Wish) -> Sure:
    if _meeting(visit, wish).state != "picked":
        raise GoodwordError(
            "nothing-to-call-off", _("No time is agreed that could be called off."), _("Go back and look again.")
        )
    return Sure(
        _("You cannot come?"),
        _("The other side is told at once, and nobody asks why. You can give other times after that."),
        _("Call it off"),
    )


def _call_off(visit: Visit, wish: Wish) -> None:
    call_off(_meeting(visit, wish).claim, write=write, by=visit.by)


def _sure_how_it_was(visit: Visit, wish: Wish) -> Sure:
    _meeting(visit, wish)
    if not any(wish[name] in {"yes", "no"} for name in QUESTIONS["advocate"]):
        raise nothing_chosen()
    answers = {"yes": _("Yes"), "no": _("No")}
    lines = [
        f"{QUESTION_LABELS[name]} {answers[wish[name]]}" for name in QUESTIONS["advocate"] if wish[name] in answers
    ]
    return Sure(
        _("How was it?"), _("This is kept with the meeting, for those who run the programme."), _("Send it"),
        words=wish["words"], lines=tuple(lines),
    )  # fmt: skip


def _say_how_it_was(visit: Visit, wish: Wish) -> None:
    need = _meeting(visit, wish).claim.need
    for name in QUESTIONS["advocate"]:
        if wish[name] in {"yes", "no"}:
            keep_feedback(need, "advocate", name, yes=wish[name] == "yes", by=visit.by, words=wish["words"])


_GAPS = tuple(f"{name}{n}" for n in _PLACES for name in ("day", "time"))

MEETINGS: dict[str, Step] = {
    "offer": Step(_sure_to_offer, _offer, ("claim", "zone", "minutes", *_GAPS)),
    "no_time": Step(_sure_of_no_time, _no_time, ("claim",)),
    "call_off": Step(_sure_to_call_off, _call_off, ("claim",)),
    "how_it_was": Step(_sure_how_it_was, _say_how_it_was, ("claim", "words", *QUESTIONS["advocate"])),
}
"""What can be said about a meeting."""
