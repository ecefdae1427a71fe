"""Chores: small things that come round by the clock, beside the jobs, for as long as a worker lives."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.db import close_old_connections, connection

_log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.5


@dataclass(slots=True)
class Chore:
    """Something to do again and again.

    Attributes:
        name: for the log.
        every_seconds: how long to wait after it was done.
        do: does it; short, and safe to be done by two workers at once.
    """

    name: str
    every_seconds: float
    do: Callable[[], object]
    next_at: float = field(default=0.0)


def keep_doing(chores: Sequence[Chore], stop: threading.Event) -> None:
    """Do chores until told to stop. One that fails is logged and comes round again like the others."""
    try:
        while not stop.wait(_LOOK_SECONDS):
            for chore in chores:
                if time.monotonic() >= chore.next_at and not stop.is_set():
                    _do(chore)
    finally:
        connection.close()


def _do(chore: Chore) -> None:
    close_old_connections()
    try:
        chore.do()
    except Exception:  # noqa: BLE001 - whatever a chore does, the others come round
        _log.exception("chore %s failed; it comes round again", chore.name)
    chore.next_at = time.monotonic() + chore.every_seconds
