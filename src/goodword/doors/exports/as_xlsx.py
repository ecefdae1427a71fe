"""Excel workbooks: texts stay texts, numbers are numbers, days are days, times are in UTC and say so."""

from datetime import UTC, date, datetime
from typing import IO, Any

import xlsxwriter
from django.utils.translation import gettext as _

from goodword.doors.exports.sheets import Column, Row, Sheet
from goodword.kit.errors import GoodwordError

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_A_TAB = 1_000_000
"""Excel's own limit is 1,048,576; a longer list goes on on the next tab."""

LONGEST_CELL = 32_767
"""Excel's limit for the characters of a cell; a longer text is cut and ends with an ellipsis."""

MOST_COLUMNS = 16_384
"""Excel's limit for the columns of a tab."""

_FIRST_YEAR = 1900
_LARGEST_EXACT = 2**53
_WIDTHS = {"text": 24, "whole": 10, "number": 10, "yes_no": 8, "day": 12, "instant": 20}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
    "nan_inf_to_errors": True,
}


def write_xlsx(sheet: Sheet, file: IO[bytes]) -> int:
    """Write a sheet as a workbook, and return how many rows it has.

    Raises:
        GoodwordError: it has more columns than Excel takes (code `too-wide`).
    """
    if len(sheet.columns) > MOST_COLUMNS:
        raise _too_wide(len(sheet.columns))
    book = xlsxwriter.Workbook(file, _OPTIONS)
    _describe(book, sheet)
    formats = {
        "head": book.add_format({"bold": True}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "instant": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
    }
    count, tab = 0, None
    for row in sheet.rows:
        place = count % ROWS_A_TAB
        if place == 0:
            tab = _tab(book, sheet, count // ROWS_A_TAB, formats)
        _write_row(tab, place + 1, sheet.columns, row, formats)
        count += 1
    if tab is None:
        _tab(book, sheet, 0, formats)
    book.close()
    return count


def _describe(book: Any, sheet: Sheet) -> None:  # noqa: ANN401  # xlsxwriter publishes no types
    note = "Sample company: synthetic data. Nobody in it exists." if sheet.synthetic else ""
    book.set_properties({"title": f"Goodword: {sheet.name}", "comments": note})
    for name, value in sheet.facts.items():
        book.set_custom_property(name, value, "text")
    book.set_custom_property("synthetic", sheet.synthetic, "bool")


def _tab(book: Any, sheet: Sheet, number: int, formats: dict[str, Any]) -> Any:  # noqa: ANN401  # as above
    tab = book.add_worksheet(sheet.name if number == 0 else f"{sheet.name} {number + 1}")
    tab.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        tab.set_column(place, place, _WIDTHS[column.type])
    for place, column in enumerate(sheet.columns):
        name = f"{column.name} (UTC)" if column.type == "instant" else column.name
        tab.write_string(0, place, _cut(name), formats["head"])
    return tab


def _write_row(tab: Any, number: int, columns: tuple[Column, ...], row: Row, formats: dict[str, Any]) -> None:  # noqa: ANN401  # as above
    for place, (column, cell) in enumerate(zip(columns, row, strict=True)):
        match cell:
            case None:
                continue
            case bool():
                tab.write_boolean(number, place, cell)
            case int() | float() if abs(cell) <= _LARGEST_EXACT:
                tab.write_number(number, place, cell)
            case datetime() if cell.year >= _FIRST_YEAR:
                tab.write_datetime(number, place, cell.astimezone(UTC).replace(tzinfo=None), formats["instant"])
            case date() if not isinstance(cell, datetime) and cell.year >= _FIRST_YEAR:
                tab.write_datetime(number, place, datetime(cell.year, cell.month, cell.day), formats[column.type])  # noqa: DTZ001  # a day has no zone
            case _:
                tab.write_string(number, place, _cut(str(cell)))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"


def _too_wide(count: int) -> GoodwordError:
    told = {"count": f"{count:,}", "most": f"{MOST_COLUMNS:,}"}
    return GoodwordError(
        "too-wide",
        _("The list has %(count)s columns, and Excel takes %(most)s.") % told,
        _("Take it as CSV or Parquet, which have no such limit."),
    )
