"""Words with a fixed meaning: the allowed values of a column in all usual spellings, yes and no, and nothing at all."""

import tomllib
from functools import cache
from importlib.resources import files

from goodword.evidence.intake.checking.faults import Fault
from goodword.evidence.intake.names import squeezed
from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.evidence.records.known import RECORDS
from goodword.evidence.records.table import Column

NOTHING = frozenset("null none n/a na #n/a nan nat nil \\n - -- <null> (null) (none)".split())
UNKNOWN = NOTHING | {"unknown", "not known", "?", "unspecified", "not set", "(blank)"}

_ACT_KINDS = {squeezed(kind): kind for kind in ACT_KINDS}
_YES = ("yes", "y", "true", "t", "1", "1.0", "on", "x", "ja", "oui", "si", "sí", "sim", "checked", "✓")
_NO = ("no", "n", "false", "f", "0", "0.0", "off", "nein", "non", "não", "unchecked")


@cache
def spellings(table: str, column: str) -> dict[str, str]:
    """Every spelling of the words allowed in a column, squeezed, with the canonical word."""
    usual = _usual().get(table, {}).get(column, {})
    choices = RECORDS[table].column(column).choices
    known = {squeezed(spelling): word for word in choices for spelling in usual.get(word, ())}
    return known | {squeezed(word): word for word in choices}


@cache
def _usual() -> dict[str, dict[str, dict[str, list[str]]]]:
    text = files("goodword.evidence.intake.checking").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def read_choice(text: str, table: str, column: Column) -> str | Fault:
    """Read one of a column's allowed words."""
    word = spellings(table, column.name).get(squeezed(text))
    if word is None:
        return Fault("is not one of the allowed words", f"Write one of: {', '.join(column.choices)}.")
    return word


def act_kind(text: str) -> str:
    """An act kind in its canonical spelling, whatever stands between its words; another kind stays as it is."""
    return _ACT_KINDS.get(squeezed(text), text)


def read_yes_no(text: str) -> bool | Fault:
    """Read a yes or a no."""
    word = text.strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    return Fault("is neither yes nor no", "Write true or false, or leave the cell empty.")
