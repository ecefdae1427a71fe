"""Whether a probability means what it says: of the answers that were so sure, how many were right."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodword.finding.listening.learning.features import Floats
from goodword.finding.listening.learning.figures import ROUNDS, SEED, Range, share_of

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Probabilities between which answers are put together; the last bin holds 1 as well."""


class Bin(NamedTuple):
    """Answers about as sure as each other.

    Attributes:
        low: the least probability.
        high: just above the greatest.
        answers: how many.
        said: their mean probability.
        right: the share that is right, with Wilson's interval.
    """

    low: float
    high: float
    answers: int
    said: float
    right: Range


class Reliability(NamedTuple):
    """How far probabilities are what they say.

    Attributes:
        counted: how many answers.
        bins: those that hold any, the least sure first.
        error: the expected calibration error: how far the mean probability and the share that is right lie apart, in
            the mean over answers; with a bootstrap's interval. Few answers make it larger than it is.
    """

    counted: int
    bins: tuple[Bin, ...]
    error: Range


def reliability(probability: Floats, right: NDArray[np.bool_]) -> Reliability:
    """Put answers into bins by how sure they were, and count in each how many were right.

    Args:
        probability: how sure each answer was, 0 to 1.
        right: whether it was right.
    """
    count = probability.size
    if not count:
        return Reliability(0, (), Range(float("nan"), float("nan"), float("nan")))
    place, gap = _bins(probability), gaps(probability, right)
    chance = np.random.default_rng(SEED)
    drawn = [error_of(gap, chance.multinomial(count, np.full(count, 1 / count))) for _ in range(ROUNDS)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    found = []
    for at in np.unique(place).tolist():
        mine = place == at
        share = share_of(int(right[mine].sum()), int(mine.sum()))
        found.append(Bin(EDGES[at], EDGES[at + 1], int(mine.sum()), float(probability[mine].mean()), share))
    return Reliability(
        count, tuple(found), Range(error_of(gap, np.ones(count, dtype=np.int64)), float(low), float(high))
    )


def gaps(probability: Floats, right: NDArray[np.bool_]) -> Floats:
    """What each answer adds to how far its bin is off: a row a bin, a column an answer."""
    found = np.zeros((len(EDGES) - 1, probability.size))
    found[_bins(probability), np.arange(probability.size)] = probability - right
    return found


def error_of(found: Floats, times: NDArray[np.int64]) -> float:
    """The expected calibration error of `gaps`, where each answer counts so many times."""
    return float(np.abs(found @ times.astype(np.float64)).sum() / times.sum())


def _bins(probability: Floats) -> NDArray[np.intp]:
    return np.clip(np.searchsorted(EDGES, probability, side="right") - 1, 0, len(EDGES) - 2)
