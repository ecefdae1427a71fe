"""When memory is looked through for what nothing holds any more."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_looked_through() -> Iterator[None]:
    """Let no cyclic garbage be looked for meanwhile: for a short stretch that makes many small things and no cycles.

    What nothing refers to is freed at once all the same. Where several threads are inside, the first that leaves ends
    it for all; where nobody looks through memory anyway, nothing changes.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
