"""What the templates of charts call: the marks of a chart, and its numbers in words."""

from django import template
from django.utils.safestring import SafeString

from goodword.doors.web.charts import marks, numbers
from goodword.doors.web.charts.spec import Chart, Point, Series

register = template.Library()

_SMALL, _LARGE = 72, 190  # pixels: the height of one plot of several, and of a single one


@register.filter
def said(chart: Chart, point: Point) -> str:
    """Say a number of a chart."""
    return chart.say(point)


@register.filter
def said_range(chart: Chart, point: Point) -> str:
    """Say the likely range of a number."""
    return chart.say_range(point)


@register.filter
def shade(chart: Chart, point: Point) -> int:
    """The shade of a cell of a heat map."""
    return chart.shade(point)


@register.filter
def heads(chart: Chart) -> list[dict[str, object]]:
    """The heads of the table with a chart's numbers."""
    return [{"label": head, "num": bool(place)} for place, head in enumerate(numbers.heads(chart))]


@register.filter
def rows(chart: Chart) -> list[list[str]]:
    """The rows of that table."""
    return numbers.rows(chart)


@register.simple_tag
def plot(chart: Chart, one: Series) -> SafeString:
    """Draw a line with the band of its range; its last number and its ends stand beside it."""
    height = _LARGE if len(chart.series) == 1 else _SMALL
    values = [point.value or 0.0 for point in one.points]
    low = [point.low or 0.0 for point in one.points] if chart.ranged else []
    high = [point.high or 0.0 for point in one.points] if chart.ranged else []
    return marks.trend(values, low=low, high=high, top=chart.scale, height=height, grid=2)


@register.simple_tag
def dots(chart: Chart, point: Point) -> SafeString:
    """Draw a number with its range on the chart's scale; hatched where it is not known."""
    if point.value is None or point.low is None or point.high is None:
        return marks.hatch(label=chart.say(point))
    return marks.interval(point.low, point.value, point.high, top=chart.scale, height=24)


@register.simple_tag
def step(chart: Chart, point: Point) -> SafeString:
    """Draw a bar from zero, the longest of the chart as long as its place; hatched where it is not known."""
    if point.value is None or point.few:
        return marks.hatch(label=chart.say(point))
    return marks.step(point.value / chart.most)


@register.filter
def scale_words(chart: Chart) -> list[str]:
    """The words under a scale from left to right."""
    return chart.scale_words()


@register.filter
def split(words: str) -> list[str]:
    """The words of a text."""
    return words.split()
