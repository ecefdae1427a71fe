"""What a database holds, in few words: of each table how many rows, and a checksum over them."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

type Tell = Callable[[int, int], None]
"""Called with what is done of a copy, and what there is to do; a total of 0 means: not known."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A table in short.

    Attributes:
        rows: how many it has.
        sha256: over all of them, in the order of their keys.
    """

    rows: int
    sha256: str


type Sums = dict[str, Sum]
"""By the table's name."""


def sum_of(batches: Iterable[list[Any]]) -> Sum:
    """Add up rows that come in batches of the same size, in the same order each time."""
    digest, rows = hashlib.sha256(), 0
    for batch in batches:
        digest.update(repr(batch).encode())
        rows += len(batch)
    return Sum(rows, digest.hexdigest())
