"""Pick one of the times that were proposed: once, whoever else picks at the same moment; both sides get an entry."""

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.meetings.actions.offer_times import locked_meeting
from goodword.programme.meetings.models import Pick, Slot
from goodword.programme.meetings.policies import may_take_place, refuse_pick
from goodword.programme.meetings.telling import SIDES, Telling, Write, post
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def pick_slot(slot: Slot, *, write: Write, by: Actor, place: str = "", instead_of: int | None = None) -> Pick:
    """Pick it; the same again is the pick that is there.

    The pick and both letters with their calendar entries are written together or not at all.

    Args:
        slot: one of the times of the newest offer.
        write: writes the letters.
        by: who needs it.
        place: how to join, such as a link.
        instead_of: the number of the pick it takes the place of; None for the first.

    Raises:
        GoodwordError: it counts no more, another one is picked, it has passed, or the meeting may not take place.
    """
    with transaction.atomic():
        meeting = locked_meeting(slot.offer.claim)
        there = meeting.pick
        if (
            there is not None
            and there.slot_id == slot.pk
            and meeting.state == "picked"
            and there.place == place.strip()
        ):
            return there
        refusal = refuse_pick(meeting, slot, instead_of=instead_of, place=place.strip(), now=clock.now())
        refusal = refusal or may_take_place(meeting.claim, day=clock.today())
        if refusal is not None:
            raise refusal
        sequence = there.sequence + 1 if there else 0
        facts = {"slot": slot, "place": place.strip(), "at": clock.now(), "by": by.user_id}
        try:
            with transaction.atomic():
                pick = Pick.objects.create(claim=meeting.claim, sequence=sequence, **facts)
        except IntegrityError as error:
            raise _meanwhile() from error
        record(
            by, "pick", "meeting", str(meeting.claim.need_id), after={"starts_at": slot.starts_at, "sequence": sequence}
        )
        for side in SIDES:
            post(Telling(meeting.claim, "invitation", side, pick, sequence), write=write, by=by)
    return pick


def _meanwhile() -> GoodwordError:
    return GoodwordError("picked-meanwhile", "Somebody else picks a time at this moment.", "Look again.", retry=True)
