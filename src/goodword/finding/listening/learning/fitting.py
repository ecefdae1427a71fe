"""Multinomial logistic regression, held near what is known already.

scikit-learn's has no such hold; without one the two find the same weights, which a test compares.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodword.finding.listening.learning.features import Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_array

type Targets = NDArray[np.intp]

_NORMAL, _EXACT = (200, 1e-6), (20_000, 0.0)  # rounds of L-BFGS at most, and the gain at which they end
_SLOPE_HELD, _SHIFT_HELD = 10.0, 10.0  # how strongly calibration of few answers stays where it was


class Hold(NamedTuple):
    """How strongly weights are held: the precision of a Gaussian prior on each.

    Attributes:
        near: around `prior`.
        prior: where weights of numbers are held, a row a number.
        words: around 0, for weights of places of words.
    """

    near: float
    prior: Floats
    words: float


def fit(
    numbers: Floats,
    pieces: "csr_array | None",
    target: Targets,
    weight: Floats,
    hold: Hold,
    *,
    exact: bool = False,
) -> tuple[Floats, Floats]:
    """The weights of numbers and of places of words that make these answers likeliest, given the hold.

    Args:
        numbers: a row a sentence; the last column is the constant.
        pieces: a row a sentence, a column a place; None for none.
        target: the kind's column of each.
        weight: how much each sentence counts.
        hold: see `Hold`.
        exact: whether to go on to the last digit.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 takes 0.4 s, and only learning needs it

    count, kinds = numbers.shape[1], hold.prior.shape[1]
    places = 0 if pieces is None else pieces.shape[1]
    turned = None if pieces is None else pieces.T.tocsr()
    truth = np.arange(target.size), target

    def loss(flat: Floats) -> tuple[float, Floats]:
        both = flat.reshape(count + places, kinds)
        own, words = both[:count], both[count:]
        odds = numbers @ own if pieces is None else numbers @ own + pieces @ words
        value, slope = _cross_entropy(odds, truth, weight)
        away = own - hold.prior
        value += 0.5 * hold.near * float((away**2).sum()) + 0.5 * hold.words * float((words**2).sum())
        parts = [numbers.T @ slope + hold.near * away]
        if turned is not None:
            parts.append(turned @ slope + hold.words * words)
        return value, np.concatenate(parts).ravel()

    rounds, flat_at = _EXACT if exact else _NORMAL
    start = np.concatenate((hold.prior, np.zeros((places, kinds)))).ravel()
    best = minimize(
        loss,
        start,
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": rounds, "maxfun": 2 * rounds, "ftol": flat_at, "gtol": 1e-7},
    )
    both = best.x.reshape(count + places, kinds)
    return both[:count], both[count:]


def calibration(odds: Floats, target: Targets, weight: Floats | None = None) -> tuple[float, Floats]:
    """The slope and the shifts that make log odds of sentences not learnt from into probabilities.

    Platt's scaling for several kinds (vector scaling with one slope, Guo et al. 2017), held near 1 and 0.

    Args:
        odds: a row a sentence, a column a kind.
        target: the kind's column of each.
        weight: how much each counts; 1 each unless given.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 takes 0.4 s, and only learning needs it

    kinds = odds.shape[1]
    truth, one = (np.arange(target.size), target), np.ones(target.size) if weight is None else weight

    def loss(flat: Floats) -> tuple[float, Floats]:
        value, grown = _cross_entropy(flat[0] * odds + flat[1:], truth, one)
        value += 0.5 * _SLOPE_HELD * (flat[0] - 1) ** 2 + 0.5 * _SHIFT_HELD * float((flat[1:] ** 2).sum())
        first = float((grown * odds).sum()) + _SLOPE_HELD * (flat[0] - 1)
        return value, np.concatenate(([first], grown.sum(axis=0) + _SHIFT_HELD * flat[1:]))

    bounds = [(0.05, 20.0), *[(None, None)] * kinds]
    best = minimize(loss, np.concatenate(([1.0], np.zeros(kinds))), jac=True, method="L-BFGS-B", bounds=bounds)
    return float(best.x[0]), np.asarray(best.x[1:])


def _cross_entropy(odds: Floats, truth: tuple[NDArray[np.intp], Targets], weight: Floats) -> tuple[float, Floats]:
    top = odds.max(axis=1, keepdims=True)
    grown = np.exp(odds - top)
    total = grown.sum(axis=1, keepdims=True)
    value = float((weight * (np.log(total[:, 0]) + top[:, 0] - odds[truth])).sum())
    share = grown / total
    share[truth] -= 1
    return value, share * weight[:, None]
