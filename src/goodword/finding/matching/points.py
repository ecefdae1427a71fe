"""How well somebody or something fits a need, point by point; see docs/algorithms/matching.md.

A fit is a range: what is not known might fit or not. Matching goes by one number in it, in which what is not known
counts for a part (`UNKNOWN_COUNTS`), so that somebody of whom much is known does not lose against a blank page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from goodword.finding.matching.comparing import State, compared
from goodword.finding.matching.facts import Fitting, Wanted

WEIGHTS: dict[str, float] = {
    "industry": 3.0,
    "use_case": 3.0,
    "role": 3.0,
    "product": 2.0,
    "employees": 2.0,
    "region": 2.0,
    "competitor": 2.0,
    "language": 3.0,
}
"""What each field counts. Chosen, not learned: what a buyer asks a reference for first counts most."""

WORDS_WEIGHT = 2.0
"""What the words of a need count, compared with what somebody said."""

CREDIT = {State.SAME: 1.0, State.NEAR: 0.5, State.DIFFERENT: 0.0}
UNKNOWN_COUNTS = 1 / 3
"""What is not known counts as a third of a hit: it is likelier not to fit than to fit."""

WORDS_SAME, WORDS_NEAR = 0.5, 0.2
"""From what likeness on words are said to be the same, or near."""

type Matrix = npt.NDArray[np.float64]
"""Needs by rows, people or stories by columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of a fit.

    Attributes:
        name: the field, or `words`.
        state: how it compares.
        wanted: what the need says.
        there: what is known; empty where nothing is.
    """

    name: str
    state: State
    wanted: str
    there: str = ""


@dataclass(frozen=True, slots=True)
class Fits:
    """How well all of them fit all needs.

    Attributes:
        low: if nothing that is not known fits.
        high: if all of it does.
    """

    low: Matrix
    high: Matrix

    @property
    def middle(self) -> Matrix:
        """The number that matching goes by."""
        counted: Matrix = self.low + UNKNOWN_COUNTS * (self.high - self.low)
        return counted

    def of(self, row: int) -> "Fits":
        """Those of one need."""
        return Fits(self.low[row : row + 1], self.high[row : row + 1])


def asked_of(wanted: Wanted) -> list[str]:
    """The fields in which a need says something."""
    return [name for name in WEIGHTS if getattr(wanted, name)]


def fits(needs: Sequence[Wanted], there: Sequence[Fitting], words: Matrix | None = None) -> Fits:
    """Compare all needs with all of those.

    Each pair of different values is compared once: a thousand people of one industry are one comparison.

    Args:
        needs: who is wanted.
        there: for whom each fits.
        words: how like what each said is to the words of each need, 0 to 1; not a number where one says nothing.

    Returns:
        Fits from 0 to 1; 1 for a need that says nothing, as anybody will do.
    """
    shape = (len(needs), len(there))
    total, low, high = np.zeros((len(needs), 1)), np.zeros(shape), np.zeros(shape)
    for name, weight in WEIGHTS.items():
        rows = np.array([number for number, need in enumerate(needs) if getattr(need, name)], dtype=np.int64)
        if len(rows):
            credit = _credits(name, [needs[row] for row in rows], there)
            total[rows] += weight
            low[rows] += weight * np.nan_to_num(credit, nan=0.0)
            high[rows] += weight * np.nan_to_num(credit, nan=1.0)
    if words is not None:
        told = np.array([bool(need.text.strip()) for need in needs])
        total[told] += WORDS_WEIGHT
        low[told] += WORDS_WEIGHT * np.nan_to_num(words[told], nan=0.0)
        high[told] += WORDS_WEIGHT * np.nan_to_num(words[told], nan=1.0)
    nothing = total[:, 0] == 0
    total[nothing], low[nothing], high[nothing] = 1.0, 1.0, 1.0
    return Fits(low / total, high / total)


def points_of(wanted: Wanted, there: Fitting, words: float | None = None) -> list[Point]:
    """Tell how a need compares with somebody or something, the heaviest points first.

    Args:
        wanted: the need.
        there: for whom they fit.
        words: how like their words are; None where the words of either say nothing.
    """
    points = [
        Point(name=name, state=compared(name, wanted, there), wanted=_told(wanted, name), there=_known(there, name))
        for name in sorted(asked_of(wanted), key=lambda name: -WEIGHTS[name])
    ]
    if wanted.text.strip():
        points.append(Point(name="words", state=_words_state(words), wanted=" ".join(wanted.text.split())))
    return points


def _credits(name: str, needs: Sequence[Wanted], there: Sequence[Fitting]) -> Matrix:
    asked, which = _different([_key(_told(need, name)) for need in needs])
    known, whose = _different([f"{one.heard} {_key(_known(one, name))}" for one in there])
    table = np.array(
        [[CREDIT.get(compared(name, needs[row], there[column]), np.nan) for column in known] for row in asked]
    ).reshape(len(asked), len(known))
    found: Matrix = table[which][:, whose]
    return found


def _different(keys: Sequence[str]) -> tuple[list[int], npt.NDArray[np.int64]]:
    """Where each different key stands first, and for each place the number of its key."""
    numbers: dict[str, int] = {}
    first: list[int] = []
    places = np.empty(len(keys), dtype=np.int64)
    for place, key in enumerate(keys):
        if key not in numbers:
            numbers[key] = len(first)
            first.append(place)
        places[place] = numbers[key]
    return first, places


def _key(told: str) -> str:
    return told.casefold()


def _told(wanted: Wanted, name: str) -> str:
    return str(getattr(wanted, name) or "")


_FIELDS = {"product": "products", "use_case": "use_cases", "competitor": "replaced", "language": "languages"}


def _known(there: Fitting, name: str) -> str:
    if name == "region":
        return ", ".join(one for one in (there.country, there.region) if one)
    value = getattr(there, _FIELDS.get(name, name))
    return ", ".join(value) if isinstance(value, tuple) else str(value or "")


def _words_state(words: float | None) -> State:
    if words is None:
        return State.UNKNOWN
    return State.SAME if words >= WORDS_SAME else State.NEAR if words >= WORDS_NEAR else State.DIFFERENT
