"""Processes that end with the one that started them, however that one ended."""

import os
import signal
import threading
import time
from collections.abc import Callable

_LOOK_EVERY_SECONDS = 0.5


def end_with(parent: int, end: Callable[[], object], *, patience_seconds: float) -> None:
    """From now on end when the process that started this one is gone, killed or not.

    Nobody tells a process that its parent was killed, but it has another parent then. (A pipe held open would not do:
    every child forked from the parent later holds it open too.)

    Args:
        parent: number of the process that started this one, as that one knows it: it may be gone already.
        end: asks this process to end; called once.
        patience_seconds: how long that may take; then this process is killed.
    """
    threading.Thread(target=_watch, args=(parent, end, patience_seconds), daemon=True, name="parent").start()


def _watch(parent: int, end: Callable[[], object], patience_seconds: float) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_EVERY_SECONDS)
    end()
    time.sleep(patience_seconds)
    os.kill(os.getpid(), signal.SIGKILL)
