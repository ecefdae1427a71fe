"""A person says that a letter of which nobody knew has arrived."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.outbox.actions.drop_letter import wipe_secret
from goodword.programme.outbox.models import Attempt, Ruling
from goodword.programme.outbox.policies import refuse_ruling
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def confirm_arrival(attempt: Attempt, *, by: Actor, reason: str = "") -> Ruling:
    """Note that it arrived, so that it is not sent again.

    Raises:
        GoodwordError: it is at work, has moved on, or is decided about already.
    """
    now = clock.now()
    with transaction.atomic():
        attempt = Attempt.objects.select_for_update(of=("self",)).select_related("letter").get(pk=attempt.pk)
        refusal = refuse_ruling(attempt, now=now)
        if refusal is not None:
            raise refusal
        who = f"{by.kind}:{by.ident}" if by.ident else by.kind
        ruling = Ruling.objects.create(attempt=attempt, at=now, by=who, verdict="arrived", reason=reason)
        wipe_secret(attempt.letter)
        record(by, "confirm", "letter", str(attempt.letter_id), after={"attempt": attempt.number}, reason=reason)
    return ruling
