"""Findings laid out by person: the same order everywhere, and where each person's rows begin and end."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from goodword.programme.columns import pc

type Wholes = npt.NDArray[np.int64]
type Row = dict[str, Any]
type Order = Literal["ascending", "descending"]

_PLACE = "place of the person"


@dataclass(frozen=True, slots=True)
class Grouped:
    """A table sorted by person.

    Attributes:
        table: the rows.
        person: the place of each row's person among the published people.
        starts: person p's rows are those from starts[p] up to but without starts[p + 1].
    """

    table: pa.Table
    person: Wholes
    starts: Wholes

    def rows(self, low: int, high: int) -> tuple[int, int]:
        """Return where the rows of persons low..high-1 begin, and where they end."""
        return int(self.starts[low]), int(self.starts[high])

    def slice(self, low: int, high: int) -> pa.Table:
        """Return the rows of persons low..high-1."""
        begin, end = self.rows(low, high)
        return self.table.slice(begin, end - begin)


def group_by_person(
    table: pa.Table, person_ids: "pa.Array[Any]", *then: tuple[str, Literal["ascending", "descending"]]
) -> Grouped:
    """Sort a table by where its person stands in `person_ids`; rows about nobody known are left out.

    Args:
        table: rows with a column `person_id`.
        person_ids: the published people in their order.
        then: by what the rows of one person are sorted: columns, each with "ascending" or "descending".
    """
    place = pc.index_in(table["person_id"], value_set=person_ids, skip_nulls=True)
    known = pc.is_valid(place)
    table = table.append_column(_PLACE, place).filter(known)
    order = pc.sort_indices(table.select([_PLACE, *(name for name, _ in then)]), [(_PLACE, "ascending"), *then])
    table = table.take(order).combine_chunks()
    person = np.asarray(table[_PLACE].to_numpy(), dtype=np.int64)
    return Grouped(
        table=table.drop_columns([_PLACE]),
        person=person,
        starts=np.searchsorted(person, np.arange(len(person_ids) + 1)).astype(np.int64),
    )


def texts_of_column(table: pa.Table, name: str) -> list[str]:
    """Return a text column with empty text where nothing is known."""
    return [value or "" for value in table[name].to_pylist()]


def numbers_of_column(table: pa.Table, name: str) -> npt.NDArray[np.float64]:
    """Return a number column with NaN where nothing is known."""
    values = table[name].combine_chunks() if isinstance(table[name], pa.ChunkedArray) else table[name]
    return np.asarray(values.to_numpy(zero_copy_only=False), dtype=np.float64)


def instants_of_column(table: pa.Table, name: str) -> Wholes:
    """Return an instant column as microseconds since 1970 UTC; the least number where nothing is known."""
    values = table[name].cast(pa.timestamp("us")).combine_chunks()
    known = np.asarray(values.is_valid().to_numpy(zero_copy_only=False), dtype=np.bool_)
    instants = np.asarray(values.to_numpy(zero_copy_only=False), dtype="datetime64[us]").astype(np.int64)
    return np.where(known, instants, np.iinfo(np.int64).min).astype(np.int64)


def nth(groups: Wholes) -> Wholes:
    """For each row how many of its group stand before it; rows of a group stand together."""
    begins = np.flatnonzero(np.diff(groups, prepend=-1))
    lengths = np.diff(np.append(begins, len(groups)))
    return np.arange(len(groups)) - np.repeat(begins, lengths)


def distinct(values: Wholes) -> Wholes:
    """Each value once, sorted: by sorting, for `np.unique` of NumPy 2 hashes and takes 200 times as long."""
    in_order = np.sort(values)
    return in_order[np.flatnonzero(np.diff(in_order, prepend=in_order[:1] - 1))]
