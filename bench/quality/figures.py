"""What a quality figure is, and the intervals around it.

Sources: Wilson 1927 for shares; DeLong, DeLong and Clarke-Pearson 1988 for the area under the ROC curve; paired
bootstrap (percentiles) for differences, always resampling whole units, never the pairs of a comparison apart.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm, rankdata

type Floats = NDArray[np.float64]
type Labels = NDArray[np.bool_]
type Picks = NDArray[np.intp]

ROUNDS = 2000
SEED = 20261121


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        name: what was measured.
        data: on what; for a figure that was left out, why.
        n: how many units it rests on.
        value: the figure, or None where it was left out or nothing could be counted.
        low, high: its interval, 95 % unless the name says otherwise.
        baseline: what it is compared with, where it is.
        target: what it has to reach, in words; empty where it is only reported.
        met: whether it did; None where there is no target or no value.
    """

    name: str
    data: str
    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    baseline: float | None = None
    target: str = ""
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """A value between its bounds."""

    value: float
    low: float
    high: float


def skipped(name: str, data: str, why: str) -> Figure:
    """A figure that could not be measured here, with the reason in place of the data."""
    return Figure(name=name, data=f"{data} (left out: {why})", n=0)


def wilson(hits: int, n: int, level: float = 0.95) -> Interval | None:
    """Return a share with its Wilson interval; None of nothing."""
    if n == 0:
        return None
    z = float(norm.ppf(0.5 + level / 2))
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return Interval(share, max(0.0, middle - reach), min(1.0, middle + reach))


def share(name: str, data: str, hits: int, n: int, at_least: float | None = None) -> Figure:
    """A share as a figure; its target, where there is one, is met when the value reaches it."""
    interval = wilson(hits, n)
    target = "" if at_least is None else f"{at_least:.2f} or more"
    if interval is None:
        return Figure(name, data, 0, target=target)
    met = None if at_least is None else interval.value >= at_least
    return Figure(name, data, n, interval.value, interval.low, interval.high, target=target, met=met)


def auc(score: Floats, label: Labels) -> float:
    """Return how often a positive scores above a negative, ties counting half; nan without both."""
    positives, negatives = int(label.sum()), int((~label).sum())
    if positives == 0 or negatives == 0:
        return math.nan
    ranks = rankdata(score)
    return float((ranks[label].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def auc_interval(score: Floats, label: Labels, level: float = 0.95) -> Interval:
    """Return the area with DeLong's interval."""
    above, below = _placements(score, label)
    value = float(above.mean())
    error = math.sqrt(above.var(ddof=1) / above.size + below.var(ddof=1) / below.size)
    reach = float(norm.ppf(0.5 + level / 2)) * error
    return Interval(value, max(0.0, value - reach), min(1.0, value + reach))


def auc_difference(ours: Floats, theirs: Floats, label: Labels, level: float = 0.95) -> Interval:
    """Return ours minus theirs on the same units, with DeLong's paired interval."""
    our_above, our_below = _placements(ours, label)
    their_above, their_below = _placements(theirs, label)
    above, below = our_above - their_above, our_below - their_below
    value = float(above.mean())
    error = math.sqrt(above.var(ddof=1) / above.size + below.var(ddof=1) / below.size)
    reach = float(norm.ppf(0.5 + level / 2)) * error
    return Interval(value, value - reach, value + reach)


def _placements(score: Floats, label: Labels) -> tuple[Floats, Floats]:
    """The share of negatives below each positive, and of positives above each negative; ties count half."""
    positive, negative = score[label], score[~label]
    everything = rankdata(score)
    above = (everything[label] - rankdata(positive)) / negative.size
    below = 1.0 - (everything[~label] - rankdata(negative)) / positive.size
    return above, below


def bootstrap(statistic: Callable[[Picks], float], n: int, level: float = 0.95, rounds: int = ROUNDS) -> Interval:
    """Return a statistic with its percentile interval.

    Args:
        statistic: takes the positions of the units drawn and returns the figure for them; for a difference it computes
            both sides on the same units.
        n: how many units there are.
        level: share of the rounds inside the interval.
        rounds: how often units are drawn anew.
    """
    chance = np.random.default_rng(SEED)
    drawn = [statistic(chance.integers(0, n, n)) for _ in range(rounds)]
    low, high = np.nanquantile(drawn, [0.5 - level / 2, 0.5 + level / 2])
    return Interval(statistic(np.arange(n)), float(low), float(high))


def matched_auc(score: Floats, label: Labels, stratum: list[str], level: float = 0.95) -> Interval:
    """Return the area over pairs of one stratum only, with DeLong's interval.

    Strata (such as the month in which a deal was opened) are independent, so the areas are averaged by their number of
    pairs. A stratum with fewer than two of either kind has no variance to estimate and is left out.
    """
    total, pairs, variance = 0.0, 0.0, 0.0
    for name in sorted(set(stratum)):
        inside = np.array([one == name for one in stratum])
        scores, labels = score[inside], label[inside]
        if labels.sum() < 2 or (~labels).sum() < 2:
            continue
        above, below = _placements(scores, labels)
        weight = float(above.size * below.size)
        total += weight * float(above.mean())
        pairs += weight
        variance += weight * weight * float(above.var(ddof=1) / above.size + below.var(ddof=1) / below.size)
    value, error = total / pairs, math.sqrt(variance) / pairs
    reach = float(norm.ppf(0.5 + level / 2)) * error
    return Interval(value, max(0.0, value - reach), min(1.0, value + reach))
