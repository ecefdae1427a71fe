"""Where letters stand, in words: for lists on pages and on the console."""

from collections.abc import Iterable
from datetime import datetime

from goodword.programme.outbox.models import Attempt, Drop, Letter, Outcome, Ruling
from goodword.programme.outbox.querysets import HELD_AFTER

STANDINGS = ("waiting", "held", "sending", "sent", "refused", "dropped")
"""Everywhere a letter can stand."""


def counts(now: datetime) -> dict[str, int]:
    """How many letters stand where."""
    letters, held = Letter.objects, Attempt.objects.held(now).count()
    return {
        "waiting": letters.waiting().count(),
        "held": held,
        "sending": Attempt.objects.open().count() - held,
        "sent": letters.sent().count(),
        "refused": letters.refused().count(),
        "dropped": letters.dropped().count(),
    }


def standing_of(letter: Letter, *, now: datetime) -> tuple[str, str]:
    """Return where a letter stands, and why: the server's answer, or what a person decided."""
    drop: Drop | None = getattr(letter, "drop", None)
    if drop is not None:
        return "dropped", f"{drop.reason}: {drop.note}" if drop.note else drop.reason
    last = max(letter.attempts.all(), key=lambda attempt: attempt.number, default=None)
    if hasattr(letter, "waiting") or last is None:
        return "waiting", _answer(last)
    ruling: Ruling | None = getattr(last, "ruling", None)
    if ruling is not None:
        return "sent", f"a person said so: {ruling.reason}" if ruling.reason else "a person said so"
    return _standing_after(last, now)


def _standing_after(attempt: Attempt, now: datetime) -> tuple[str, str]:
    """Where a letter stands after its last attempt, on which nobody has ruled."""
    outcome: Outcome | None = getattr(attempt, "outcome", None)
    if outcome is not None:
        return "held" if outcome.result == "unsure" else outcome.result, outcome.answer
    if now < attempt.claimed_at + HELD_AFTER:
        return "sending", attempt.worker
    return "held", "whoever sent it stopped before the server answered"


def newest(limit: int) -> Iterable[Letter]:
    """The newest letters, with all that `standing_of` looks at."""
    whole = Letter.objects.select_related("waiting", "drop").prefetch_related("attempts__outcome", "attempts__ruling")
    return whole.order_by("-queued_at", "-id")[:limit]


def _answer(attempt: Attempt | None) -> str:
    outcome: Outcome | None = getattr(attempt, "outcome", None)
    return outcome.answer if outcome else ""
