"""What is doubtful about rows that land, as far as one row tells it alone; they land all the same."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute

from goodword.evidence.intake.checking.rows import LINE, Shape
from goodword.evidence.records.doubts import LONGEST_NAME, MOST_ADDRESSES, NAMES, doubts_of_name

_compute: Any = pyarrow.compute  # its published stubs know fewer arguments than Arrow takes


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value of a row that landed.

    Attributes:
        line: where the row starts; in Excel and Parquet its row number.
        kind: why it is doubted, of DOUBT_KINDS.
        column: the contract's column.
        header: the file's name for it; the column's where the file has none.
        value: what stands there.
    """

    line: int
    kind: str
    column: str
    header: str
    value: str

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def doubts_of(shape: Shape, rows: pa.RecordBatch) -> Iterator[Doubt]:
    """Look through rows that can land, in `checked_schema`."""
    for place, kind, column, value in _found(shape.table, rows):
        yield Doubt(rows.column(LINE)[place].as_py(), kind, column, shape.headers.get(column, column), value)


def _found(table: str, rows: pa.RecordBatch) -> Iterator[tuple[int, str, str, str]]:
    if table == "employments":
        first, last = rows.column("started_on"), rows.column("ended_on")
        for place in _places(_compute.less(last, first)):
            yield place, "reversed_dates", "ended_on", f"{first[place].as_py()} – {last[place].as_py()}"
    if table == "accounts":
        own, parent = rows.column("account_id"), rows.column("parent_account_id")
        for place in _places(_compute.equal(own, parent)):
            yield place, "own_parent", "parent_account_id", parent[place].as_py()
    if table == "people":
        yield from _of_people(rows)


def _of_people(rows: pa.RecordBatch) -> Iterator[tuple[int, str, str, str]]:
    for name in NAMES:
        cells = rows.column(name)
        odd = _compute.or_(
            _compute.match_substring_regex(cells, "[^ -~]"),
            _compute.invert(_compute.match_substring_regex(cells, "[A-Za-z]")),
        )
        odd = _compute.or_(odd, _compute.greater(_compute.utf8_length(cells), LONGEST_NAME))
        for place in _places(odd):
            for kind, value in doubts_of_name(cells[place].as_py()):
                yield place, kind, name, value
    counts = _compute.list_value_length(rows.column("emails"))
    for place in _places(_compute.greater(counts, MOST_ADDRESSES)):
        yield place, "many_addresses", "emails", str(counts[place].as_py())


def _places(mask: Any) -> list[int]:  # noqa: ANN401  # a column of yes and no
    found: list[int] = _compute.indices_nonzero(_compute.fill_null(mask, fill_value=False)).to_pylist()
    return found
