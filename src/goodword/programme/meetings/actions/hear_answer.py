"""Let whoever needed it hear what somebody answered; a meeting that was agreed does not take place after a no."""

from django.db import transaction

from goodword.programme.asks.models import Answer, Ask
from goodword.programme.meetings.actions.call_off import call_off
from goodword.programme.meetings.telling import Write, tell_rep
from goodword.programme.needs.models import ClaimAsk
from goodword.programme.team.actor import Actor


def hear_answer(ask: Ask, *, write: Write, by: Actor) -> None:
    """Tell it, once an answer: yes, not now or never; nobody says why, and nobody asks.

    Args:
        ask: what was answered just now, in the caller's transaction.
        write: writes the letters of a meeting that is called off.
        by: who answered, or wrote it down.
    """
    tie = ClaimAsk.objects.filter(ask=ask, claim__end=None).select_related("claim__need").first()
    said = Answer.objects.filter(ask=ask).first()
    if tie is None or said is None:
        return
    with transaction.atomic():
        facts: dict[str, object] = {"answer": said.answer}
        changes = ask.earlier_answers.count()
        tell_rep(tie.claim.need, "need_answered", facts, key=f"answer {ask.pk} {changes} {said.answer}")
        if said.answer != Answer.Kind.ACCEPTED:
            call_off(tie.claim, write=write, by=by)
