"""What tools call our tables and columns; the data stands beside this module and grows there."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from goodword.evidence.intake.names import plain, singular, squeezed, words_of
from goodword.evidence.records.known import RECORDS


@cache
def aliases(table: str, column: str) -> Mapping[str, int]:
    """Squeezed names tools use for a column, with their rank: 0 is the likeliest."""
    names = _data("aliases.toml").get(table, {}).get(column, [])
    ranked: dict[str, int] = {}
    for rank, name in enumerate(names):
        ranked.setdefault(squeezed(name), rank)
    return ranked


@cache
def all_names() -> frozenset[str]:
    """Every squeezed name of any column of any table, ours and the tools'."""
    columns = [(table.name, column) for table in RECORDS.values() for column in table.names]
    return frozenset(name for table, column in columns for name in (squeezed(column), *aliases(table, column)))


def tables_named(name: str) -> dict[str, float]:
    """How loudly the name of a file or sheet says each table, 0 to 1."""
    loudness = {table: _loudness(words_of(name), phrases) for table, phrases in _data("hints.toml")["tables"].items()}
    most = max(loudness.values())
    if most == 0:
        return {}
    return {table: value / most for table, value in loudness.items() if value > 0}


def constants_named(table: str, name: str) -> dict[str, str]:
    """What the name of a file or sheet says about every row of it: contract column -> value."""
    words = words_of(name)
    found: dict[str, str] = {}
    for column, meanings in _data("hints.toml")["constants"].get(table, {}).items():
        loudness = {value: _loudness(words, phrases) for value, phrases in meanings.items()}
        said = [value for value, how_loud in loudness.items() if how_loud > 0]
        if len(said) == 1:
            found[column] = said[0]
    return found


def _loudness(words: list[str], phrases: list[str]) -> float:
    """The longest phrase in the words, and among equals the one nearest to the end, counts."""
    best = 0.0
    for phrase in phrases:
        parts = [singular(word) for word in plain(phrase).split()]
        for start in range(len(words) - len(parts) + 1):
            if words[start : start + len(parts)] == parts:
                best = max(best, len(parts) + (start + len(parts)) / (len(words) + 1))
    return best


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("goodword.evidence.intake.mapping").joinpath(name).read_text(encoding="utf-8"))
