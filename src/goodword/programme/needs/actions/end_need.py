"""End a need: done, missed or cancelled; and open it again."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.needs.actions.claim_proposal import locked_need
from goodword.programme.needs.models import Need, NeedEnding
from goodword.programme.needs.policies import refuse_ending
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def end_need(need: Need, how: str, *, by: Actor, reason: str = "") -> NeedEnding:
    """End it; the same end again is the one that is there.

    Args:
        need: which.
        how: done, missed or cancelled.
        by: who says so.
        reason: why, where it is cancelled; no names, as it stands on the audit trail for good.

    Raises:
        GoodwordError: it ended in another way, nothing was claimed that could be done, or no reason is given.
    """
    with transaction.atomic():
        need = locked_need(need.pk)
        refusal = refuse_ending(need, how, reason)
        if refusal is not None:
            raise refusal
        facts = {"how": how, "reason": reason.strip(), "at": clock.now(), "by": by.user_id}
        row, made = NeedEnding.objects.get_or_create(need=need, defaults=facts)
        if made:
            record(by, "end", "need", str(need.pk), after={"how": how}, reason=row.reason)
    return row


def reopen_need(need: Need, *, by: Actor) -> Need:
    """Take its end back; what is open already stays as it is."""
    with transaction.atomic():
        need = locked_need(need.pk)
        there = NeedEnding.objects.filter(need=need).first()
        if there is not None:
            there.delete()
            record(by, "reopen", "need", str(need.pk), before={"how": there.how}, reason=there.reason)
    return Need.objects.get(pk=need.pk)
