"""The numbers behind a chart: as a table on the page, and as CSV that a spreadsheet cannot be tricked with."""

import csv
import io

from django.utils.translation import gettext

from goodword.doors.web.charts.spec import Chart, Point
from goodword.kit.harmless import guarded


def heads(chart: Chart) -> list[str]:
    """What the columns of the table are called."""
    columns = [gettext("What")]
    for one in chart.series:
        columns.append(one.name)
        if chart.ranged:
            columns.append(gettext("likely range"))
    return columns


def rows(chart: Chart) -> list[list[str]]:
    """The numbers as pages say them, a row a label."""
    found = []
    for place, label in enumerate(chart.labels):
        cells = [label]
        for one in chart.series:
            cells.append(chart.say(one.points[place]))
            if chart.ranged:
                cells.append(chart.say_range(one.points[place]))
        found.append(cells)
    return found


def csv_of(chart: Chart) -> str:
    """Write the numbers as CSV: UTF-8, commas, numbers with a point; what is not told is an empty cell."""
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    columns = [gettext("about")]
    for one in chart.series:
        columns += [one.name, *((f"{one.name}, low", f"{one.name}, high") if chart.ranged else ())]
    sheet.writerow(guarded(column) for column in columns)
    for place, label in enumerate(chart.labels):
        cells = [guarded(label)]
        for one in chart.series:
            cells += _cells(one.points[place], ranged=chart.ranged)
        sheet.writerow(cells)
    return out.getvalue()


def _cells(point: Point, *, ranged: bool) -> list[str]:
    numbers = (point.value, point.low, point.high) if ranged else (point.value,)
    return ["" if number is None or point.few else f"{number:.6g}" for number in numbers]
