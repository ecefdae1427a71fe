"""A private folder for what does not fit into memory; that of a process that was killed is removed by the next."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "goodword-spill-"
_LOCK = "lock"


@contextmanager
def spill_folder() -> Iterator[Path]:
    """A folder for the length of the block, held by a lock that the operating system lets go with the process."""
    sweep_spills()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    draft = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(draft, fcntl.LOCK_EX)
        (folder / ".lock").rename(folder / _LOCK)  # seen by others only once it is held
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(draft)


def sweep_spills() -> int:
    """Remove the folders of processes that are gone: rows rest in them, and nobody would ever look; return how many."""
    gone = 0
    for lock in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        if _is_left(lock):
            shutil.rmtree(lock.parent, ignore_errors=True)
            gone += 1
    return gone


def _is_left(lock: Path) -> bool:
    """Whether nobody holds it; somebody else's is left alone."""
    try:
        descriptor = os.open(lock, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True
