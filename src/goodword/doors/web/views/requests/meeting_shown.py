"""The meeting of a request, as its page shows it: in the zone of the reader, and in that of the advocate."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from goodword.doors.web.views.requests.shown import ShownClaim
from goodword.kit import clock
from goodword.programme.meetings.standing import Meeting, meeting_of
from goodword.programme.meetings.times import zone_named
from goodword.programme.meetings.wording import STATE_LABELS, when_told
from goodword.programme.needs.models import Need
from goodword.programme.needs.wording import QUESTION_LABELS, Words


@dataclass(frozen=True, slots=True)
class ShownTime:
    """One time, as both sides' clocks show it."""

    number: int
    here: str
    there: str
    past: bool
    picked: bool


@dataclass(frozen=True, slots=True)
class ShownMeeting:
    """A meeting on the page of a request."""

    meeting: Meeting
    label: Words
    times: list[ShownTime]
    picked: ShownTime | None


def meeting_on_request(claim: ShownClaim | None, zone: ZoneInfo) -> ShownMeeting | None:
    """The meeting that was agreed for a request; None where there is none.

    Args:
        claim: who was claimed.
        zone: of the reader.
    """
    if claim is None or claim.claim.person_id is None:
        return None
    now = clock.now()
    meeting = meeting_of(claim.claim, now=now)
    if meeting.state in {"none", "ended"}:
        return None
    holds = meeting.slot.pk if meeting.slot else 0
    times = [
        ShownTime(
            number=slot.pk,
            here=when_told(slot.starts_at, zone),
            there=when_told(slot.starts_at, zone_named(meeting.offer.zone)) if meeting.offer else "",
            past=slot.starts_at <= now,
            picked=slot.pk == holds,
        )
        for slot in meeting.slots
    ]
    return ShownMeeting(meeting, STATE_LABELS[meeting.state], times, next((one for one in times if one.picked), None))


def advocate_said(need: Need) -> list[tuple[Words, bool, str]]:
    """What the advocate said afterwards: the question, yes or no, and more of it."""
    rows = need.feedback.filter(side="advocate").order_by("pk")
    return [(QUESTION_LABELS[one.question], one.yes, one.words) for one in rows]
