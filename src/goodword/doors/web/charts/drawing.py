"""A chart as a file that can be read alone: title, numbers, ranges, source and date, in light colours."""

from collections.abc import Callable

from django.utils.translation import gettext

from goodword.doors.web import wording
from goodword.doors.web.charts import paper
from goodword.doors.web.charts.marks import short
from goodword.doors.web.charts.paper import INNER, MARGIN, WIDTH, Paper
from goodword.doors.web.charts.spec import Chart, Point, Series

_LABEL, _VALUE = 190, 150  # columns of words left and right of a mark
_TRACK = INNER - _LABEL - _VALUE


def draw(chart: Chart) -> str:
    """Return the chart as an SVG file."""
    sheet = Paper()
    sheet.paragraph(chart.title, size=20, ink=paper.INK, bold=True)
    sheet.y += 2
    sheet.paragraph(chart.said, size=14)
    sheet.y += 18
    _BODIES[chart.kind](sheet, chart)
    sheet.y += 14
    sheet.paragraph(chart.source, size=12, ink=paper.INK_3)
    day = wording.day(chart.as_of)
    sheet.paragraph(gettext("As of the end of %(day)s. Made with Goodword.") % {"day": day}, size=12, ink=paper.INK_3)
    return sheet.svg(title=chart.title, about=chart.said)


def _lines(sheet: Paper, chart: Chart) -> None:
    """One plot for one line, small ones side by side on one scale for several."""
    columns = 1 if len(chart.series) == 1 else 2
    width = (INNER - 32 * (columns - 1)) / columns
    height = 220 if columns == 1 else 96
    top = sheet.y
    for place, one in enumerate(chart.series):
        x = MARGIN + (place % columns) * (width + 32)
        y = top + (place // columns) * (height + 56)
        _plot(sheet, chart, one, x=x, y=y, width=width, height=height)
    sheet.y = top + ((len(chart.series) + columns - 1) // columns) * (height + 56) - 8


def _plot(sheet: Paper, chart: Chart, one: Series, *, x: float, y: float, width: float, height: float) -> None:
    last = one.points[-1]
    sheet.text(x, y + 12, one.name, bold=True)
    words = f"{chart.say(last)} {chart.say_range(last)}".strip()
    sheet.text(x + width, y + 12, words, at="end", ink=paper.INK_2)
    left, base, wide = x + 40, y + 22 + height, width - 44
    for place, tick in enumerate(chart.ticks()):
        at = y + 22 + height * place / 2
        sheet.line(f"M{short(left)} {short(at)}h{short(wide)}", stroke=paper.LINE)
        sheet.text(left - 6, at + 4, tick, size=11, ink=paper.INK_3, at="end")
    across = wide / max(len(one.points) - 1, 1)
    known = [(left + at * across, point) for at, point in enumerate(one.points) if point.value is not None]
    if chart.ranged:
        sheet.area(_band(known, chart, base, height), paper.BAND)
    places = [(at, base - height * (point.value or 0) / chart.scale) for at, point in known]
    if places:
        sheet.line("M" + " ".join(f"{short(a)} {short(b)}" for a, b in places), stroke=paper.PLUM, width=1.75)
    for at, high in places:
        sheet.dot(at, high, 3)
    for at in (0, len(one.points) - 1):
        sheet.text(
            left + at * across, base + 16, one.points[at].label, size=11, ink=paper.INK_3, at="end" if at else "start"
        )


def _band(known: list[tuple[float, Point]], chart: Chart, base: float, height: float) -> str:
    up = [f"{short(at)} {short(base - height * (point.high or 0) / chart.scale)}" for at, point in known]
    down = [f"{short(at)} {short(base - height * (point.low or 0) / chart.scale)}" for at, point in known]
    return f"M{' '.join(up + down[::-1])}Z"


def _rows(sheet: Paper, chart: Chart, mark: Callable[[Paper, Chart, Point, float], None], *, height: float) -> None:
    """A label, a mark and a number a line."""
    for point in chart.series[0].points:
        middle = sheet.y + height / 2
        sheet.text(MARGIN, middle + (0 if point.note else 4), point.label, bold=True)
        if point.note:
            sheet.text(MARGIN, middle + 14, point.note, size=11, ink=paper.INK_3)
        if point.value is None:
            sheet.unknown(MARGIN + _LABEL, middle - 4, _TRACK, 8)
        else:
            mark(sheet, chart, point, middle)
        words = f"{chart.say(point)}  {chart.say_range(point)}".strip()
        sheet.text(WIDTH - MARGIN, middle + 4, words, at="end")
        sheet.y += height


def _intervals(sheet: Paper, chart: Chart) -> None:
    _rows(sheet, chart, _interval, height=34)
    for part, words in enumerate(chart.scale_words()):
        at = MARGIN + _LABEL + _TRACK * part / 4
        sheet.text(at, sheet.y + 14, words, size=11, ink=paper.INK_3, at="middle")
    sheet.y += 20


def _interval(sheet: Paper, chart: Chart, point: Point, middle: float) -> None:
    left = MARGIN + _LABEL
    sheet.line(f"M{left} {short(middle)}h{_TRACK}", stroke=paper.LINE, width=2)
    if point.low is not None and point.high is not None:
        low, high = (left + _TRACK * end / chart.scale for end in (point.low, point.high))
        sheet.line(f"M{short(low)} {short(middle)}H{short(high)}", stroke=paper.RANGE, width=6)
    sheet.dot(left + _TRACK * (point.value or 0) / chart.scale, middle)


def _bars(sheet: Paper, chart: Chart) -> None:
    _rows(sheet, chart, _bar, height=36)


def _bar(sheet: Paper, chart: Chart, point: Point, middle: float) -> None:
    sheet.box(MARGIN + _LABEL, middle - 11, _TRACK, 22, "#f1efea")
    sheet.box(MARGIN + _LABEL, middle - 11, _TRACK * (point.value or 0) / chart.most, 22, paper.PLUM)


def _heat(sheet: Paper, chart: Chart) -> None:
    """Rows are series, columns are labels; each cell carries its number."""
    wide = (INNER - 150) / max(len(chart.labels), 1)
    for place, label in enumerate(chart.labels):
        sheet.text(MARGIN + 150 + (place + 0.5) * wide, sheet.y + 12, label, size=11, ink=paper.INK_2, at="middle")
    sheet.y += 22
    for one in chart.series:
        sheet.text(MARGIN, sheet.y + 22, one.name, bold=True)
        for place, point in enumerate(one.points):
            x = MARGIN + 150 + place * wide
            if point.few:
                sheet.unknown(x + 2, sheet.y + 2, wide - 4, 30)
                continue
            if not point.plain:
                sheet.box(x + 2, sheet.y + 2, wide - 4, 30, paper.SHADES[chart.shade(point)])
            sheet.text(x + wide / 2, sheet.y + 22, chart.say(point), at="middle")
        sheet.y += 34


_BODIES: dict[str, Callable[[Paper, Chart], None]] = {
    "line": _lines,
    "intervals": _intervals,
    "bars": _bars,
    "funnel": _bars,
    "heat": _heat,
}
