"""Never send a letter."""

from datetime import datetime
from typing import Literal

from django.db import transaction

from goodword.kit import clock
from goodword.programme.outbox.models import Drop, Letter, Waiting
from goodword.programme.outbox.policies import refuse_withdrawal
from goodword.programme.outbox.purposes import SECRET
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def withdraw_letter(letter: Letter, *, by: Actor, reason: str = "") -> Drop:
    """Take a letter back that still waits.

    Raises:
        GoodwordError: it does not wait any more.
    """
    with transaction.atomic():
        taken, _ = Waiting.objects.filter(letter=letter).delete()
        refusal = None if taken else refuse_withdrawal(Letter.objects.get(pk=letter.pk))
        if refusal is not None:
            raise refusal
        made = drop(letter, "withdrawn", reason, now=clock.now())
        record(by, "withdraw", "letter", str(letter.pk), reason=reason)
    return made


def drop(letter: Letter, reason: Literal["expired", "suppressed", "withdrawn"], note: str, *, now: datetime) -> Drop:
    """Write down, inside the caller's transaction, that a letter is never sent; secret words are wiped."""
    made = Drop.objects.create(letter=letter, at=now, reason=reason, note=note)
    wipe_secret(letter)
    return made


def wipe_secret(letter: Letter) -> None:
    """Wipe words that let somebody in, once the letter is over."""
    if letter.secret:
        Letter.objects.filter(pk=letter.pk).update(text="", html="", calendar="")


def wipe_late_secrets(*, now: datetime) -> int:
    """Wipe words that let somebody in wherever it is too late to use them, whatever became of the letter."""
    return (
        Letter.objects.filter(purpose__in=SECRET, expires_at__lte=now)
        .exclude(text="")
        .update(text="", html="", calendar="")
    )
