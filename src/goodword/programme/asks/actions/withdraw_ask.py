"""Take an ask back that never reached the person."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.asks.actions.release_place import release_place
from goodword.programme.asks.models import Ask, AskLetter, AskWithdrawal
from goodword.programme.asks.policies import refuse_after_leaving, refuse_withdrawal
from goodword.programme.outbox.actions.drop_letter import drop
from goodword.programme.outbox.models import Waiting
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def withdraw_ask(ask: Ask, *, by: Actor, reason: str) -> AskWithdrawal:
    """Take an ask back with its letter and free its place; again is the one that is there.

    Args:
        ask: one that was made here and that nobody answered.
        by: who takes it back.
        reason: why it never reached them.

    Raises:
        GoodwordError: they answered, its letter left, no reason is given, or the ask arrived as a record.
    """
    with transaction.atomic():
        there = AskWithdrawal.objects.filter(ask=ask).first()
        if there is not None:
            return there
        refusal = refuse_withdrawal(ask, reason)
        if refusal is not None:
            raise refusal
        _keep_back(ask, reason)
        row = AskWithdrawal.objects.create(ask=ask, withdrawn_at=clock.now(), reason=reason.strip())
        if ask.reservation is not None:
            release_place(ask.reservation, by=by, reason=reason)
        record(by, "withdraw", "ask", ask.ledger_id, reason=row.reason)
    return row


def _keep_back(ask: Ask, reason: str) -> None:
    """Take its letter out of the queue, if it is there still; whoever wants to send it now finds nothing.

    Raises:
        GoodwordError: it has left, or may have.
    """
    sent = AskLetter.objects.filter(ask=ask).select_related("letter").first()
    if sent is None:
        return
    if Waiting.objects.filter(letter=sent.letter).delete()[0]:
        drop(sent.letter, "withdrawn", reason.strip(), now=clock.now())
        return
    refusal = refuse_after_leaving(sent.letter)
    if refusal is not None:
        raise refusal
