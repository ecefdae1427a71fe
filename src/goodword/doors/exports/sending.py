"""From a sheet to a download: written whole, entered in the audit trail, then sent."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import IO, Any

from django.http import FileResponse

from goodword.doors.exports import as_csv, as_parquet, as_xlsx
from goodword.doors.exports.as_csv import write_csv
from goodword.doors.exports.as_parquet import write_parquet
from goodword.doors.exports.as_xlsx import write_xlsx
from goodword.doors.exports.sheets import Sheet
from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

type Writer = Callable[[Sheet, IO[bytes]], int]

FORMATS: dict[str, tuple[Writer, str]] = {
    "csv": (write_csv, as_csv.MEDIA_TYPE),
    "xlsx": (write_xlsx, as_xlsx.MEDIA_TYPE),
    "parquet": (write_parquet, as_parquet.MEDIA_TYPE),
}
"""By the ending of the file's name: what writes it, and what browsers call it."""

_MAY_NAME_SOMEBODY = frozenset({"q", "who", "owner"})
_IN_MEMORY = 1_000_000  # bytes; a longer file rests on the disk while it is made, and is gone once it was sent


def send(
    sheet: Sheet, ending: str, *, by: Actor, filters: dict[str, str], day: date | None = None, mark: bool = False
) -> FileResponse:
    """Write a sheet and answer with it. A file is sent only once it is whole: half a list looks like a whole one.

    Args:
        sheet: what to write.
        ending: a key of FORMATS.
        by: whose export it is.
        filters: what the list was narrowed to. What was searched for may be a name: of that only the
            fact is kept.
        day: the day the list is of; today if empty.
        mark: for CSV, whether to begin with the mark by which Excel knows UTF-8.
    """
    told = {name: value for name, value in filters.items() if value}
    sheet = replace(sheet, facts={**sheet.facts, "made_at": clock.now().isoformat(timespec="seconds")})
    writer, media_type = FORMATS[ending]
    file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # closed with the answer
    try:
        rows = write_csv(sheet, file, mark=True) if mark and ending == "csv" else writer(sheet, file)
        record(by, "export", "list", sheet.name, after=_entry(ending, told, rows))
        file.seek(0)
    except BaseException:
        file.close()
        raise
    name = f"goodword-{sheet.name}-{(day or clock.today()).isoformat()}.{ending}"
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=media_type)
    answer["Cache-Control"] = "no-store"
    return answer


def _entry(ending: str, told: dict[str, str], rows: int) -> dict[str, Any]:
    """What the trail keeps: it names nobody, so neither may a filter."""
    return {
        "format": ending,
        "rows": rows,
        "filters": {name: "…" if name in _MAY_NAME_SOMEBODY else told[name] for name in told},
    }
