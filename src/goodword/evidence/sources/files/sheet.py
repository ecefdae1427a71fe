"""The one shape in which every file format hands over its rows."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from goodword.evidence.sources.cells import Cells, filled

BATCH_ROWS = 65_536


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that does not fit under the header.

    Attributes:
        line: where it stands.
        cells: what could be read of it, by header.
        why: what is wrong with it.
    """

    line: int
    cells: dict[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a sheet.

    Attributes:
        lines: the line each row starts on; in Excel and Parquet its row number.
        cells: one text column per header, null where the cell is empty.
        broken: rows between them that do not fit; they are not in `cells`.
    """

    lines: Cells
    cells: pa.RecordBatch
    broken: tuple[Broken, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table in a file.

    Attributes:
        path: the file.
        name: the sheet's name, where the file has several; else empty.
        header: column names as written, made distinct.
        read: starts reading from the front; raises GoodwordError where the file turns out to be damaged.
    """

    path: Path
    name: str
    header: tuple[str, ...]
    read: Callable[[], Iterator[Rows]] = field(repr=False)

    @property
    def label(self) -> str:
        """The file's name, with the sheet's where there are several."""
        return f"{self.path.name} [{self.name}]" if self.name else self.path.name


def distinct_header(cells: Iterable[str | None]) -> tuple[str, ...]:
    """Column names for use: trimmed; nameless ones get a number, repeated ones a count."""
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        wanted = (cell or "").strip() or f"column {number}"
        name, count = wanted, 1
        while name in names:
            count += 1
            name = f"{wanted} ({count})"
        names.append(name)
    return tuple(names)


class RowGatherer:
    """Collects rows until there are enough for a batch."""

    def __init__(self, header: Sequence[str]) -> None:
        """Start with nothing under that header."""
        self._header = tuple(header)
        self._lines: list[int] = []
        self._rows: list[Sequence[str | None]] = []
        self._broken: list[Broken] = []

    def add(self, line: int, cells: Sequence[str | None]) -> bool:
        """Add a row, with as many cells as it has; return whether it is time to `take` a batch."""
        self._lines.append(line)
        self._rows.append(cells)
        return len(self._lines) >= BATCH_ROWS

    def add_broken(self, broken: Broken) -> None:
        """Add a row that cannot be used."""
        self._broken.append(broken)

    def take(self) -> Rows:
        """Hand over what was gathered and start again.

        A row without anything in its cells is none; a short one ends in empty cells; one with more cells than the
        header is broken, unless they are empty.
        """
        lines, rows = self._lines, self._rows
        width = len(self._header)
        if any(len(cells) != width or not any(cells) for cells in rows):
            lines, rows = self._fitted()
        columns = zip(*rows, strict=True) if rows else ([] for _ in self._header)
        taken = Rows(
            lines=pa.array(lines, pa.int64()),
            cells=pa.RecordBatch.from_arrays(
                [filled(pa.array(column, pa.string())) for column in columns], names=list(self._header)
            ),
            broken=tuple(self._broken),
        )
        self._lines, self._rows, self._broken = [], [], []
        return taken

    def _fitted(self) -> tuple[list[int], list[Sequence[str | None]]]:
        width = len(self._header)
        lines: list[int] = []
        rows: list[Sequence[str | None]] = []
        for line, cells in zip(self._lines, self._rows, strict=True):
            if not any(cells):
                continue
            surplus = [cell for cell in cells[width:] if cell]
            if surplus:
                self._broken.append(self._too_wide(line, cells, surplus))
                continue
            lines.append(line)
            rows.append([*cells[:width], *([None] * (width - len(cells)))])
        return lines, rows

    def _too_wide(self, line: int, cells: Sequence[str | None], surplus: list[str]) -> Broken:
        known = {name: cell for name, cell in zip(self._header, cells, strict=False) if cell}
        more = ", ".join(repr(cell) for cell in surplus)
        return Broken(line, known, f"has {len(cells)} cells under {len(self._header)} headers; too many: {more}")
