"""What comes in: sources and how fresh they are, every import, and the rows of one that could not come in."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
from django.utils.translation import gettext as _

from goodword.doors.exports.as_csv import SYNTHETIC
from goodword.doors.exports.sheets import Cells, Sheet, Type
from goodword.evidence.intake import ImportSummary, SheetSummary
from goodword.evidence.intake.rejects import WHY, RejectedRow, read_rejects
from goodword.evidence.intake.reporting import COUNTS
from goodword.kit.errors import GoodwordError
from goodword.programme.team.browsing import Named, names_of
from goodword.runs.doubting import WORDS
from goodword.runs.intake.sources import SourceHealth, TableHealth

type Names = dict[tuple[str, str], Named]

_SOURCE: dict[str, Type] = {
    "source": "text",
    "table": "text",
    "state": "text",
    "rows": "whole",
    "newest": "day",
    "every_days": "whole",
    "quiet_days": "whole",
    "holds": "text",
    "last_import_id": "text",
    "last_import_at": "instant",
}
_IMPORT: dict[str, Type] = {
    "import_id": "text",
    "at": "instant",
    "loaded_by_kind": "text",
    "loaded_by_id": "text",
    "loaded_by": "text",
    "files": "text",
    "rows": "whole",
    "new": "whole",
    "changed": "whole",
    "same": "whole",
    "rejected": "whole",
    "undone_at": "instant",
    "undone_by_kind": "text",
    "undone_by_id": "text",
    "undone_by": "text",
}
_DOUBT: dict[str, Type] = dict.fromkeys(("kind", "table", "record_id", "value", "reason", "becomes", "mend"), "text")
# Names of our own, which begin as that of the reasons does, so that they seldom meet a header of a file.
_REJECTED: dict[str, Type] = {"_file": "text", "_sheet": "text", "_table": "text", "_line": "whole", WHY: "text"}


def sources_sheet(sources: Iterable[SourceHealth]) -> Sheet:
    """The tables of each source in their order: how many rows, how fresh, and which guard rails read them."""
    rows = (_source(source, table) for source in sources for table in source.tables)
    return Sheet.of("sources", _SOURCE, rows)


def _source(source: SourceHealth, table: TableHealth) -> Cells:
    last = source.last_import_of(table.table)
    return {
        "source": source.name,
        "table": table.table,
        "state": table.freshness,
        "rows": table.rows,
        "newest": table.newest,
        "every_days": table.every_days,
        "quiet_days": table.quiet_days,
        "holds": " ".join(table.holds),
        "last_import_id": last.import_id if last else None,
        "last_import_at": last.at if last else None,
    }


def imports_sheet(imports: Iterable[ImportSummary]) -> Sheet:
    """Imports in the order given, undone ones too."""
    several = list(imports)
    names = names_of(_who(notes) for one in several for notes in (one.notes, one.undo_notes))
    return Sheet.of("imports", _IMPORT, (_import(one, names) for one in several))


def _who(notes: dict[str, object]) -> tuple[str, str]:
    """Kind and id of whoever loaded or undid an import; empty where that was not remembered."""
    by = notes.get("by")
    return (str(by.get("kind", "")), str(by.get("ident", ""))) if isinstance(by, dict) else ("", "")


def _import(one: ImportSummary, names: Names) -> Cells:
    loaded, undone = _who(one.notes), _who(one.undo_notes)
    return {
        "import_id": one.import_id,
        "at": one.at,
        "loaded_by_kind": loaded[0],
        "loaded_by_id": loaded[1],
        "loaded_by": names[loaded].name,
        "files": "; ".join(one.files),
        **{name: one.totals.get(name) for name in COUNTS},
        "undone_at": one.undone_at,
        "undone_by_kind": undone[0],
        "undone_by_id": undone[1],
        "undone_by": names[undone].name,
    }


def doubts_sheet(rows: pa.Table) -> Sheet:
    """Rows that were loaded and do not count as they stand: why, what becomes of each, and how to mend it.

    Args:
        rows: contract DOUBTS.
    """
    return Sheet.of("doubts", _DOUBT, map(_doubt, rows.to_pylist()))


def _doubt(row: dict[str, str]) -> Cells:
    words = WORDS[row["kind"]]
    return {**row, "reason": str(words.reason), "becomes": str(words.becomes), "mend": str(words.mend)}


def rejected_sheet(landed: ImportSummary, folder: Path) -> Sheet:
    """The rows of an import that could not come in: file, line, reasons, and their cells as they stood there.

    Each header of the import's files is a column; a row has nothing under the headers of other files.

    Args:
        landed: the import.
        folder: where the workspace keeps rejected rows.

    Raises:
        GoodwordError: rows that were rejected are not there any more (code `rejects-gone`).
    """
    kept = [(sheet, folder / sheet.rejects) for sheet in landed.sheets if sheet.rejects]
    headers: dict[str, None] = {}
    for sheet, path in kept:
        first = next(read_rejects(path), None)
        if first is None:
            raise _gone(sheet)
        headers |= dict.fromkeys(first.cells)
    columns = _columns(headers)
    types: dict[str, Type] = {**_REJECTED, **dict.fromkeys(columns.values(), "text")}
    rows = (_rejected(sheet, row, columns) for sheet, path in kept for row in read_rejects(path))
    return Sheet.of("rejected", types, rows, facts={"import": landed.import_id})


def _columns(headers: Iterable[str]) -> dict[str, str]:
    """What to call the column of each header: itself; with underscores behind it where that name is given already."""
    given = {*_REJECTED, SYNTHETIC}
    columns: dict[str, str] = {}
    for header in headers:
        name = header
        while name in given:
            name += "_"
        given.add(name)
        columns[header] = name
    return columns


def _rejected(sheet: SheetSummary, row: RejectedRow, columns: dict[str, str]) -> Cells:
    return {
        "_file": sheet.file,
        "_sheet": sheet.sheet,
        "_table": sheet.table,
        "_line": row.faults[0].line,
        WHY: " / ".join(fault.sentence() for fault in row.faults),
        **{name: row.cells.get(header) for header, name in columns.items()},
    }


def _gone(sheet: SheetSummary) -> GoodwordError:
    return GoodwordError(
        "rejects-gone",
        _("The rejected rows of %(file)s are not in the workspace any more.") % {"file": sheet.label},
        _("Load that file again: what came in stays the same, and what is rejected is put aside anew."),
    )
