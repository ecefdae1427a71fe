"""A batch of cells under its contract: typed rows that can land, and the others with every fault they have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import pyarrow as pa

from goodword.evidence.intake.checking.columns import Parsed, Reading, parse_column
from goodword.evidence.intake.checking.extra import extra_of
from goodword.evidence.intake.checking.faults import Fault
from goodword.evidence.intake.checking.forms import Forms
from goodword.evidence.records.known import RECORDS
from goodword.evidence.records.table import INSTANT, Column, Table
from goodword.evidence.sources.cells import Cells, all_between, first_filled, trimmed

LINE = "_line"


@dataclass(frozen=True, slots=True)
class Rejection:
    """A value, or a whole row, that could not be taken.

    Attributes:
        line: where the row starts; in Excel and Parquet its row number.
        column: the contract's column; empty where the row as a whole is meant.
        header: the file's name for it.
        value: what stands there.
        reason: what is wrong with it.
        mend: how to mend it.
    """

    line: int
    column: str
    header: str
    value: str
    reason: str
    mend: str

    def sentence(self) -> str:
        """The rejection as people read it."""
        where = f"column {self.header}: " if self.header else ""
        shown = f"{self.value!r} " if self.value else ""
        return f"line {self.line}: {where}{shown}{self.reason}. {self.mend}".strip()


@dataclass(frozen=True, slots=True)
class Shape:
    """How a sheet's cells become rows of a table.

    Attributes:
        table: the record table.
        headers: contract column -> header.
        constants: contract column -> the value every row has.
        source: the source's name where no column says it.
        source_header: the header of the column that says it; empty where there is none.
        zone_header: the header of a column that keeps the zone an earlier export wrote; empty where there is none.
        spare: headers that go into `extra`.
        extra_header: the header of a column that is an `extra` already; empty where there is none.
        timezone: of instants that do not say theirs; None for UTC.
    """

    table: str
    headers: Mapping[str, str]
    constants: Mapping[str, str]
    source: str
    source_header: str = ""
    zone_header: str = ""
    spare: tuple[str, ...] = ()
    extra_header: str = ""
    timezone: ZoneInfo | None = None

    @property
    def contract(self) -> Table:
        """The record table's contract."""
        return RECORDS[self.table]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a batch.

    Attributes:
        rows: those that can land, in `checked_schema`.
        rejections: by the row's place in the batch.
    """

    rows: pa.RecordBatch
    rejections: dict[int, list[Rejection]]


def checked_schema(table: str) -> pa.Schema:
    """The columns of checked rows: the contract's, then source, zone, extra and the line."""
    schema = RECORDS[table].arrow()
    for name in ("source", "zone", "extra"):
        schema = schema.append(pa.field(name, pa.string()))
    return schema.append(pa.field(LINE, pa.int64()))


def check_rows(shape: Shape, lines: Cells, cells: pa.RecordBatch, forms: Forms) -> Checked:
    """Check a batch; each row is either in `rows` or among the rejections."""
    schema = checked_schema(shape.table)
    wrong: dict[int, list[Rejection]] = {}
    parsed: dict[str, Parsed] = {}
    for column in shape.contract.columns:
        given = _cells_of(shape, column, cells)
        if given is None:
            parsed[column.name] = Parsed(pa.nulls(cells.num_rows, schema.field(column.name).type))
            continue
        reading = Reading(
            order=forms.orders.get(column.name), mark=forms.marks.get(column.name, "."), zone=shape.timezone
        )
        parsed[column.name] = parse_column(shape.table, column, given, reading)
    for column in shape.contract.columns:
        faults = parsed[column.name].faults | _missing(column, parsed[column.name]) | _out_of_range(column, parsed)
        for row, rejection in _rejections(shape, column, faults, cells, lines):
            wrong.setdefault(row, []).append(rejection)
    rows = _assembled(shape, parsed, cells, lines)
    if wrong:
        rows = rows.filter(pa.array([row not in wrong for row in range(rows.num_rows)]))
    return Checked(rows, wrong)


def _cells_of(shape: Shape, column: Column, cells: pa.RecordBatch) -> Cells | None:
    constant_value = shape.constants.get(column.name)
    header = shape.headers.get(column.name)
    if header is None:
        return None if constant_value is None else pa.array([constant_value] * cells.num_rows, pa.string())
    found: Cells = cells.column(header)
    if constant_value is None:
        return found
    return first_filled(found, pa.array([constant_value] * cells.num_rows, pa.string()))


def _missing(column: Column, parsed: Parsed) -> dict[int, Fault]:
    if not column.required or parsed.values.null_count == 0:
        return {}
    empty = parsed.values.is_null().to_pylist()
    fault = Fault("is empty, and no row can do without it", "Fill it in.")
    return {row: fault for row, is_empty in enumerate(empty) if is_empty and row not in parsed.faults}


def _out_of_range(column: Column, parsed: dict[str, Parsed]) -> dict[int, Fault]:
    if column.low is None and column.high is None:
        return {}
    low = float("-inf") if column.low is None else column.low
    high = float("inf") if column.high is None else column.high
    tightest_low = max(low, *(limits[2] for limits in column.within), low)
    tightest_high = min(high, *(limits[3] for limits in column.within), high)
    if all_between(parsed[column.name].values, tightest_low, tightest_high):
        return {}
    narrower: dict[tuple[str, str], tuple[float, float]] = {(name, word): (a, b) for name, word, a, b in column.within}
    others = {name: parsed[name].values.to_pylist() for name, _ in narrower}
    faults: dict[int, Fault] = {}
    for row, value in enumerate(parsed[column.name].values.to_pylist()):
        if value is None:
            continue
        least, most = low, high
        for (name, word), limits in narrower.items():
            if others[name][row] == word:
                least, most = limits
        if not least <= value <= most:
            faults[row] = Fault(_outside(least, most), "Correct the number.")
    return faults


def _outside(low: float, high: float) -> str:
    if high == float("inf"):
        return f"is less than {low:g}"
    return f"is not between {low:g} and {high:g}"


def _rejections(
    shape: Shape, column: Column, faults: dict[int, Fault], cells: pa.RecordBatch, lines: Cells
) -> Iterator[tuple[int, Rejection]]:
    header = shape.headers.get(column.name, "")
    for row, fault in faults.items():
        value = cells.column(header)[row].as_py() if header else shape.constants.get(column.name)
        where = header or column.name
        yield row, Rejection(lines[row].as_py(), column.name, where, value or "", fault.reason, fault.mend)


def _assembled(shape: Shape, parsed: dict[str, Parsed], cells: pa.RecordBatch, lines: Cells) -> pa.RecordBatch:
    count = cells.num_rows
    columns = [parsed[name].values for name in shape.contract.names]
    source: Cells = pa.array([shape.source] * count, pa.string())
    if shape.source_header:
        source = first_filled(trimmed(cells.column(shape.source_header)), source)
    columns += [source, _zones(shape, parsed, cells), extra_of(shape.spare, shape.extra_header, cells), lines]
    return pa.RecordBatch.from_arrays(columns, schema=checked_schema(shape.table))


def _zones(shape: Shape, parsed: dict[str, Parsed], cells: pa.RecordBatch) -> Cells:
    """The zone as the column that says when it happened has it."""
    if shape.zone_header:
        return trimmed(cells.column(shape.zone_header))
    happened = shape.contract.happened
    if happened and shape.contract.column(happened).type == INSTANT:
        zones = parsed[happened].zones
        if zones is not None:
            return zones
    return pa.nulls(cells.num_rows, pa.string())
