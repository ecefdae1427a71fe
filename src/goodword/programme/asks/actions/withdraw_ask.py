"""Take an ask back that never reached the person."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.asks.actions.release_place import release_place
from goodword.programme.asks.models import Ask, AskWithdrawal
from goodword.programme.asks.policies import refuse_withdrawal
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def withdraw_ask(ask: Ask, *, by: Actor, reason: str) -> AskWithdrawal:
    """Take an ask back and free its place; again is the one that is there.

    Args:
        ask: one that was made here and that nobody answered.
        by: who takes it back.
        reason: why it never reached them.

    Raises:
        GoodwordError: they answered, no reason is given, or the ask arrived as a record.
    """
    with transaction.atomic():
        there = AskWithdrawal.objects.filter(ask=ask).first()
        if there is not None:
            return there
        refusal = refuse_withdrawal(ask, reason)
        if refusal is not None:
            raise refusal
        row = AskWithdrawal.objects.create(ask=ask, withdrawn_at=clock.now(), reason=reason.strip())
        if ask.reservation is not None:
            release_place(ask.reservation, by=by, reason=reason)
        record(by, "withdraw", "ask", ask.ledger_id, reason=row.reason)
    return row
