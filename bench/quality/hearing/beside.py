"""A figure beside its baseline, and the gain, all on the same units and the same draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bench.quality.figures import (
    ROUNDS,
    SEED,
    Figure,
    Floats,
    Interval,
    Labels,
    Picks,
    auc_difference,
    auc_interval,
    bootstrap,
    skipped,
    wilson,
)

type Statistic = Callable[[Picks], float]
type Signs = NDArray[np.intp]

GAIN = "interval above 0"


@dataclass(frozen=True, slots=True)
class Aim:
    """What is measured, on what, and what it has to reach; a figure `at_most` has to stay below."""

    name: str
    data: str
    at_least: float | None = None
    at_most: float | None = None
    ours: str = "shipped"
    theirs: str = "VADER"
    gain: bool = True

    def target(self) -> str:
        """The target in words."""
        if self.at_least is not None:
            return f"{self.at_least:.2f} or more"
        return "" if self.at_most is None else f"{self.at_most:.2f} or less"

    def met(self, value: float) -> bool | None:
        """Whether a value reaches it; None without a target."""
        if self.at_least is not None:
            return value >= self.at_least
        return None if self.at_most is None else value <= self.at_most


def alone(aim: Aim, n: int, found: Interval, baseline: float | None = None) -> Figure:
    """One figure of ours."""
    name = f"{aim.name}: {aim.ours}"
    met = aim.met(found.value)
    return Figure(name, aim.data, n, found.value, found.low, found.high, baseline, aim.target(), met)


def three(aim: Aim, n: int, ours: Interval, theirs: Interval, gap: Interval) -> list[Figure]:
    """Theirs, ours and the gain; where less is better the gain is theirs minus ours."""
    if aim.at_most is not None:
        gap = Interval(-gap.value, -gap.high, -gap.low)
    name = f"{aim.name}: gain of {aim.ours} over {aim.theirs}"
    gain = Figure(name, aim.data, n, gap.value, gap.low, gap.high, 0.0)
    return [
        Figure(f"{aim.name}: {aim.theirs}", aim.data, n, theirs.value, theirs.low, theirs.high),
        alone(aim, n, ours, theirs.value),
        replace(gain, target=GAIN, met=gap.low > 0) if aim.gain else gain,
    ]


def drawn(aim: Aim, n: int, ours: Statistic, theirs: Statistic, rounds: int = ROUNDS) -> list[Figure]:
    """Theirs, ours and the gain, by a paired bootstrap over the units."""
    chance = np.random.default_rng(SEED)
    both = []
    for _ in range(rounds):
        picks = chance.integers(0, n, n)
        both.append((ours(picks), theirs(picks)))
    draws, everything = np.array(both), np.arange(n)
    mine, other = ours(everything), theirs(everything)
    return three(
        aim,
        n,
        _interval(mine, draws[:, 0]),
        _interval(other, draws[:, 1]),
        _interval(mine - other, draws[:, 0] - draws[:, 1]),
    )


def _gap(n: int, ours: Statistic, theirs: Statistic) -> Interval:
    return bootstrap(lambda picks: ours(picks) - theirs(picks), n)


def _interval(value: float, draws: Floats) -> Interval:
    low, high = np.nanquantile(draws, [0.025, 0.975])
    return Interval(value, float(low), float(high))


def areas(aim: Aim, ours: Floats, theirs: Floats, label: Labels) -> list[Figure]:
    """The same for areas under the ROC curve, by DeLong."""
    gap = auc_difference(ours, theirs, label)
    return three(aim, int(label.size), auc_interval(ours, label), auc_interval(theirs, label), gap)


def macro_f1(said: Signs, really: Signs) -> Statistic:
    """The mean F1 over -1, 0 and 1."""
    cells = (said + 1) * 3 + really + 1

    def statistic(picks: Picks) -> float:
        table = np.bincount(cells[picks], minlength=9).reshape(3, 3)
        both = table.sum(axis=0) + table.sum(axis=1)
        return float(np.mean(2 * np.diag(table) / np.maximum(both, 1)))

    return statistic


def f1(said: Labels, really: Labels) -> Statistic:
    """F1 of a yes-or-no claim."""
    right = said & really
    both = said.astype(np.intp) + really.astype(np.intp)

    def statistic(picks: Picks) -> float:
        total = int(both[picks].sum())
        return 2 * int(right[picks].sum()) / total if total else 0.0

    return statistic


def _portion(hit: Labels, among: Labels) -> Statistic:
    """The share of hits among some of the units; nan without any."""

    def statistic(picks: Picks) -> float:
        n = int(among[picks].sum())
        return int((hit & among)[picks].sum()) / n if n else float("nan")

    return statistic


@dataclass(frozen=True, slots=True)
class Portion:
    """A share: which units are hits, and among which units they are counted."""

    hit: Labels
    among: Labels

    def wilson(self) -> Interval | None:
        """Its value and Wilson's interval."""
        return wilson(int((self.hit & self.among).sum()), int(self.among.sum()))


def shares(aim: Aim, ours: Portion, theirs: Portion) -> list[Figure]:
    """Theirs, ours and the gain: Wilson for each, a paired bootstrap over the units for the gain."""
    mine, other = ours.wilson(), theirs.wilson()
    if mine is None or other is None:
        return [skipped(f"{aim.name}: {aim.ours}", aim.data, "nothing was claimed")]
    n = int(ours.among.sum())
    gap = _gap(int(ours.hit.size), _portion(ours.hit, ours.among), _portion(theirs.hit, theirs.among))
    found = three(aim, n, mine, other, gap)
    return [replace(found[0], n=int(theirs.among.sum())), *found[1:]]


def among_all(hit: Sequence[bool] | Labels) -> Portion:
    """A share of all units."""
    hits = np.asarray(hit, dtype=np.bool_)
    return Portion(hits, np.ones(hits.size, dtype=np.bool_))


def correlation(one: Floats, other: Floats) -> Statistic:
    """Pearson's correlation."""
    return lambda picks: float(np.corrcoef(one[picks], other[picks])[0, 1])
