"""Take the next letter that is due, so that nobody else sends it."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from goodword.programme.outbox.actions.drop_letter import drop
from goodword.programme.outbox.models import Attempt, Letter, Waiting
from goodword.programme.outbox.purposes import ALWAYS_TRIED

type Suppressed = Callable[[str], str]
"""Says why an address must get nothing; empty where it may."""

type Overtaken = Callable[[Letter], str]
"""Says why a letter must not leave any more, such as that whoever wrote it took it back; empty where it may."""

type Opening = Callable[[Letter, datetime], datetime]
"""Says when a letter may arrive: the instant it is given, or a later one."""

_AT_ONCE = 20


def nobody_is(_address: str) -> str:
    """Nobody wants to be left in peace."""
    return ""


def nothing_is(_letter: Letter) -> str:
    """Nothing has happened since it was queued."""
    return ""


def at_any_hour(_letter: Letter, now: datetime) -> datetime:
    """Every hour is one at which it may arrive."""
    return now


def claim_letter(
    worker: str,
    *,
    now: datetime,
    suppressed: Suppressed = nobody_is,
    overtaken: Overtaken = nothing_is,
    opening: Opening = at_any_hour,
) -> Attempt | None:
    """Claim the most urgent letter that is due, and return the attempt to make; None where nothing is due.

    The attempt is on the disk when this returns: it must not be called inside a transaction. Letters that are too late,
    or to somebody who wants none, are dropped on the way.

    Args:
        worker: who will send it.
        now: this instant.
        suppressed: asked for each address.
        overtaken: asked for each letter, in the transaction that claims it.
        opening: asked for each letter when it may arrive; one that may not yet waits until then.
    """
    while True:
        candidates = list(Waiting.objects.due(now).values_list("letter_id", flat=True)[:_AT_ONCE])
        if not candidates:
            return None
        for letter_id in candidates:
            attempt = claim_one(letter_id, worker, now=now, suppressed=suppressed, overtaken=overtaken, opening=opening)
            if attempt is not None:
                return attempt


def claim_one(
    letter_id: int,
    worker: str,
    *,
    now: datetime,
    suppressed: Suppressed = nobody_is,
    overtaken: Overtaken = nothing_is,
    opening: Opening = at_any_hour,
) -> Attempt | None:
    """Claim one letter, if it is due, may arrive now, and nobody else has it."""
    # Durable: this raises inside another transaction, where a claim could still be rolled back after the mail left.
    with transaction.atomic(durable=True):
        if not Waiting.objects.filter(letter_id=letter_id, due_at__lte=now).delete()[0]:
            return None  # somebody else took it
        letter = Letter.objects.get(pk=letter_id)
        left_alone = "" if letter.purpose in ALWAYS_TRIED else suppressed(letter.to)
        unwanted = left_alone or overtaken(letter)
        if now >= letter.expires_at or unwanted:
            drop(letter, "suppressed" if unwanted else "expired", unwanted, now=now)
            return None
        opens = opening(letter, now)
        if opens > now:
            Waiting.objects.create(letter=letter, due_at=opens, priority=letter.priority)
            return None
        last = letter.attempts.aggregate(last=Max("number"))["last"] or 0
        return Attempt.objects.create(letter=letter, number=last + 1, claimed_at=now, worker=worker)
