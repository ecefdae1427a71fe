"""One writer at a time, kept by the operating system: a process that dies lets go."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goodword.kit.errors import GoodwordError

_PAUSE_SECONDS = 0.05


@contextmanager
def only_writer(path: Path, patience_seconds: float) -> Iterator[None]:
    """Hold the lock file at `path` for the length of the block.

    Raises:
        GoodwordError: somebody else still holds it after `patience_seconds` (code `lake-busy`).
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait_for(descriptor, path, time.monotonic() + patience_seconds)
        yield
    finally:
        os.close(descriptor)  # closing lets go of the lock


def _wait_for(descriptor: int, path: Path, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= deadline:
                raise GoodwordError(
                    code="lake-busy",
                    sentence=f"Another import or undo is writing to the lake in {path.parent}.",
                    mend="Wait until it has ended, then do this again.",
                    retry=True,
                ) from error
            time.sleep(_PAUSE_SECONDS)
        else:
            return
