"""From bits of evidence to probabilities: how many pairs there are to find, and what strangers really have in common.

Both are found from the compared pairs themselves, in turns, as expectation and maximisation do: the prior is the one
under which the probabilities add up to it; and since those who were drawn as strangers contain some pairs of one human
being, what the pairs show of these is taken out of the strangers' shares again.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from goodword.finding.identity.linkage.comparisons import Comparison
from goodword.finding.identity.linkage.model import PRIOR, Model

_ROUNDS = 30
_FEWEST_PAIRS, _MOST_PAIRS = 0.01, 2.5  # pairs of one human being for each row that are thought possible
_LEAST_LEFT = 2.0**-6
"""At most six bits are given back to an outcome, however few strangers seem to have it."""

type Floats = NDArray[np.float64]
type Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Compared pairs with what speaks for each.

    Attributes:
        probability: that the two are one human being, from 0 to 1.
        outcomes: for each field which outcome came out, counted from the first; -1 where a value is missing.
        bits: for each field what that weighs.
    """

    probability: Floats
    outcomes: dict[str, Numbers]
    bits: dict[str, Floats]


def weigh(pairs: pa.Table, rows: pa.Table, compared_by: Model) -> Weighed:
    """Say how likely each pair is one human being.

    Args:
        pairs: what the lake's `compare` returned for the model.
        rows: what was compared, see `comparable`.
        compared_by: the model.
    """
    outcomes = {each.field: _outcomes(pairs, each) for each in compared_by.comparisons}
    bits = {each.field: _bits(pairs, each) for each in compared_by.comparisons}
    same = pc.equal(pairs["person_id_l"], pairs["person_id_r"]).to_numpy(zero_copy_only=False)
    total = pairs["match_weight"].to_numpy() - np.log2(PRIOR / (1 - PRIOR))
    everyone = max(rows.num_rows * (rows.num_rows - 1) / 2, 1.0)
    back = {each.field: np.zeros(len(each.outcomes)) for each in compared_by.comparisons}
    probability, a_row = np.zeros_like(total), _FEWEST_PAIRS
    for _ in range(_ROUNDS):
        share = min(a_row * rows.num_rows / everyone, 0.5)
        given = sum((_given_back(back[field], found) for field, found in outcomes.items()), np.zeros_like(total))
        probability = 1 / (1 + np.exp2(-np.clip(total + given + np.log2(share / (1 - share)), -1000, 1000)))
        probability[same] = 1.0
        a_row = float(np.clip(probability.sum() / max(rows.num_rows, 1), _FEWEST_PAIRS, _MOST_PAIRS))
        for each in compared_by.comparisons:
            known = rows.num_rows - rows[each.column].null_count
            back[each.field] = _owed(each, outcomes[each.field], probability, known * (known - 1) / 2)
    final = {field: bits[field] + _given_back(back[field], found) for field, found in outcomes.items()}
    return Weighed(probability, outcomes, final)


def _outcomes(pairs: pa.Table, comparison: Comparison) -> Numbers:
    """Splink counts from the last outcome, and -1 where a value is missing."""
    counted = pairs[f"gamma_{comparison.field}"].to_numpy().astype(np.int64)
    return np.where(counted < 0, -1, len(comparison.outcomes) - 1 - counted)


def _bits(pairs: pa.Table, comparison: Comparison) -> Floats:
    adjusted = f"mw_tf_adj_{comparison.field}"
    bits: Floats = pairs[f"mw_{comparison.field}"].to_numpy().astype(np.float64)
    return bits + pairs[adjusted].to_numpy() if adjusted in pairs.column_names else bits


def _given_back(back: Floats, outcomes: Numbers) -> Floats:
    return np.where(outcomes < 0, 0.0, back[outcomes])


def _owed(comparison: Comparison, outcomes: Numbers, probability: Floats, pairs_known: float) -> Floats:
    """Bits to add to each outcome, once the expected pairs of one human being are taken out of the strangers' share."""
    count = len(comparison.outcomes)
    known = outcomes >= 0
    ones = np.bincount(outcomes[known], weights=probability[known], minlength=count)
    counted = np.array([outcome.u for outcome in comparison.outcomes]) * max(pairs_known, 1.0)
    left = np.clip(1 - ones / counted, _LEAST_LEFT, 1.0)
    settled = np.array([outcome.fixed or outcome.frequency_of is not None for outcome in comparison.outcomes])
    return np.where(settled, 0.0, -np.log2(left))
