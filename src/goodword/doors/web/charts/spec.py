"""What a chart says, apart from how it is drawn: one description for page, file, picture and numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext

from goodword.doors.web import wording

type Kind = Literal["line", "intervals", "bars", "funnel", "heat"]
type Unit = Literal["count", "share"]

STEPS = 5
"""How many shades a heat map has."""


@dataclass(frozen=True, slots=True)
class Point:
    """One number of a chart.

    Attributes:
        label: what it is about: a month, a kind, a step.
        value: the number; None where it is not known.
        low: lower end of its likely range; None where it is a full count.
        high: upper end.
        few: it is known but not told, because it is about fewer than 5 people.
        note: a few words beside the label.
        plain: it stands beside the others without a shade or a place on their scale.
    """

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None
    few: bool = False
    note: str = ""
    plain: bool = False

    @property
    def ranged(self) -> bool:
        """Whether it has a likely range."""
        return self.low is not None and self.high is not None


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers that belong together: a line, a column of bars, a row of a heat map."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        slug: its name in addresses and file names.
        kind: how it is drawn.
        title: what it is about.
        said: what it shows, in a sentence or two.
        series: its numbers.
        unit: what the numbers are.
        source: where they come from, and whether they are full counts.
        as_of: the day they hold for.
        top: the end of the scale; 0 means: as far as the numbers go.
    """

    slug: str
    kind: Kind
    title: str
    said: str
    series: tuple[Series, ...]
    unit: Unit
    source: str
    as_of: date
    top: float = 0.0

    @property
    def scale(self) -> float:
        """The end of the scale, which begins at zero."""
        return self.top or round_up(max(self._numbers(), default=0.0))

    @property
    def most(self) -> float:
        """The largest number; 1 where there is none."""
        return max(self._numbers(), default=0.0) or 1.0

    @property
    def labels(self) -> list[str]:
        """What the points are about."""
        return [point.label for point in self.series[0].points] if self.series else []

    @property
    def ranged(self) -> bool:
        """Whether any number has a likely range."""
        return any(point.ranged for one in self.series for point in one.points)

    @property
    def wide(self) -> bool:
        """Whether it needs the whole width of a page."""
        return self.kind == "heat" or len(self.series) > 1

    @property
    def empty(self) -> bool:
        """Whether there is no number at all to show."""
        return not any(point.value or point.few for one in self.series for point in one.points)

    def say(self, point: Point) -> str:
        """Say a number with its range as pages do."""
        if point.few:
            return gettext("not told")
        if point.value is None:
            return gettext("not known")
        return say(point.value, self.unit)

    def say_range(self, point: Point) -> str:
        """Say the likely range of a number; empty where there is none."""
        if point.low is None or point.high is None:
            return ""
        low, high = (say(end, self.unit).removesuffix(" %") for end in (point.low, point.high))
        return f"{low}–{high}"

    def shade(self, point: Point) -> int:
        """Which of the shades of a heat map a number has; 0 for nothing."""
        if not point.value:
            return 0
        return min(STEPS, 1 + int(STEPS * point.value / self.most * 0.999))

    def ticks(self) -> list[str]:
        """The words of the scale, from the top down."""
        return [say(self.scale * part / 2, self.unit) for part in (2, 1, 0)]

    def scale_words(self) -> list[str]:
        """The words of the scale, in quarters from zero."""
        return [say(self.scale * part / 4, self.unit) for part in range(5)]

    def _numbers(self) -> Iterator[float]:
        for one in self.series:
            for point in one.points:
                numbers = () if point.plain else (point.value, point.high)
                yield from (number for number in numbers if number is not None)


def say(number: float, unit: Unit) -> str:
    """Say a number with its unit."""
    return f"{wording.percent(number)} %" if unit == "share" else wording.grouped(f"{number:,.0f}")


def round_up(number: float) -> float:
    """The next round number a scale may end with: 1, 2, 4, 5, 8 times a power of ten; whole where that is enough."""
    if number <= 0:
        return 1.0
    size = 10.0 ** len(str(int(number))[1:]) if number >= 1 else 0.1
    ends: Sequence[float] = [end * size for end in (1, 2, 4, 5, 8, 10)]
    return next(end for end in ends if end >= number - 1e-9)
