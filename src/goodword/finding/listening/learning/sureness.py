"""How sure to be before speaking: from the precision asked for to the least probability of each kind."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from goodword.evidence.records.findings import GOOD
from goodword.finding.listening.learning.features import Floats

WRONG_AT_MOST = 0.1
"""Of what is said of a kind, the share that may be wrong: one in ten."""

STEPS = tuple(round(0.02 * step, 2) for step in range(25, 50))
"""Probabilities between which the least is looked for. The first is .5: what is likelier wrong is never said."""

SILENT = 1.01  # above every probability
_LEANT_ON = 10.0  # answers that the curve of the model before counts as


def alike(one: str, other: str) -> bool:
    """Whether taking one kind for the other is not wrong here: of two good ones that harms nobody."""
    return one == other or (one in GOOD and other in GOOD)


def sure(chance: Floats, kinds: Sequence[str], kind: str) -> Floats:
    """How likely saying a kind is not wrong: the probability of it, for a good kind that of any good one.

    Args:
        chance: a row a sentence, a column for each of `kinds`.
        kinds: the columns.
        kind: what would be said.
    """
    columns = [at for at, one in enumerate(kinds) if alike(one, kind)]
    return np.asarray(chance[:, columns].sum(axis=1))


def reached(
    probability: Floats, right: NDArray[np.bool_], weight: Floats, before: Sequence[float] | None = None
) -> list[float]:
    """The precision above each of `STEPS`, of answers to sentences not learnt from.

    Args:
        probability: how sure each answer was.
        right: whether it was right.
        weight: how much it counts.
        before: the same of the model learnt from, which counts as ten answers; without one, one right and one wrong.
    """
    found = []
    for at, least in enumerate(STEPS):
        above = probability >= least
        all_of_them, hits = float(weight[above].sum()), float(weight[above & right].sum())
        share, count = (0.5, 2.0) if before is None else (before[at], _LEANT_ON)
        found.append((hits + share * count) / (all_of_them + count))
    return found


def reached_anew(probability: Floats, right: NDArray[np.bool_], weight: Floats) -> list[float]:
    """The same where nothing was known before: nothing is claimed beyond the answers with one right and one wrong more.

    Each step leans on the one below it as on ten answers, so that the few surest answers neither make nor break a kind
    by themselves; but no step claims more than one of those up to it shows by itself.
    """
    found: list[float] = []
    shown = 0.0
    for least in STEPS:
        above = probability >= least
        all_of_them, hits = float(weight[above].sum()), float(weight[above & right].sum())
        shown = max(shown, (hits + 1) / (all_of_them + 2))
        leant = (hits + found[-1] * _LEANT_ON) / (all_of_them + _LEANT_ON) if found else shown
        found.append(min(leant, shown))
    return found


def least_probability(curves: Mapping[str, Sequence[float]], wrong_at_most: float = WRONG_AT_MOST) -> dict[str, float]:
    """The least probability of each kind from which on the precision asked for was reached, at every step above too.

    A kind that nowhere reached it is never said.

    Args:
        curves: of each kind, the precision above each of `STEPS`.
        wrong_at_most: the share that may be wrong, 0 to 1.
    """
    found = {}
    for kind, curve in curves.items():
        least = SILENT
        for step, precision in zip(reversed(STEPS), reversed(curve), strict=True):
            if precision < 1 - wrong_at_most:
                break
            least = step
        found[kind] = least
    return found
