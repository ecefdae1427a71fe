"""What a retrained model would get right on labels it did not learn from, beside the model in use."""

from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodword.finding.listening.hearing import NEUTRAL
from goodword.finding.listening.learning.lessons import Labelled, Lesson, lesson_of
from goodword.finding.listening.learning.model import Model
from goodword.finding.listening.learning.retraining import crossed, settled
from goodword.finding.listening.learning.shipped import shipped
from goodword.finding.listening.learning.sureness import WRONG_AT_MOST
from goodword.finding.listening.learning.verdicts import Verdict, decided
from goodword.kit.shares import share

ROUNDS = 1000
SEED = 20261122

type Marks = NDArray[np.bool_]


class Range(NamedTuple):
    """A figure with its 95 % interval; all three are nan where there is nothing to count."""

    value: float
    low: float
    high: float


class Scores(NamedTuple):
    """How well one model tells one kind: precision and recall with Wilson's intervals, F1 with a bootstrap's."""

    precision: Range
    recall: Range
    f1: Range


class KindFigures(NamedTuple):
    """One kind, the new model beside the one in use, on the same sentences.

    Attributes:
        kind: which; empty for all kinds together: the mean over kinds (precision, recall and F1 by bootstrap).
        labels: how many of the counted sentences are of it.
        new: of the retrained model, each sentence judged by a model that did not learn from it.
        current: of the model in use.
        gain: F1 of the new minus F1 of the current, with a paired bootstrap over sentences.
    """

    kind: str
    labels: int
    new: Scores
    current: Scores
    gain: Range


class Held(NamedTuple):
    """Held-out figures.

    Attributes:
        counted: how many sentences were counted: those drawn at random.
        kinds: all kinds together first, then each kind that occurs.
        accuracy_new: the share of counted sentences that the new model gets right.
        accuracy_current: the same of the model in use.
        accuracy_gain: the difference, with a paired bootstrap.
    """

    counted: int
    kinds: tuple[KindFigures, ...]
    accuracy_new: Range
    accuracy_current: Range
    accuracy_gain: Range


def held_out_figures(
    labelled: Sequence[Labelled],
    current: Model | None = None,
    base: Model | None = None,
    *,
    wrong_at_most: float = WRONG_AT_MOST,
) -> Held:
    """What `retrain(labelled, base)` would get right on sentences it did not see, beside the model in use.

    Sentences are dealt into five folds; each is judged by a model that learnt from the other four. Only sentences drawn
    at random are counted. Where the current model learnt from some of these sentences itself its figures flatter it,
    and the gain shown is too small rather than too large. Both are counted as they hear: the rules first, and nothing
    said that is not sure enough.

    Args:
        labelled: what users said; see `Labelled`.
        current: the model in use: the shipped one unless another is given.
        base: where retraining starts: the shipped model unless another is given.
        wrong_at_most: of what is said of a kind, the share that may be wrong.

    Raises:
        GoodwordError: there are too few labels (code `too-few-labels`).
    """
    start, used = base or shipped(), current or shipped()
    lesson = lesson_of(labelled, start.kinds)
    rows = [labelled[at] for at in lesson.order.tolist()]
    new = _held_out(lesson, start, wrong_at_most)
    odds = used.calibrated(used.log_odds(lesson.numbers, lesson.pieces))
    old = _kinds(decided(used, odds, lesson.ruled, wrong_at_most))
    return compared(np.array([one.kind for one in rows])[lesson.fair], new[lesson.fair], old[lesson.fair])


def _held_out(lesson: Lesson, start: Model, wrong_at_most: float) -> NDArray[np.str_]:
    """What is said of each sentence; calibration, leaning and how sure to be are those that the other folds ask for."""
    odds, models = crossed(lesson, start)
    said = np.full(lesson.target.size, NEUTRAL, dtype=object)
    for fold, model in enumerate(models):
        inside = lesson.fold == fold
        if model is not None:
            judge = settled(model, lesson, odds, ~inside, start)
            calm, by_rules = judge.calibrated(odds), compress(lesson.ruled, inside)
            said[inside] = _kinds(decided(judge, calm[inside], list(by_rules), wrong_at_most))
    return said.astype(np.str_)


def _kinds(verdicts: Sequence[Verdict]) -> NDArray[np.str_]:
    """What they come to beside labels: where nothing is said, nothing is claimed."""
    return np.array([one.kind or NEUTRAL for one in verdicts])


def compared(really: NDArray[np.str_], new: NDArray[np.str_], old: NDArray[np.str_]) -> Held:
    """The figures of two models' answers about the same sentences, and what these are."""
    count = really.size
    if not count:
        nothing = Range(float("nan"), float("nan"), float("nan"))
        return Held(0, (), nothing, nothing, nothing)
    kinds = sorted(set(really.tolist()))
    chance = np.random.default_rng(SEED)
    draws = np.stack([np.bincount(chance.integers(0, count, count), minlength=count) for _ in range(ROUNDS)])
    tables = [[_parts(really == kind, answers == kind, draws) for kind in kinds] for answers in (new, old)]
    each = [_kind(kind, int((really == kind).sum()), tables[0][at], tables[1][at]) for at, kind in enumerate(kinds)]
    right = [(answers == really).astype(np.float64) for answers in (new, old)]
    shares = [draws @ one / count for one in right]
    gap = _range(float((right[0] - right[1]).mean()), shares[0] - shares[1])
    mine, other = (share_of(int(one.sum()), count) for one in right)
    return Held(count, (_together(count, tables), *each), mine, other, gap)


class _Parts(NamedTuple):
    """Of one kind: right, claimed and real, once and in every draw."""

    right: int
    claimed: int
    real: int
    f1: float
    drawn: NDArray[np.float64]
    drawn_precision: NDArray[np.float64]
    drawn_recall: NDArray[np.float64]


def _parts(real: Marks, claimed: Marks, draws: NDArray[np.intp]) -> _Parts:
    hits, said, there = draws @ (real & claimed), draws @ claimed, draws @ real
    right, claims, reals = int((real & claimed).sum()), int(claimed.sum()), int(real.sum())
    drawn = 2 * hits / np.maximum(said + there, 1)
    precision, recall = hits / np.maximum(said, 1), hits / np.maximum(there, 1)
    return _Parts(right, claims, reals, 2 * right / max(claims + reals, 1), drawn, precision, recall)


def _scores(parts: _Parts) -> Scores:
    return Scores(
        share_of(parts.right, parts.claimed), share_of(parts.right, parts.real), _range(parts.f1, parts.drawn)
    )


def _kind(kind: str, labels: int, new: _Parts, old: _Parts) -> KindFigures:
    return KindFigures(kind, labels, _scores(new), _scores(old), _range(new.f1 - old.f1, new.drawn - old.drawn))


def _together(count: int, tables: Sequence[Sequence[_Parts]]) -> KindFigures:
    both, draws = [], []
    for parts in tables:
        drawn = np.mean([part.drawn for part in parts], axis=0)
        value = float(np.mean([part.f1 for part in parts]))
        precision = float(np.mean([part.right / max(part.claimed, 1) for part in parts]))
        recall = float(np.mean([part.right / max(part.real, 1) for part in parts]))
        both.append(
            Scores(
                _range(precision, np.mean([part.drawn_precision for part in parts], axis=0)),
                _range(recall, np.mean([part.drawn_recall for part in parts], axis=0)),
                _range(value, drawn),
            )
        )
        draws.append((value, drawn))
    gain = _range(draws[0][0] - draws[1][0], draws[0][1] - draws[1][1])
    return KindFigures("", count, both[0], both[1], gain)


def _range(value: float, draws: NDArray[np.float64]) -> Range:
    low, high = np.quantile(draws, [0.025, 0.975])
    return Range(value, float(low), float(high))


def share_of(hits: int, count: int) -> Range:
    """Wilson's interval of a share (Wilson 1927)."""
    found = share(hits, count)
    return Range(*found) if found else Range(float("nan"), float("nan"), float("nan"))
