"""One sheet on its way into the lake: read, checked, compared, with what cannot be taken put aside in a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from goodword.evidence.intake.checking.doubts import doubts_of
from goodword.evidence.intake.checking.erased import Gate, erased_row
from goodword.evidence.intake.checking.rows import Rejection, Shape, check_rows, checked_schema
from goodword.evidence.intake.rejects import RejectsFile
from goodword.evidence.intake.reporting import FileReport
from goodword.evidence.intake.spooling import Spool, read_into
from goodword.evidence.lake.local.landing import Landing, Taken
from goodword.evidence.sources.cells import Cells
from goodword.evidence.sources.files import Sheet

type Progress = Callable[[str, int, int], None]
"""Called with a sheet's label, how many of its rows are done, and how many it has; 0 while that is not known."""

_SHOWN = 20  # rejections and doubts a report shows; the file of rejected rows, and `goodword doubts`, have them all


@dataclass(frozen=True, slots=True)
class Passage:
    """What one sheet needs on its way.

    Attributes:
        coming: the import.
        sheet: what to read.
        shape: how its cells become rows.
        rejects: where rejected rows go.
        report: what to fill in.
        gate: tells rows about people who were erased: nothing of those is kept, not even aside.
    """

    coming: Landing
    sheet: Sheet
    shape: Shape
    rejects: RejectsFile
    report: FileReport
    gate: Gate

    def run(self, number: int, dates: Mapping[str, str], progress: Progress) -> None:
        """Take the sheet from front to back.

        Args:
            number: the sheet's number in the import.
            dates: contract column -> the order of its days, where a map says it.
            progress: told after every batch.

        Raises:
            GoodwordError: the sheet turns out to be damaged; then nothing of it was taken.
        """
        spool = read_into(
            self.coming.scratch / f"{number}-cells.parquet",
            self.sheet,
            self.shape,
            dates,
            told=lambda read: progress(self.sheet.label, read, 0),
        )
        for broken in spool.broken:
            self._reject(broken.cells, [Rejection(broken.line, "", "", "", broken.why, "Correct the row.")])
        checked = self.coming.scratch / f"{number}-checked.parquet"
        self._check(spool, checked, progress)
        taken = self.coming.take(self.shape.table, checked)
        self._reject_conflicts(spool, taken)
        checked.unlink()
        spool.path.unlink()
        report = self.report
        report.rows, report.rejected = spool.rows, self.rejects.count + self.report.erased
        report.new, report.changed, report.same = taken.new, taken.changed, taken.same
        report.rejects_path = self.rejects.path if self.rejects.count else None

    def _check(self, spool: Spool, checked: Path, progress: Progress) -> None:
        done = 0
        with pq.ParquetWriter(checked, checked_schema(self.shape.table), compression="none") as writer:
            for lines, all_cells in spool.batches():
                lines, cells = self._without_erased(lines, all_cells)  # noqa: PLW2901  # the rest of the batch
                result = check_rows(self.shape, lines, cells, spool.forms)
                writer.write_batch(result.rows)
                self._doubt(result.rows)
                for row, faults in sorted(result.rejections.items()):
                    self._reject({name: cells.column(name)[row].as_py() for name in spool.header}, faults)
                done += all_cells.num_rows
                progress(self.sheet.label, done, spool.rows)

    def _doubt(self, rows: pa.RecordBatch) -> None:
        found = list(doubts_of(self.shape, rows))
        self.report.doubted += len(found)
        self.report.doubts += found[: max(_SHOWN - len(self.report.doubts), 0)]

    def _reject_conflicts(self, spool: Spool, taken: Taken) -> None:
        by_line = {conflict.line: conflict for conflict in taken.conflicts}
        for line, cells in spool.rows_at(set(by_line)):
            conflict = by_line[line]
            why = f"has the id {conflict.record_id} like line {conflict.kept_line}, but says something else"
            mend = "The row with more values was kept; give this one its own id, or leave it out."
            self._reject(cells, [Rejection(line, "", "", "", why, mend)])

    def _without_erased(self, lines: Cells, cells: pa.RecordBatch) -> tuple[Cells, pa.RecordBatch]:
        """Take out the rows about people who were erased."""
        if self.gate.was_erased is None:
            return lines, cells
        looked_at = {name: cells.column(name).to_pylist() for name in dict.fromkeys(self.gate.columns)}
        kept = []
        for row in range(cells.num_rows):
            erased = self.gate.names_erased({name: column[row] for name, column in looked_at.items()})
            if erased:
                self._drop(lines[row].as_py())
            kept.append(not erased)
        mask = pa.array(kept, pa.bool_())
        return lines.filter(mask), cells.filter(mask)

    def _drop(self, line: int) -> None:
        self.report.erased += 1
        if len(self.report.rejections) < _SHOWN:
            self.report.rejections.append(erased_row(line))

    def _reject(self, cells: Mapping[str, str | None], faults: list[Rejection]) -> None:
        if self.gate.holds_erased(cells):
            self._drop(faults[0].line)
            return
        self.rejects.add(cells, faults)
        room = _SHOWN - len(self.report.rejections)
        self.report.rejections += faults[: max(room, 0)]
