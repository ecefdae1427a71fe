"""Write down what a person answered to an ask."""

from datetime import date

from django.db import IntegrityError, transaction

from goodword.programme.asks.models import Answer, Ask
from goodword.programme.asks.policies import answered_already, refuse_answer
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def answer_ask(ask: Ask, answer: str, *, day: date, by: Actor) -> Answer:
    """Write an answer down, once; the same again is the one that is there.

    "Not now" and "never" count at once: the next ask is refused.

    Args:
        ask: one that was made here.
        answer: accepted, declined, not_now, never or no_answer.
        day: when they said it.
        by: who writes it down.

    Raises:
        GoodwordError: another answer is there, the day is before the ask, or the ask is not ours to answer.
    """
    with transaction.atomic():
        there = Answer.objects.filter(ask=ask).first()
        refusal = refuse_answer(ask, there, answer, day=day)
        if refusal is not None:
            raise refusal
        if there is not None:
            return there
        try:
            with transaction.atomic():
                row = Answer.objects.create(ask=ask, answer=answer, answered_on=day)
        except IntegrityError as error:
            raise answered_already() from error
        record(by, "answer", "ask", ask.ledger_id, after={"answer": answer})
    return row
