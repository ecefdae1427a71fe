"""Did it matter to the lot what somebody thinks of us? A permutation test of the drawn against one column.

The column is put in ranks. Where the lot is blind, every set of as many people is equally likely, so the ranks of the
drawn are compared with those of all such sets: counted exactly where that is quick, else with sets drawn by chance.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.stats import rankdata

ROUNDS = 9_999
"""How many sets are drawn by chance where there are too many to count."""

MOST_STEPS = 50_000_000
"""Up to how many additions the sets are counted exactly; about a quarter of a second."""

_SAME = 1e-9
_CELLS = 2_000_000  # of a table that is held in memory at once

type Floats = npt.NDArray[np.float64]
type Wholes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Association:
    """How the drawn differ from the eligible in one column.

    Attributes:
        eligible: how many of the eligible have a value; who has none is left out.
        drawn: how many of these were drawn.
        correlation: of being drawn and the ranks of the column, -1 to 1; None where nothing varies.
        spread: standard deviation that this correlation has under a blind lot: 1 / sqrt(eligible - 1).
        p: share of equally large sets that differ at least as much, in either direction; 1 where nothing varies.
        exact: whether all sets were counted.
        error: standard error of `p`; 0 where it is exact.
    """

    eligible: int
    drawn: int
    correlation: float | None
    spread: float | None
    p: float
    exact: bool
    error: float


def association(
    drawn: Sequence[bool], values: Sequence[float | None], *, seed: int = 0, rounds: int = ROUNDS
) -> Association:
    """Compare the drawn with all who were eligible.

    Args:
        drawn: for each of the eligible, whether they were drawn.
        values: the column, in the same order: a score, an amount, a number of signals; None where it is unknown.
        seed: of the sets that are drawn by chance, where they are too many to count.
        rounds: how many sets are drawn by chance.

    Raises:
        ValueError: the two are not equally long.
    """
    both = [(was, value) for was, value in zip(drawn, values, strict=True) if not _unknown(value)]
    mine = np.array([was for was, _ in both], dtype=bool)
    count, chosen = len(both), int(mine.sum())
    # Twice the rank is a whole number, also where several share one: sums of them can be compared without rounding.
    ranks = np.rint(2 * rankdata([value for _, value in both])).astype(np.int64) if both else np.zeros(0, np.int64)
    if chosen in (0, count) or np.ptp(ranks) == 0:  # also where there is nobody, or one
        return Association(count, chosen, None, None, 1.0, exact=True, error=0.0)
    correlation = float(np.corrcoef(mine, ranks)[0, 1])
    spread = 1 / math.sqrt(count - 1)
    off = _off(int(ranks[mine].sum()), ranks, chosen)
    if _steps(ranks, chosen) <= MOST_STEPS:
        return Association(count, chosen, correlation, spread, _counted(ranks, chosen, off), exact=True, error=0.0)
    p = _tried(ranks, chosen, off, seed=seed, rounds=rounds)
    error = math.sqrt(p * (1 - p) / (rounds + 1))
    return Association(count, chosen, correlation, spread, p, exact=False, error=error)


def _unknown(value: float | None) -> bool:
    return value is None or math.isnan(value)


def _off(total: int, ranks: Wholes, chosen: int) -> float:
    """How far the sum of some ranks is from the one to expect."""
    return abs(total - chosen * float(ranks.mean()))


def _steps(ranks: Wholes, chosen: int) -> int:
    """How many additions it takes to count all sets: people, times members, times sums."""
    size = min(chosen, len(ranks) - chosen)
    return len(ranks) * size * int(np.sort(ranks)[-size:].sum())


def _counted(ranks: Wholes, chosen: int, off: float) -> float:
    """The share of all sets that are at least as far off, counted by their sums."""
    size = min(chosen, len(ranks) - chosen)  # who was left out is exactly as far off as who was drawn
    sums = int(np.sort(ranks)[-size:].sum())
    share = np.zeros((size + 1, sums + 1))
    share[0, 0] = 1.0
    for place, rank in enumerate(ranks.tolist()):
        # The probability that a set of the first people has so many members and such a sum: each is in it or not,
        # and weighing by what is left to fill keeps every number between 0 and 1, however many sets there are.
        for members in range(min(size, place + 1), 0, -1):
            chance = (size - members + 1) / (len(ranks) - place)
            stays = 1 - (size - members) / (len(ranks) - place)
            share[members] *= max(0.0, stays)
            share[members, rank:] += chance * share[members - 1, : sums + 1 - rank]
        share[0] *= max(0.0, 1 - size / (len(ranks) - place))
    distances = np.abs(np.arange(sums + 1) - size * float(ranks.mean()))
    return min(1.0, float(share[size][distances >= off - _SAME].sum()))


def _tried(ranks: Wholes, chosen: int, off: float, *, seed: int, rounds: int) -> float:
    """The same of sets drawn by chance. The drawn themselves are one of them, so it is never 0."""
    chance = np.random.default_rng(seed)
    levels, people = np.unique(ranks, return_counts=True)
    at_once = max(1, _CELLS // len(levels))
    asfar = 0
    for start in range(0, rounds, at_once):
        # How many of each rank a blind lot draws: the same as shuffling everybody, and much quicker.
        many = min(at_once, rounds - start)
        sums = chance.multivariate_hypergeometric(people, chosen, size=many, method="marginals") @ levels
        asfar += int((np.abs(sums - chosen * float(ranks.mean())) >= off - _SAME).sum())
    return (1 + asfar) / (rounds + 1)
