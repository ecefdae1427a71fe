"""Files in the shapes that tools export, byte for byte the same for the same rows."""

import csv
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from goodword.sample.world import Value

type Cells = dict[str, Value]

_SUMMER = timezone(timedelta(hours=2))
_BORN = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def plain(value: Value, stamp: str) -> str | int | float | bool | None:
    """A cell as text or number; instants in the export's own spelling."""
    if isinstance(value, datetime):
        if stamp == "z":
            return value.strftime("%Y-%m-%dT%H:%M:%SZ")
        if stamp == "offset":
            return value.astimezone(_SUMMER).isoformat()
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "; ".join(value)
    return value


def write_text(
    path: Path, rows: Sequence[Cells], headers: Sequence[str], *, delimiter: str, bom: bool, stamp: str
) -> None:
    """Delimited text with one header line; yes and no are written as Yes and No."""
    with path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="") as file:
        out = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        out.writerow(headers)
        for cells in rows:
            out.writerow([_text(plain(cells[header], stamp)) for header in headers])


def _text(value: Value) -> str | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return value if isinstance(value, (int, float)) else str(value)


def write_json_lines(path: Path, rows: Sequence[Cells], stamp: str) -> None:
    """One JSON object a line; empty cells are left out, as such tools do."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for cells in rows:
            kept = {header: plain(value, stamp) for header, value in cells.items() if value is not None}
            file.write(json.dumps(kept, ensure_ascii=False) + "\n")


def write_excel(path: Path, rows: Sequence[Cells], headers: Sequence[str]) -> None:
    """A workbook with one sheet; instants are real dates, and the creation day is fixed so that bytes repeat."""
    book = xlsxwriter.Workbook(
        str(path), {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    )
    book.set_properties({"created": _BORN, "author": "synthetic sample"})
    sheet = book.add_worksheet("Answers")
    day = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    for column, header in enumerate(headers):
        sheet.write_string(0, column, header)
    for line, cells in enumerate(rows, start=1):
        for column, header in enumerate(headers):
            value = cells[header]
            if isinstance(value, datetime):
                sheet.write_datetime(line, column, value.replace(tzinfo=None), day)
            elif isinstance(value, int):
                sheet.write_number(line, column, value)
            elif value is not None:
                sheet.write_string(line, column, str(value))
    book.close()


def write_parquet(path: Path, table: pa.Table) -> None:
    """Parquet, compressed."""
    pq.write_table(table, path, compression="zstd")


def write_rows(path: Path, rows: Sequence[Cells]) -> None:
    """Rows of equal keys as CSV (lists joined by "; ") or as Parquet (lists stay lists), by the path's ending."""
    if path.suffix == ".parquet":
        write_parquet(path, pa.Table.from_pylist(list(rows)))
        return
    write_text(path, rows, list(rows[0]) if rows else [], delimiter=",", bom=False, stamp="z")


def write_json(path: Path, value: object) -> None:
    """One JSON document, indented."""
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
