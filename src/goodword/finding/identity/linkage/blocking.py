"""Which rows are compared at all: those that share a key which not too many share.

Comparing everybody with everybody would be half a million million pairs for a million people. Rows meet only where one
of these keys is the same in both, and a key that more than MOST_IN_A_BLOCK rows share is dropped, so that the work
grows with the number of rows and no shared mailbox, switchboard or frequent name makes it explode. What such a key
would have found, a longer one of the list still finds.
"""

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

MOST_IN_A_BLOCK = 60
"""A key brings at most 59 comparisons to each row."""

KEYS: tuple[tuple[str, ...], ...] = (
    ("mail",),
    ("local",),
    ("phone",),
    ("whole",),
    ("family",),
    ("given",),
    ("place",),
    ("whole", "place"),
    ("whole", "city"),
    ("family", "place"),
    ("given", "place"),
    ("family_start", "given_start"),
    ("born_on",),
    ("born_on", "given_start"),
    ("born_on", "family_start"),
    ("family", "city"),
    ("given", "city"),
)
"""Each key by the columns it is made of; see `comparable`."""


def name_of(key: tuple[str, ...]) -> str:
    """The name of the column that holds a key."""
    return "block_" + "_".join(key)


def with_keys(rows: pa.Table, most: int = MOST_IN_A_BLOCK) -> pa.Table:
    """Add a column of whole numbers for each key; empty where nobody else shares the key, or more than `most` do."""
    for key in KEYS:
        rows = rows.append_column(name_of(key), _bounded(rows, key, most))
    return rows


def _bounded(rows: pa.Table, key: tuple[str, ...], most: int) -> pa.Int32Array:
    codes = np.zeros(rows.num_rows, np.int64)
    known = np.ones(rows.num_rows, np.bool_)
    for name in key:
        column = _numbered(rows, name)
        known &= column >= 0
        codes = np.unique(codes * (int(column.max(initial=0)) + 2) + column, return_inverse=True)[1]
    sizes = np.bincount(codes[known], minlength=rows.num_rows + 1)[codes]
    useful = known & (sizes > 1) & (sizes <= most)
    return pa.array(codes, pa.int32(), mask=~useful)


def _numbered(rows: pa.Table, name: str) -> NDArray[np.int64]:
    """A number for each different value; -1 for none."""
    encoded = rows[name].combine_chunks().dictionary_encode()
    return encoded.indices.fill_null(-1).to_numpy().astype(np.int64)
