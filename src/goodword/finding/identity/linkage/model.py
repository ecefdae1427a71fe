"""Two descriptions, one human being? The model that compares them: settings of Splink, and what it learns.

Nothing is run here: `settings` are handed to the lake, which has the engine, and what the lake learned comes back to
`with_learned`, which decides how much of it to believe.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import log2

import pyarrow as pa
from splink import SettingsCreator, block_on

from goodword.finding.identity.linkage.blocking import KEYS, name_of
from goodword.finding.identity.linkage.comparisons import COMPARISONS, Comparison, Outcome

MODEL_VERSION = "linkage-3"
"""Raised whenever the same rows give other suggestions."""

AUTOMATIC = 0.99
"""From this probability on two people are merged without being asked, unless a setting says otherwise."""

REVIEW = 0.5
"""From this probability on a pair is put before a reviewer."""

PRIOR = 0.0001
"""Contained in every weight that the engine returns, and taken out again: the true one is found from the pairs."""

FEWEST_TO_LEARN = 200
"""With fewer rows nothing is learned: the shares of `comparisons` hold."""

_BELIEVED_AT = 1000
"""With this many rows what was learned counts as much as what was assumed; with more, more."""

_MOST_CHANGE = 4
_BITS_BELOW = 4 + 6  # weighing gives at most six bits back to a single outcome
_LEAST_SHARE = 1e-6
_LEARNED_FROM = ("mail", "phone", "born_on", "whole")
"""Rows that agree on one of these are looked at to learn how often the other fields of one human being agree."""

type Shares = tuple[float | None, float | None]
"""m and u of an outcome as learned; None, or what was assumed, where it was never seen."""


@dataclass(frozen=True, slots=True)
class Model:
    """What is compared of some rows, and where they meet.

    Attributes:
        comparisons: those that the rows have values for.
        keys: columns that hold block keys.
        learn_from: columns to learn by; empty where there is too little to learn from.
    """

    comparisons: tuple[Comparison, ...]
    keys: tuple[str, ...]
    learn_from: tuple[str, ...]

    def settings(self) -> SettingsCreator:
        """The settings as Splink takes them; rows are those of `comparable`."""
        return SettingsCreator(
            link_type="dedupe_only",
            unique_id_column_name="row",
            comparisons=[comparison.creator() for comparison in self.comparisons],
            probability_two_random_records_match=PRIOR,
            blocking_rules_to_generate_predictions=[block_on(key) for key in self.keys],
            retain_matching_columns=True,
            retain_intermediate_calculation_columns=True,
            additional_columns_to_retain=["person_id"],
        )


def least_bits(rows: int) -> float:
    """Weight, prior included, below which a pair among so many rows is not worth weighing.

    Even if every row had a pair, such a pair would be less likely than one in sixteen.
    """
    return log2(PRIOR) + log2(max(rows, 2)) - 1 - _BITS_BELOW


def model(rows: pa.Table) -> Model:
    """Say what can be compared of rows of `comparable`."""
    filled = {name for name in rows.column_names if rows[name].null_count < rows.num_rows}
    comparisons = tuple(comparison for comparison in COMPARISONS if comparison.column in filled)
    keys = tuple(name_of(key) for key in KEYS if name_of(key) in filled)
    enough = rows.num_rows >= FEWEST_TO_LEARN and len(comparisons) > 1
    learn_from = tuple(column for column in _LEARNED_FROM if enough and column in filled)
    return Model(comparisons, keys, learn_from)


def with_learned(assumed: Model, learned: Mapping[str, Mapping[str, Shares]], rows: int) -> Model:
    """Return the model with what was learned from `rows` rows mixed into what was assumed.

    The more rows, the more the learned shares count: rows / (rows + 1000). A share m is believed up to four times, and
    down to a quarter of, what was assumed: fields that hang together, as names and addresses do, teach too much.
    What was never seen, and outcomes that are fixed, stay as assumed.

    Args:
        assumed: the model of `model`.
        learned: (m, u) by field and outcome.
        rows: how many rows they were learned from.
    """
    belief = rows / (rows + _BELIEVED_AT)
    return replace(
        assumed,
        comparisons=tuple(_mixed(each, learned.get(each.field, {}), belief) for each in assumed.comparisons),
    )


def _mixed(comparison: Comparison, learned: Mapping[str, Shares], belief: float) -> Comparison:
    return replace(
        comparison,
        outcomes=tuple(
            outcome if outcome.fixed else _believed(outcome, learned.get(outcome.code, (None, None)), belief)
            for outcome in comparison.outcomes
        ),
    )


def _believed(outcome: Outcome, learned: Shares, belief: float) -> Outcome:
    m, u = learned
    if m is not None:
        m = min(max(m, outcome.m / _MOST_CHANGE), outcome.m * _MOST_CHANGE)
    return replace(outcome, m=_between(outcome.m, m, belief), u=_between(outcome.u, u, belief))


def _between(assumed: float, learned: float | None, belief: float) -> float:
    mixed = assumed if learned is None else (1 - belief) * assumed + belief * learned
    return min(max(mixed, _LEAST_SHARE), 1.0)
