"""Let a restored copy take the original's place."""

from pathlib import Path

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.outbox.actions.drop_letter import withdraw_letter
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.runs.operate.restored import lift_hold, may_be_sent_before, sending_is_held


def release(folder: Path, *, by: Actor, account: str) -> None:
    """Let the workspace in `folder` send again, and take tokens; letters from before the restore are never sent.

    The audit trail says so first: a process that dies in between leaves a copy that is still held.

    Args:
        folder: the workspace; Django was told to use its database.
        by: who does it.
        account: their account on the machine.

    Raises:
        GoodwordError: it is not held (code `not-held`).
    """
    check_held(folder)
    restored_at = may_be_sent_before(folder)
    with transaction.atomic():
        for letter in Letter.objects.waiting().filter(queued_at__lt=restored_at) if restored_at else ():
            withdraw_letter(letter, by=by, reason="The original may have sent it since the backup.")
        record(by, "release", "workspace")
    lift_hold(folder, by=account, at=clock.now())


def check_held(folder: Path) -> GoodwordError:
    """Return why the workspace in `folder` is held.

    Raises:
        GoodwordError: it is not held (code `not-held`).
    """
    held = sending_is_held(folder)
    if held is None:
        raise GoodwordError("not-held", "This workspace is no restored copy that waits to be released.")
    return held
