"""What only a whole column tells: whether the day or the month comes first, and what a comma in a number means."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from goodword.evidence.intake.checking.moments import order_shown
from goodword.evidence.intake.checking.numbers import POINT, decimal_mark_shown
from goodword.evidence.records.table import DAY, INSTANT, NUMBER, WHOLE
from goodword.evidence.sources.cells import Cells, each_distinct, matching

_NUMERIC_DAY = r"^\s*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
_MARKED_NUMBER = r"[,]|\..*\."


@dataclass(frozen=True, slots=True)
class Forms:
    """How the values of a sheet are to be read.

    Attributes:
        orders: for each column `day-first` or `month-first`, or None where nothing tells.
        marks: for each column its decimal mark, or None where it contradicts itself.
    """

    orders: dict[str, str | None]
    marks: dict[str, str | None]


@dataclass(slots=True)
class FormsSeen:
    """Collects, batch by batch, what the columns of a sheet show.

    Attributes:
        types: contract column -> its type.
        given: contract column -> the order a map gives it.
    """

    types: dict[str, str]
    given: dict[str, str]
    _orders: dict[str, set[str]] = field(default_factory=dict)
    _marks: dict[str, set[str]] = field(default_factory=dict)

    def look(self, name: str, cells: Cells) -> None:
        """Take in some cells of a column."""
        kind = self.types[name]
        if kind in {DAY, INSTANT}:
            shown = _shown(map(order_shown, _words(cells, _NUMERIC_DAY)))
            self._orders.setdefault(name, set()).update(shown)
        elif kind in {NUMBER, WHOLE}:
            shown = _shown(map(decimal_mark_shown, _words(cells, _MARKED_NUMBER)))
            self._marks.setdefault(name, set()).update(shown)

    def forms(self) -> Forms:
        """What they show together: a column that tells nothing is read as the other columns of its file are."""
        everywhere = set().union(*self._orders.values())
        orders = {name: self.given.get(name) or _only(seen or everywhere) for name, seen in self._orders.items()}
        marks = {name: _only(seen or {POINT}) for name, seen in self._marks.items()}
        return Forms(orders=orders, marks=marks)


def _only(seen: set[str]) -> str | None:
    return next(iter(seen)) if len(seen) == 1 else None


def _words(cells: Cells, pattern: str) -> list[str]:
    words, _ = each_distinct(matching(cells, pattern))
    return [word for word in words if word]


def _shown(signs: Iterable[str | None]) -> set[str]:
    return {sign for sign in signs if sign is not None}
