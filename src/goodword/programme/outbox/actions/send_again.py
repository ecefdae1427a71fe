"""A person says that a letter is to be sent again: it was refused, or nobody knows whether it arrived."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.outbox.models import Attempt, Ruling, Waiting
from goodword.programme.outbox.policies import refuse_again, refuse_ruling
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def send_again(attempt: Attempt, *, by: Actor, reason: str = "") -> Ruling:
    """Put its letter back into the queue, under the same message id, so that a second copy can be told from a first.

    Args:
        attempt: the last one made.
        by: who takes it upon them that somebody may get two copies.
        reason: why, if they say so.

    Raises:
        GoodwordError: it is at work, has moved on, is decided about already, or it is too late.
    """
    now = clock.now()
    with transaction.atomic():
        attempt = Attempt.objects.select_for_update(of=("self",)).select_related("letter").get(pk=attempt.pk)
        refusal = refuse_ruling(attempt, now=now) or refuse_again(attempt.letter, now=now)
        if refusal is not None:
            raise refusal
        who = f"{by.kind}:{by.ident}" if by.ident else by.kind
        ruling = Ruling.objects.create(attempt=attempt, at=now, by=who, verdict="again", reason=reason)
        Waiting.objects.create(letter=attempt.letter, due_at=now, priority=attempt.letter.priority)
        record(by, "send_again", "letter", str(attempt.letter_id), after={"attempt": attempt.number}, reason=reason)
    return ruling
