"""What became of a load or an undo, in numbers that add up."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from goodword.evidence.intake.checking.doubts import Doubt
from goodword.evidence.intake.checking.rows import Rejection
from goodword.evidence.intake.planning import Problem

COUNTS = ("rows", "new", "changed", "same", "rejected")


@dataclass(slots=True)
class FileReport:
    """What became of one sheet.

    Attributes:
        path: the file.
        sheet: the sheet, where the file has several.
        table: the record table; empty where the file could not be loaded.
        source: the source its rows are from, where no column of theirs says it.
        rows: rows read; the sum of the other four.
        new: rows that were not there before.
        changed: rows that say something else now.
        same: rows that add nothing.
        rejected: rows that could not be taken.
        rejections: the first of them.
        rejects_path: where they all are; None where there are none.
        problem: why the file was not loaded; None where it was.
        erased: how many of the rejected rows are about people who asked to be erased; those are kept nowhere.
        doubted: how many values of rows that landed are doubtful.
        doubts: the first of them.
    """

    path: Path
    sheet: str = ""
    table: str = ""
    source: str = ""
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    rejected: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    rejects_path: Path | None = None
    problem: Problem | None = None
    erased: int = 0
    doubted: int = 0
    doubts: list[Doubt] = field(default_factory=list)

    def summary(self) -> dict[str, Any]:
        """What the lake remembers of this sheet; see `SheetSummary`."""
        return {
            "file": self.path.name,
            "sheet": self.sheet,
            "table": self.table,
            "source": self.source,
            **{name: getattr(self, name) for name in COUNTS},
            "rejects": self.rejects_path.name if self.rejects_path else "",
            "problem": str(self.problem) if self.problem else "",
        }

    def as_dict(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            "path": str(self.path),
            "sheet": self.sheet or None,
            "table": self.table or None,
            **{name: getattr(self, name) for name in COUNTS},
            "rejections": [
                {
                    "line": rejection.line,
                    "column": rejection.column or None,
                    "header": rejection.header or None,
                    "value": rejection.value,
                    "reason": rejection.reason,
                    "mend": rejection.mend,
                }
                for rejection in self.rejections
            ],
            "rejects_path": str(self.rejects_path) if self.rejects_path else None,
            "erased": self.erased,
            "doubted": self.doubted,
            "doubts": [doubt.as_dict() for doubt in self.doubts],
            "problem": self.problem.as_dict() if self.problem else None,
        }


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of an import."""

    import_id: str
    at: datetime
    files: tuple[FileReport, ...]

    @property
    def totals(self) -> dict[str, int]:
        """Rows, new, changed, same and rejected over all files."""
        return {name: sum(getattr(file, name) for file in self.files) for name in COUNTS}

    def as_dict(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            "import_id": self.import_id,
            "at": self.at.isoformat(),
            "totals": self.totals,
            "files": [file.as_dict() for file in self.files],
        }


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """What the lake remembers of one sheet of an import.

    Attributes:
        file: the file's name.
        sheet: the sheet, where the file had several.
        table: the record table; empty where it was not loaded.
        source: the source its rows are from, where no column of theirs says it.
        rows: rows read; the sum of the other four.
        new: rows that were not there before.
        changed: rows that said something else.
        same: rows that added nothing.
        rejected: rows that could not be taken.
        rejects: the name of the file of rejected rows; empty where there is none.
        problem: why the file was not loaded, with how to mend it; empty where it was.
    """

    file: str
    sheet: str
    table: str
    source: str
    rows: int
    new: int
    changed: int
    same: int
    rejected: int
    rejects: str
    problem: str

    @property
    def label(self) -> str:
        """The file's name, with the sheet's where there are several."""
        return f"{self.file} [{self.sheet}]" if self.sheet else self.file


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """One line of the list of imports.

    Attributes:
        import_id: its name.
        at: when it landed.
        undone_at: when it was undone; None where it counts.
        files: the names of the files that were loaded.
        totals: rows, new, changed, same and rejected.
        sheets: what became of each sheet; empty for imports of before this was remembered.
        notes: what whoever loaded it wanted remembered.
        undo_notes: what whoever undid it wanted remembered.
    """

    import_id: str
    at: datetime
    undone_at: datetime | None
    files: tuple[str, ...]
    totals: dict[str, int]
    sheets: tuple[SheetSummary, ...] = ()
    notes: dict[str, Any] = field(default_factory=dict)
    undo_notes: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """The line for JSON."""
        return {
            "import_id": self.import_id,
            "at": self.at.isoformat(),
            "undone_at": self.undone_at.isoformat() if self.undone_at else None,
            "files": list(self.files),
            "totals": self.totals,
        }


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What an undo did.

    Attributes:
        import_id: the import.
        withdrawn: by table, rows that are gone.
        kept: by table, rows that stay because another import says they are so.
    """

    import_id: str
    withdrawn: dict[str, int]
    kept: dict[str, int]

    def as_dict(self) -> dict[str, Any]:
        """The report for JSON."""
        return {"import_id": self.import_id, "withdrawn": self.withdrawn, "kept": self.kept}
