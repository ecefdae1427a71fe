"""Write down how an attempt ended, and what follows from it."""

from datetime import datetime, timedelta
from typing import Literal

from django.db import transaction

from goodword.programme.outbox.actions.drop_letter import drop, wipe_secret
from goodword.programme.outbox.models import Attempt, Outcome, Waiting

type Result = Literal["sent", "later", "refused", "unsure"]

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (15, 60, 300, 900, 3_600))
"""How long to wait before the next attempt, by how many were made; the last one holds from then on."""

_ANSWER_LIMIT = 1_000


def record_outcome(attempt: Attempt, result: Result, answer: str, *, now: datetime) -> Outcome:
    """Write down how an attempt ended. What was put off goes back into the queue, unless it would then be too late.

    Args:
        attempt: the attempt.
        result: sent, later, refused or unsure.
        answer: what the receiving server said, or why it said nothing.
        now: this instant.
    """
    letter = attempt.letter
    with transaction.atomic():
        outcome = Outcome.objects.create(attempt=attempt, at=now, result=result, answer=answer[:_ANSWER_LIMIT])
        if result == "later":
            due = now + PAUSES[min(attempt.number, len(PAUSES)) - 1]
            if due < letter.expires_at:
                Waiting.objects.create(letter=letter, due_at=due, priority=letter.priority)
            else:
                drop(letter, "expired", answer[:_ANSWER_LIMIT], now=now)
        elif result == "sent":
            wipe_secret(letter)
    return outcome
