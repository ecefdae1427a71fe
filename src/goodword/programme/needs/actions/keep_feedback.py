"""Keep what one side says afterwards: whether it was worth their time, and whether it helped."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.needs.actions.claim_proposal import locked_need
from goodword.programme.needs.models import Feedback, Need
from goodword.programme.needs.policies import refuse_feedback
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def keep_feedback(need: Need, side: str, question: str, *, yes: bool, by: Actor, words: str = "") -> Feedback:
    """Keep it; what is said again takes the place of what was said before.

    Args:
        need: of which.
        side: rep or advocate.
        question: one of `models.QUESTIONS` of that side.
        yes: what they say.
        by: who says it.
        words: more of it, if they like.

    Raises:
        GoodwordError: nobody asked that, or it did not happen yet.
    """
    with transaction.atomic():
        need = locked_need(need.pk)
        refusal = refuse_feedback(need, side, question, words)
        if refusal is not None:
            raise refusal
        facts = {"yes": yes, "words": words.strip(), "at": clock.now(), "by": by.user_id}
        row, _made = Feedback.objects.update_or_create(need=need, side=side, question=question, defaults=facts)
        record(by, "say", "need", str(need.pk), after={"question": question, "yes": yes})
    return row
