"""How the first rows of a sheet will land, before anything does: for a page on which a person agrees or corrects."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from goodword.evidence.intake.checking.forms import FormsSeen
from goodword.evidence.intake.checking.rows import LINE, Rejection, Shape, check_rows
from goodword.evidence.intake.planning import FilePlan
from goodword.evidence.sources.files import Rows, open_sheets

LOOKED_AT = 1_000
"""How many rows are checked."""

_SAMPLES = 3
_LONG = 60


@dataclass(frozen=True, slots=True)
class HeaderLook:
    """A column of the file: its header, its first distinct values, and how many of the rows looked at fill it."""

    header: str
    samples: tuple[str, ...]
    filled: int


@dataclass(frozen=True, slots=True)
class PreviewCell:
    """What will stand in one column of one row, and what is wrong with it; empty where nothing is."""

    text: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row as it will land, or with why it cannot."""

    line: int
    cells: tuple[PreviewCell, ...]
    rejected: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a sheet.

    Attributes:
        headers: every column of the file.
        rows_seen: how many rows were looked at.
        columns: the contract's columns that get something.
        rows: the first rows.
        rejected: how many of the rows looked at cannot be taken.
        faults: by contract column, how many of them it spoils.
    """

    headers: tuple[HeaderLook, ...]
    rows_seen: int
    columns: tuple[str, ...] = ()
    rows: tuple[PreviewRow, ...] = ()
    rejected: int = 0
    faults: dict[str, int] | None = None


def preview(plan: FilePlan, rows: int = 20) -> Preview:
    """Look at the beginning of a sheet under its plan; a plan with a problem shows the columns of the file only.

    Raises:
        GoodwordError: the file cannot be read.
    """
    header, first = _beginning(plan)
    if first is None:
        return Preview(tuple(HeaderLook(name, (), 0) for name in header), 0)
    cells = first.cells.slice(0, LOOKED_AT)
    headers = tuple(_look(name, cells.column(place)) for place, name in enumerate(header))
    if plan.shape is None:
        return Preview(headers, cells.num_rows)
    return _checked(plan, plan.shape, first, cells, headers=headers, rows=rows)


def _beginning(plan: FilePlan) -> tuple[tuple[str, ...], Rows | None]:
    for sheet in open_sheets(plan.path):
        if sheet.name == plan.sheet:
            return sheet.header, next(iter(sheet.read()), None)
    return (), None


def _look(header: str, cells: Any) -> HeaderLook:  # noqa: ANN401  # an Arrow array of text
    values = [value for value in cells.to_pylist() if value]
    samples = tuple(_short(value) for value in list(dict.fromkeys(values))[:_SAMPLES])
    return HeaderLook(header, samples, len(values))


def _checked(
    plan: FilePlan, shape: Shape, first: Rows, cells: pa.RecordBatch, *, headers: tuple[HeaderLook, ...], rows: int
) -> Preview:
    seen = FormsSeen({column.name: column.type for column in shape.contract.columns}, dict(plan.dates))
    for name, header in shape.headers.items():
        seen.look(name, first.cells.column(header))
    lines = first.lines.slice(0, cells.num_rows)
    numbers: list[Any] = lines.slice(0, rows).to_pylist()
    result = check_rows(shape, lines, cells, seen.forms())
    columns = tuple(name for name in shape.contract.names if name in shape.headers or name in shape.constants)
    faults: dict[str, int] = {}
    for found in result.rejections.values():
        for fault in found:
            faults[fault.column] = faults.get(fault.column, 0) + 1
    landing: dict[int, dict[str, Any]] = {row[LINE]: row for row in result.rows.slice(0, rows).to_pylist()}
    shown = tuple(
        _row(
            shape,
            columns,
            line,
            landing.get(line),
            faults=result.rejections.get(place, []),
            cells=cells.slice(place, 1),
        )
        for place, line in enumerate(numbers)
    )
    return Preview(headers, cells.num_rows, columns, shown, len(result.rejections), faults)


def _row(
    shape: Shape,
    columns: tuple[str, ...],
    line: int,
    landing: dict[str, Any] | None,
    *,
    faults: list[Rejection],
    cells: pa.RecordBatch,
) -> PreviewRow:
    if landing is not None:
        return PreviewRow(line, tuple(PreviewCell(_text(landing[name])) for name in columns), rejected=False)
    wrong = {fault.column: f"{fault.reason}. {fault.mend}" for fault in faults}
    written = [
        cells.column(shape.headers[name])[0].as_py() if name in shape.headers else shape.constants[name]
        for name in columns
    ]
    shown = (PreviewCell(_text(text), wrong.get(name, "")) for name, text in zip(columns, written, strict=True))
    return PreviewRow(line, tuple(shown), rejected=True)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, list):
        return _short("; ".join(map(str, value)))
    return _short(str(value))


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONG else one_line[: _LONG - 1] + "…"
