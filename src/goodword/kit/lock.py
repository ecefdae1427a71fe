"""One at a time, kept by the operating system: a process that dies lets go."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goodword.kit.errors import GoodwordError

_PAUSE_SECONDS = 0.05


@contextmanager
def only_one(path: Path, *, patience_seconds: float, busy: GoodwordError) -> Iterator[None]:
    """Hold the lock file at `path` for the length of the block.

    Args:
        path: the file; made where there is none, and left.
        patience_seconds: how long to wait for somebody else to let go.
        busy: raised when they have not by then.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + patience_seconds
        while not _taken(descriptor):
            if time.monotonic() >= deadline:
                raise busy
            time.sleep(_PAUSE_SECONDS)
        yield
    finally:
        os.close(descriptor)  # closing lets go of the lock


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
