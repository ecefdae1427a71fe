"""CSV after RFC 4180, in UTF-8: commas, CRLF, quotes where needed, and no cell that is a formula."""

import csv
import io
from datetime import UTC, date, datetime
from typing import IO

from goodword.doors.exports.sheets import Sheet
from goodword.kit.harmless import harmless

MEDIA_TYPE = "text/csv; charset=utf-8"
SYNTHETIC = "synthetic"
"""The last column of a file whose data is made up; other files have none."""


def write_csv(sheet: Sheet, file: IO[bytes], *, mark: bool = False) -> int:
    """Write a sheet, and return how many rows it has.

    Args:
        sheet: what to write.
        file: where to.
        mark: begin with the mark by which Excel knows UTF-8; other readers may take it for part of the first name.
    """
    if mark:
        file.write(b"\xef\xbb\xbf")
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    tail = ("true",) if sheet.synthetic else ()
    writer.writerow([*(harmless(column.name) for column in sheet.columns), *((SYNTHETIC,) if tail else ())])
    count = 0
    for row in sheet.rows:
        writer.writerow([*(harmless(_told(cell)) for cell in row), *tail])
        count += 1
    text.flush()
    text.detach()
    return count


def _told(cell: object) -> object:
    """A value as text that says all of it; instants in UTC, with the letter that says so."""
    match cell:
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        case date():
            return cell.isoformat()
        case _:
            return cell
