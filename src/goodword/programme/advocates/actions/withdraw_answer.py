"""Take an answer to a moment back: the moment waits again."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.advocates.answering import MomentAnswer, MomentAnswerWithdrawal
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def withdraw_answer(answer: MomentAnswer, *, by: Actor) -> None:
    """Undo an answer; doing it again changes nothing. What was said to the customer stays said."""
    with transaction.atomic():
        _, made = MomentAnswerWithdrawal.objects.get_or_create(
            answer=answer, defaults={"at": clock.now(), "by": by.user_id}
        )
        if made:
            before = {"verb": answer.verb, "signal": answer.signal_id, "answer": answer.pk}
            record(by, "withdraw", "answer", answer.person_id, before=before)
