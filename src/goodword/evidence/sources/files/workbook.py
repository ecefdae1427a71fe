"""Excel and OpenDocument workbooks: every sheet with rows is a candidate; its first row with cells is the header."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from goodword.evidence.sources.files.sheet import RowGatherer, Rows, Sheet, distinct_header
from goodword.kit.errors import GoodwordError

_EXACT = 1e15  # beyond it a float no longer tells whole numbers apart
_Cell = int | float | str | bool | time | date | datetime | timedelta


def open_workbook(path: Path) -> list[Sheet]:
    """The sheets of a workbook that hold anything.

    Raises:
        GoodwordError: it cannot be read (code `damaged-file`).
    """
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        names = list(workbook.sheet_names)
        heads = [_header_row(workbook, name) for name in names]
    except (CalamineError, OSError) as error:
        raise GoodwordError(
            code="damaged-file",
            sentence=f"{path.name} cannot be read as a workbook: {error}",
            mend="Open it, save it again without a password, and load that.",
        ) from error
    found = [(name, head) for name, head in zip(names, heads, strict=True) if head is not None]
    return [_sheet(path, name, head[0], head[1], alone=len(found) == 1) for name, head in found]


def _sheet(path: Path, name: str, head: int, cells: Sequence[_Cell], *, alone: bool) -> Sheet:
    header = distinct_header(_text(cell) for cell in cells)
    return Sheet(path, "" if alone else name, header, lambda: _read(path, name, head, header))


def _header_row(workbook: CalamineWorkbook, name: str) -> tuple[int, list[_Cell]] | None:
    """Row number and cells of the first row that is not empty, without the empty cells at its end."""
    for number, row in enumerate(workbook.get_sheet_by_name(name).iter_rows(), start=1):
        filled = [index for index, cell in enumerate(row) if cell != ""]
        if filled:
            return number, list(row[: filled[-1] + 1])
    return None


def _read(path: Path, name: str, head: int, header: tuple[str, ...]) -> Iterator[Rows]:
    gathered = RowGatherer(header)
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(name)
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if number <= head or all(cell == "" for cell in row):
            continue
        if gathered.add(number, [_text(cell) for cell in row]):
            yield gathered.take()
    yield gathered.take()


def _text(cell: _Cell) -> str | None:
    """A cell in its plain spelling: whole numbers without a point, days and times in ISO form."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _EXACT else repr(cell)
    if isinstance(cell, (datetime, date, time)):
        return cell.isoformat()
    return str(cell) or None
