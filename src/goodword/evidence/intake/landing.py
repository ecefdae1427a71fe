"""Landing: the planned files become one import, which counts whole or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goodword.evidence.intake.checking.erased import Gate, WasErased
from goodword.evidence.intake.passage import Passage, Progress
from goodword.evidence.intake.planning import FilePlan, LoadPlan, Problem
from goodword.evidence.intake.rejects import RejectsFile
from goodword.evidence.intake.reporting import FileReport, ImportReport, ImportSummary, SheetSummary, UndoReport
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.lake.local.lake import Withdrawn
from goodword.evidence.lake.local.landing import Landing
from goodword.evidence.sources.files import Sheet, open_sheets
from goodword.kit.errors import GoodwordError


@dataclass(frozen=True, slots=True)
class _Watch:
    """What is asked and told on every file's way."""

    progress: Progress
    was_erased: WasErased | None


def land(
    lake: LocalLake,
    plan: LoadPlan,
    *,
    rejected_dir: Path,
    at: datetime,
    progress: Progress | None = None,
    notes: Mapping[str, object] | None = None,
    was_erased: WasErased | None = None,
) -> ImportReport:
    """Load everything a plan can load, as one import.

    Args:
        lake: where to.
        plan: what each file is, see `plan_load`.
        rejected_dir: the folder for files of rejected rows.
        at: this instant.
        progress: told from time to time how far it is.
        notes: what the caller wants remembered of the import, such as who asked for it; see `ImportSummary.notes`.
        was_erased: tells rows about people who asked to be erased; those are rejected, and kept nowhere.

    Raises:
        GoodwordError: nothing can be loaded (code `nothing-to-load`), or another writer is at work.
    """
    if not plan.loadable:
        raise _nothing_to_load(plan)
    with lake.landing(at) as coming:
        reports = [
            _land_file(coming, file, number, rejected_dir, _Watch(progress or _silent, was_erased))
            for number, file in enumerate((file for file in plan.files if not file.skipped), start=1)
        ]
        report = ImportReport(coming.import_id, at, tuple(reports))
        if not any(file.problem is None for file in reports):
            raise _nothing_to_load(plan)
        coming.commit(_summary(report, notes or {}))
    return report


def imports(lake: LocalLake) -> list[ImportSummary]:
    """Every import in the order they landed, undone ones too."""
    return [
        ImportSummary(
            import_id=landed.import_id,
            at=landed.at,
            undone_at=landed.undone_at,
            files=tuple(landed.summary.get("files", ())),
            totals=dict(landed.summary.get("totals", {})),
            sheets=tuple(SheetSummary(**sheet) for sheet in landed.summary.get("sheets", ())),
            notes=dict(landed.summary.get("notes", {})),
            undo_notes=dict(landed.summary.get("undo_notes", {})),
        )
        for landed in lake.imports()
    ]


def undo(lake: LocalLake, import_id: str, at: datetime, *, notes: Mapping[str, object] | None = None) -> UndoReport:
    """Withdraw what an import asserted; rows that another import asserts too stay as that one has them.

    Args:
        lake: where from.
        import_id: which import.
        at: this instant.
        notes: what the caller wants remembered of the undo; see `ImportSummary.undo_notes`.

    Raises:
        GoodwordError: there is no such import, it is undone already, or another writer is at work.
    """
    return _undo_report(import_id, lake.undo(import_id, at, notes=dict(notes or {})))


def weigh_undo(lake: LocalLake, import_id: str) -> UndoReport:
    """Say what an undo would do now; nothing happens.

    Raises:
        GoodwordError: there is no such import, or it is undone already.
    """
    return _undo_report(import_id, lake.weigh_undo(import_id))


def _undo_report(import_id: str, done: Mapping[str, Withdrawn]) -> UndoReport:
    return UndoReport(
        import_id=import_id,
        withdrawn={table: result.gone for table, result in done.items()},
        kept={table: result.kept for table, result in done.items() if result.kept},
    )


def _land_file(coming: Landing, file: FilePlan, number: int, rejected_dir: Path, watch: _Watch) -> FileReport:
    report = FileReport(
        file.path, file.sheet, file.table, source=file.shape.source if file.shape else "", problem=file.problem
    )
    if file.shape is None:
        return report
    path = rejected_dir / f"{coming.import_id}-{number}-{file.table}.csv"
    try:
        sheet = _open_again(file)
        with RejectsFile(path, sheet.header) as rejects:
            Passage(coming, sheet, file.shape, rejects, report, Gate(file.shape, watch.was_erased)).run(
                number, file.dates, watch.progress
            )
    except GoodwordError as error:
        return FileReport(file.path, file.sheet, file.table, problem=Problem(error.code, error.sentence, error.mend))
    return report


def _open_again(file: FilePlan) -> Sheet:
    for sheet in open_sheets(file.path):
        if sheet.name == file.sheet:
            needed = {pair.header for pair in file.pairs}
            if needed <= set(sheet.header):
                return sheet
    raise GoodwordError(
        code="file-changed",
        sentence=f"{file.label} is not what it was when it was looked at.",
        mend="Load it again.",
        retry=True,
    )


def _summary(report: ImportReport, notes: Mapping[str, object]) -> dict[str, object]:
    files = [file for file in report.files if file.problem is None]
    return {
        "files": [file.path.name for file in files],
        "totals": report.totals,
        "sheets": [file.summary() for file in report.files],
        "notes": dict(notes),
    }


def _nothing_to_load(plan: LoadPlan) -> GoodwordError:
    first = next((file.problem for file in plan.files if file.problem), None)
    return GoodwordError(
        code="nothing-to-load",
        sentence=f"Nothing can be loaded. {first.sentence}" if first else "Nothing can be loaded: no file was found.",
        mend=first.mend if first else "Name files or folders that hold exports.",
    )


def _silent(_label: str, _done: int, _total: int) -> None:
    """Tell nobody."""
