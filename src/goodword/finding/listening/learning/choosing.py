"""Which sentences to label next: those that teach most, and some at random so that figures stay honest."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodword.finding.listening.learning.features import Floats, Sentence
from goodword.finding.listening.learning.grams import grams
from goodword.finding.listening.learning.model import Model

AT_RANDOM = 0.3
"""The share of sentences drawn at random: only these are counted in held-out figures."""

_LOOKED_AT = 2000  # of the least sure sentences, for how different they are
_COLUMNS = 4096  # places that likeness is reckoned on


class Pick(NamedTuple):
    """A sentence to label.

    Attributes:
        at: its place among the candidates.
        fair: whether it was drawn at random; hand it back as `Labelled.fair`.
    """

    at: int
    fair: bool


def next_to_label(
    candidates: Sequence[Sentence], model: Model, n: int, *, seed: int = 0, at_random: float = AT_RANDOM
) -> list[Pick]:
    """The sentences to label next, mixed so that nobody sees which were drawn at random.

    The random ones are drawn first, from all candidates alike. The others are picked one after another: the one with
    the highest product of how unsure the model is (the entropy of its probabilities) and how unlike it is to those
    picked already (1 - the highest cosine of their words).

    Args:
        candidates: sentences without a label, each once.
        model: who is unsure.
        n: how many, at most.
        seed: of the draw; hand in another for every batch.
        at_random: the share drawn at random, 0 to 1.
    """
    n = min(n, len(candidates))
    if n <= 0:
        return []
    chance = np.random.default_rng(seed)
    fair = chance.permutation(len(candidates))[: max(1, round(n * at_random))].tolist()
    unsure = _entropy(model.probabilities(candidates))
    unsure[fair] = -1.0
    least_sure = np.argsort(-unsure, kind="stable")[: min(_LOOKED_AT, len(candidates) - len(fair))]
    picked = _unlike([candidates[at].text for at in least_sure.tolist()], unsure[least_sure], n - len(fair))
    found = [Pick(at, fair=True) for at in fair] + [Pick(int(least_sure[at]), fair=False) for at in picked]
    return [found[at] for at in chance.permutation(len(found)).tolist()]


def _entropy(share: Floats) -> Floats:
    return np.asarray(-(share * np.log(np.maximum(share, 1e-12))).sum(axis=1))


def _unlike(texts: Sequence[str], unsure: Floats, n: int) -> list[int]:
    if n <= 0 or not texts:
        return []
    rows = _rows(texts)
    nearest = np.zeros(len(texts))
    left: NDArray[np.bool_] = np.ones(len(texts), dtype=np.bool_)
    found: list[int] = []
    for _ in range(min(n, len(texts))):
        best = int(np.argmax(np.where(left, unsure * (1 - nearest), -1.0)))
        found.append(best)
        left[best] = False
        nearest = np.minimum(1.0, np.maximum(nearest, rows @ rows[best]))
    return found


def _rows(texts: Sequence[str]) -> Floats:
    pieces = grams(texts)
    rows = np.zeros((len(texts), _COLUMNS))
    np.add.at(rows, (pieces.row, pieces.place % _COLUMNS), pieces.value)
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12))
