"""Call a meeting off that has its time, or ask for other times before one is picked."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.meetings.actions.offer_times import locked_meeting
from goodword.programme.meetings.models import OtherTimes, Pick
from goodword.programme.meetings.policies import refuse_other_times
from goodword.programme.meetings.standing import newest_pick
from goodword.programme.meetings.telling import SIDES, Telling, Write, post, tell_rep
from goodword.programme.needs.actions.claim_proposal import locked_need
from goodword.programme.needs.models import Claim
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def call_off(claim: Claim, *, write: Write, by: Actor) -> Pick | None:
    """Let a meeting not take place; both sides are told, and new times may be proposed. Again changes nothing.

    Args:
        claim: whose meeting.
        write: writes the letters.
        by: who calls it off: either side.

    Returns:
        what holds now; None where nothing was ever picked.
    """
    with transaction.atomic():
        locked_need(claim.need_id)
        before = newest_pick(claim)
        if before is None or before.slot is None:
            return before
        sequence = before.sequence + 1
        pick = Pick.objects.create(claim=claim, sequence=sequence, slot=None, at=clock.now(), by=by.user_id)
        record(by, "call_off", "meeting", str(claim.need_id), before={"starts_at": before.slot.starts_at})
        if before.slot.starts_at > clock.now():
            for side in SIDES:
                post(Telling(claim, "cancellation", side, pick, sequence, before), write=write, by=by)
        if by.user_id != claim.need.by or not by.user_id:
            tell_rep(claim.need, "meeting_called_off", {}, key=f"called off {pick.pk}")
    return pick


def ask_other_times(claim: Claim, *, write: Write, by: Actor) -> OtherTimes:
    """Say that none of the times suits; the advocate is written to, and proposes others. Again changes nothing.

    Raises:
        GoodwordError: no times wait, one is picked already, or the request is over.
    """
    with transaction.atomic():
        meeting = locked_meeting(claim)
        refusal = refuse_other_times(meeting)
        if refusal is not None:
            raise refusal
        offer = meeting.offer
        assert offer is not None  # noqa: S101  # it is offered, or was turned down
        row, made = OtherTimes.objects.get_or_create(offer=offer, defaults={"at": clock.now(), "by": by.user_id})
        if made:
            record(by, "turn_down", "meeting", str(claim.need_id), after={"offer": offer.nth})
            post(Telling(meeting.claim, "other_times", "advocate", None, offer.nth), write=write, by=by)
    return row
