"""Let a person answer otherwise than before; what they had said is kept."""

from datetime import date

from django.db import transaction

from goodword.kit import clock
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.models import Answer, Ask, EarlierAnswer
from goodword.programme.asks.policies import refuse_change
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def change_answer(ask: Ask, answer: str, *, day: date, by: Actor, done: bool) -> Answer:
    """Let the answer of a person count from now on, also where they gave another one; the same again changes nothing.

    Only they themselves may answer twice: whoever writes down what they heard calls `answer_ask`.

    Args:
        ask: one that was made here.
        answer: accepted, declined, not_now or never.
        day: when they say it.
        by: who says it: the person, by their own page or a link.
        done: whether what was asked for is done: then it stays.

    Raises:
        GoodwordError: it is done, the ask was taken back, or it is not ours to answer.
    """
    with transaction.atomic():
        Ask.objects.select_for_update().get(pk=ask.pk)  # who answers at this moment waits
        there = Answer.objects.filter(ask=ask).first()
        if there is None or there.answer == answer:
            return answer_ask(ask, answer, day=day, by=by)
        refusal = refuse_change(ask, answer, day=day, done=done)
        if refusal is not None:
            raise refusal
        before = there.answer
        EarlierAnswer.objects.create(ask=ask, answer=before, answered_on=there.answered_on, replaced_at=clock.now())
        there.answer, there.answered_on = answer, day
        there.save(update_fields=["answer", "answered_on"])
        record(by, "change", "ask", ask.ledger_id, before={"answer": before}, after={"answer": answer})
    return there
