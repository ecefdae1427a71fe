"""End a need with what hangs on it: a meeting to come is called off, and whoever did what was asked is thanked."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.meetings.actions.call_off import call_off
from goodword.programme.meetings.standing import newest_pick
from goodword.programme.meetings.telling import Telling, Write, post
from goodword.programme.needs.actions.end_need import end_need
from goodword.programme.needs.models import Need, NeedEnding
from goodword.programme.team.actor import Actor


def close_need(need: Need, how: str, *, write: Write, by: Actor, reason: str = "") -> NeedEnding:
    """End it, as `end_need` does; every door calls this one.

    Args:
        need: which.
        how: done, missed or cancelled.
        write: writes the letters.
        by: who says so.
        reason: why, where it is cancelled.

    Raises:
        GoodwordError: it ended in another way, nothing was claimed that could be done, or no reason is given.
    """
    with transaction.atomic():
        ending = end_need(need, how, by=by, reason=reason)
        claim = need.standing_claim
        if claim is None or claim.person_id is None:
            return ending
        pick = newest_pick(claim)
        if pick is not None and pick.slot is not None and pick.slot.starts_at > clock.now():
            call_off(claim, write=write, by=by)
        if how == "done":
            post(Telling(claim, "thanks", "advocate"), write=write, by=by)
    return ending
