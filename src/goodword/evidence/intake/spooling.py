"""A sheet read once from front to back into a file of cells, while looking at what only whole columns tell."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from goodword.evidence.intake.checking.forms import Forms, FormsSeen
from goodword.evidence.intake.checking.rows import Shape
from goodword.evidence.intake.rejects import WHY
from goodword.evidence.sources.cells import Cells
from goodword.evidence.sources.files import BATCH_ROWS, Broken, Sheet
from goodword.kit.harmless import GUARDED

_compute: Any = pyarrow.compute  # its published stubs know fewer arguments than Arrow takes


@dataclass(frozen=True, slots=True)
class Spool:
    """The cells of a sheet, at rest.

    Attributes:
        path: the file of cells; its first column is the line, the others are named by their place.
        header: the sheet's headers.
        rows: how many rows were read, broken ones too.
        broken: rows that do not fit under the header.
        forms: what the columns tell.
    """

    path: Path
    header: tuple[str, ...]
    rows: int
    broken: tuple[Broken, ...]
    forms: Forms

    def batches(self) -> Iterator[tuple[Cells, pa.RecordBatch]]:
        """The lines and cells of all rows that fit."""
        with pq.ParquetFile(self.path) as file:
            for batch in file.iter_batches(batch_size=BATCH_ROWS):
                cells = pa.RecordBatch.from_arrays(batch.columns[1:], names=list(self.header))
                yield batch.column(0), cells

    def rows_at(self, wanted: set[int]) -> Iterator[tuple[int, dict[str, str | None]]]:
        """The rows that start on these lines."""
        if not wanted:
            return
        for lines, cells in self.batches():
            for row, line in enumerate(lines.to_pylist()):
                if line in wanted:
                    yield line, {name: cells.column(name)[row].as_py() for name in self.header}


def read_into(
    path: Path, sheet: Sheet, shape: Shape, dates: Mapping[str, str], *, told: Callable[[int], None] | None = None
) -> Spool:
    """Read a sheet into a file of cells.

    Args:
        path: where to write.
        sheet: what to read.
        shape: which of its columns are ours.
        dates: contract column -> the order of its days, where a map says it.
        told: called with how many rows were read, from time to time.

    Raises:
        GoodwordError: the sheet turns out to be damaged.
    """
    seen = FormsSeen({column.name: column.type for column in shape.contract.columns}, dict(dates))
    fields: list[tuple[str, pa.DataType]] = [("line", pa.int64())]
    fields += [(f"cell {place}", pa.string()) for place in range(len(sheet.header))]
    schema = pa.schema(fields)
    count = 0
    broken: list[Broken] = []
    with pq.ParquetWriter(path, schema, compression="lz4") as writer:
        for rows in sheet.read():
            cells = _as_they_were(rows.cells)
            writer.write_batch(pa.RecordBatch.from_arrays([rows.lines, *cells.columns], schema=schema))
            _look(seen, shape, cells)
            count += len(rows.lines) + len(rows.broken)
            broken += rows.broken
            if told is not None:
                told(count)
    return Spool(path, sheet.header, count, tuple(broken), seen.forms())


def _as_they_were(cells: pa.RecordBatch) -> pa.RecordBatch:
    """The cells; those of a file of rejected rows as they were before it was written."""
    if WHY not in cells.schema.names:
        return cells
    return pa.RecordBatch.from_arrays(
        [_compute.replace_substring_regex(column, GUARDED, r"\1") for column in cells.columns], schema=cells.schema
    )


def _look(seen: FormsSeen, shape: Shape, cells: pa.RecordBatch) -> None:
    for name, header in shape.headers.items():
        seen.look(name, cells.column(header))
