"""Splink on DuckDB: learns what agreement is worth, and compares the rows that share a key."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from goodword.evidence.lake.local.engine import engine, quoted

MEMORY = "2GB"
"""Half of what linkage may take: the columns of all rows rest beside the engine."""

_SEED = 1
_PAIRS_OF_STRANGERS = 4e6
_PAIRS_TO_LEARN_FROM = 1e6
_ROUNDS = (25, 8, 3)
_NOUGHT = "below the minimum allowed"  # how Splink says that a share has come down to nought

type Shares = dict[str, dict[str, tuple[float | None, float | None]]]
"""m and u by comparison and outcome; where an outcome was never seen, what it started from, or None."""


def learn(rows: pa.Table, settings: SettingsCreator, learn_from: Sequence[str], *, memory: str = MEMORY) -> Shares:
    """Learn by expectation and maximisation how often each outcome is seen in one human being, and among strangers.

    Which rows are drawn depends on the numbers in `row` and on a fixed seed, on nothing else. Two outcomes that few
    pairs have, and only together, shrink to nought within a few rounds, which Splink refuses: then there are fewer.

    Args:
        rows: what is compared, with a column `row` that numbers them.
        settings: Splink's, with the shares to start from.
        learn_from: columns; pairs that agree on one teach about the comparisons that do not use it.
        memory: most memory of the engine, such as `2GB`.
    """
    for rounds in _ROUNDS[:-1]:
        try:
            return _learned(rows, replace(settings, max_iterations=rounds), learn_from, memory)
        except ValueError as error:
            if _NOUGHT not in str(error):
                raise
    return _learned(rows, replace(settings, max_iterations=_ROUNDS[-1]), learn_from, memory)


def _learned(rows: pa.Table, settings: SettingsCreator, learn_from: Sequence[str], memory: str) -> Shares:
    with _linker(rows, settings, memory) as (linker, connection):
        linker.training.estimate_u_using_random_sampling(
            _PAIRS_OF_STRANGERS, seed=_SEED, min_count_per_level=None, num_chunks=1
        )
        for column in learn_from:
            if _repeats(connection, column):
                linker.training.estimate_parameters_using_expectation_maximisation(
                    block_on(column), max_pairs=_PAIRS_TO_LEARN_FROM
                )
        model = linker.misc.save_model_to_json()
    return {each["output_column_name"]: _shares(each["comparison_levels"]) for each in model["comparisons"]}


def compare(rows: pa.Table, settings: SettingsCreator, *, least_bits: float, memory: str = MEMORY) -> pa.Table:
    """Compare the rows that share one of the settings' keys.

    Args:
        rows: what is compared, with the columns `row` and `person_id`.
        settings: Splink's, every share known.
        least_bits: pairs of less weight, prior included, are not returned.
        memory: most memory of the engine, such as `2GB`.

    Returns:
        one row a pair, also of one `person_id`: `person_id_l`, `person_id_r`, `match_weight` in bits with the prior,
        and for each comparison `gamma_` (which outcome, counted from the last; -1 for unknown), `mw_` (its bits) and,
        where frequencies count, `mw_tf_adj_` (the bits they add).
    """
    with _linker(rows, settings, memory) as (linker, connection):
        found = linker.inference.predict(threshold_match_weight=least_bits, warning_mode="never")
        pairs: pa.Table = connection.sql(
            f"SELECT person_id_l, person_id_r, match_weight, COLUMNS('^(gamma|mw)_') FROM {quoted(found.physical_name)}"
        ).to_arrow_table()
        return pairs


@contextmanager
def _linker(
    rows: pa.Table, settings: SettingsCreator, memory: str
) -> Iterator[tuple[Linker, duckdb.DuckDBPyConnection]]:
    with engine(memory) as connection, _quiet():
        connection.register("compared", rows)
        yield Linker(DuckDBAPI(connection).register("compared"), settings, log_level=None), connection


@contextmanager
def _quiet() -> Iterator[None]:
    """Splink tells its progress as warnings; who called asked for none."""
    log = logging.getLogger("splink")
    before = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(before)


def _repeats(connection: duckdb.DuckDBPyConnection, column: str) -> bool:
    """Whether two rows agree on a column: else there is nothing to learn by it."""
    counts = connection.sql(f"SELECT count({quoted(column)}) > count(DISTINCT {quoted(column)}) FROM compared")
    return bool(counts.fetchall()[0][0])


def _shares(levels: list[dict[str, Any]]) -> dict[str, tuple[float | None, float | None]]:
    known = [level for level in levels if not level.get("is_null_level")]
    return {level["label_for_charts"]: (level.get("m_probability"), level.get("u_probability")) for level in known}
