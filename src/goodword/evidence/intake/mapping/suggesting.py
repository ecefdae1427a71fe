"""For one table: which header is which column. Exact names first, then what tools use, similar names, value shapes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from goodword.evidence.intake.mapping.known_names import aliases, all_names
from goodword.evidence.intake.mapping.shapes import Looks
from goodword.evidence.intake.names import squeezed
from goodword.evidence.records.known import RECORDS
from goodword.evidence.records.table import DAY, INSTANT, Column

EXACT = "exact"
KNOWN = "known"
SIMILAR = "similar"
SHAPE = "values"
MAP = "map"

_WEIGHT = {EXACT: 1.0, KNOWN: 0.95, SIMILAR: 0.8, SHAPE: 0.4}
_RANK_STEP = 0.01  # what each place in the list of names costs
_SIMILAR_FROM = 0.85
_LONG_ENOUGH = 5  # letters; in shorter names a single wrong one makes another word
_MOSTLY = 0.5
_EMPTY = 0.6  # a column without values gives way to one with some
_ALMOST_ALL = 0.9
# Days on which a tool touched a row say nothing about when the fact happened.
_BOOKKEEPING = re.compile(r"^_|sync|updat|modif|birth|delet|load|import|expor", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A header that may be a column, how that is known, and how sure it is (0 to 1)."""

    column: str
    header: str
    how: str
    sure: float


def suggest(table: str, header: Sequence[str], looks: Looks) -> list[Pair]:
    """Pair the columns of a table with headers, each at most once.

    Args:
        table: the record table.
        header: the sheet's headers.
        looks: what their values look like.
    """
    contract = RECORDS[table]
    candidates = [
        pair
        for column in contract.columns
        for name in header
        if (pair := _pair(table, column, name, looks)) is not None
    ]
    place = {name: number for number, name in enumerate(contract.names)}
    order = {name: number for number, name in enumerate(header)}
    candidates.sort(key=lambda pair: (-pair.sure, place[pair.column], order[pair.header]))
    chosen = _one_to_one(candidates)
    return sorted(chosen, key=lambda pair: place[pair.column])


def _one_to_one(candidates: list[Pair]) -> list[Pair]:
    taken_columns: set[str] = set()
    taken_headers: set[str] = set()
    chosen: list[Pair] = []
    for pair in candidates:
        if pair.column not in taken_columns and pair.header not in taken_headers:
            taken_columns.add(pair.column)
            taken_headers.add(pair.header)
            chosen.append(pair)
    return chosen


def _pair(table: str, column: Column, header: str, looks: Looks) -> Pair | None:
    if header == column.name:
        return Pair(column.name, header, EXACT, _WEIGHT[EXACT])
    how, sure = _by_name(table, column, header)
    if not how and not _speaks_by_values(column, header):
        return None
    fitting = looks.share_fitting(table, column, header)
    if how and (fitting is None or fitting >= _MOSTLY):
        return Pair(column.name, header, how, sure * (_EMPTY if fitting is None else 0.8 + 0.2 * fitting))
    if not how and fitting is not None and fitting >= _ALMOST_ALL:
        return Pair(column.name, header, SHAPE, _WEIGHT[SHAPE])
    return None


def _by_name(table: str, column: Column, header: str) -> tuple[str, float]:
    name = squeezed(header)
    if name == squeezed(column.name):
        return KNOWN, _WEIGHT[KNOWN] + 2 * _RANK_STEP
    if name == "id" and RECORDS[table].identity == (column.name,):
        return KNOWN, _WEIGHT[KNOWN] + _RANK_STEP  # beside it, an id with a noun is somebody else's
    ranked = aliases(table, column.name)
    if name in ranked:
        return KNOWN, _WEIGHT[KNOWN] - _RANK_STEP * ranked[name]
    if len(name) < _LONG_ENOUGH or name in all_names():
        return "", 0.0  # a word that means something is no misspelling of another
    likeness = max(OSA.normalized_similarity(name, known) for known in (squeezed(column.name), *ranked))
    return (SIMILAR, _WEIGHT[SIMILAR] * likeness) if likeness >= _SIMILAR_FROM else ("", 0.0)


def _speaks_by_values(column: Column, header: str) -> bool:
    """Values alone speak only for addresses, and for a required day that nothing else is called."""
    if column.name == "email":
        return True
    return column.required and column.type in {DAY, INSTANT} and not _BOOKKEEPING.search(header)
