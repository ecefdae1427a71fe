"""Which table a sheet is: by its name, by how many of its columns are known, by whether the required ones are there."""

from collections.abc import Sequence
from dataclasses import dataclass

from goodword.evidence.intake.mapping.known_names import constants_named, tables_named
from goodword.evidence.intake.mapping.shapes import Looks
from goodword.evidence.intake.mapping.suggesting import EXACT, Pair, suggest
from goodword.evidence.records.known import RECORDS, STAMPS

_NAME, _KNOWN = 0.55, 0.45  # what the file's name says, and which share of the headers is known
_SURE_ENOUGH = 0.42
_SURE_UNSAID = 0.7  # before saying of a nameless sheet that it lacks something
# Beside what is required, one of these must be there: without any, a sheet with the same keys is some list of links.
_TELLING = {
    "people": {"full_name", "given_name", "family_name", "email"},
    "interactions": {"text", "subject", "priority", "status", "csat"},
    "posts": {"text", "person_key", "email", "likes", "accepted"},
    "employments": {"account_id", "company_name"},
    "deals": {"stage", "outcome", "amount", "account_id", "prospect_name"},
    "asks": {"answer", "asked_by", "answered_on", "ask_id"},
    "acts": {"person_key", "account_id", "url", "note"},
}
# An id and a name are nearly nothing: where the file's name does not say so either, one of these must be there too.
_TELLING_UNSAID = {
    "accounts": {"domains", "industry", "segment", "arr", "plan", "owner_email", "employees", "status", "country"},
    "features": {"plan", "area"},
    "people": {"given_name", "family_name", "email", "account_id"},
}
_STAMP_NAMES = frozenset(column.name for column in STAMPS)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a sheet seems to be.

    Attributes:
        table: the record table.
        confidence: 0 to 1.
        pairs: which header is which column.
        constants: what its name says about every row.
        missing: required columns that nothing stands for.
    """

    table: str
    confidence: float
    pairs: list[Pair]
    constants: dict[str, str]
    missing: tuple[str, ...]


def recognise(names: Sequence[str], header: Sequence[str], looks: Looks) -> Recognised | None:
    """The table a sheet most likely is; None where nothing speaks for any.

    Args:
        names: what the sheet is called: the file's name and, where there is one, the sheet's.
        header: its headers.
        looks: what their values look like.
    """
    said = _said(names)
    found = [as_table(table, names, header, looks, said.get(table, 0.0) if said else None) for table in RECORDS]
    best = max(found, key=lambda candidate: (not candidate.missing, candidate.confidence))
    hinted = max(found, key=lambda candidate: candidate.confidence)
    if not best.missing and best.confidence >= _SURE_ENOUGH:
        return best
    return hinted if hinted.confidence >= (_SURE_ENOUGH if said else _SURE_UNSAID) else None


def as_table(
    table: str,
    names: Sequence[str],
    header: Sequence[str],
    looks: Looks,
    said: float | None = 1.0,
) -> Recognised:
    """A sheet looked at as that table; `said` is how loudly its name says so, 0 to 1, None where it says nothing."""
    pairs = suggest(table, header, looks)
    constants: dict[str, str] = {}
    for name in names:
        constants |= constants_named(table, name)
    constants |= _survey_in(table, header) if "survey" not in constants else {}
    have = {pair.column for pair in pairs}
    constants = {column: value for column, value in constants.items() if column not in have}
    required = [column.name for column in RECORDS[table].columns if column.required]
    missing = tuple(name for name in required if name not in have and name not in constants)
    count = max(sum(name not in _STAMP_NAMES for name in header), 1)
    known = sum(pair.sure for pair in pairs) / count
    exact = sum(pair.how == EXACT for pair in pairs) / count
    present = 1 - len(missing) / max(len(required), 1)
    confidence = (known if said is None else _NAME * said + _KNOWN * known) * present
    telling = _TELLING.get(table) if said else _TELLING_UNSAID.get(table, _TELLING.get(table))
    if telling and not have & telling:
        confidence = 0.0
    if exact >= 1 and not missing:
        confidence = 1.0  # all headers are the contract's own names
    return Recognised(table, round(confidence, 3), pairs, constants, missing)


def _said(names: Sequence[str]) -> dict[str, float]:
    """A sheet's own name counts before its file's."""
    for name in reversed(names):
        said = tables_named(name)
        if said:
            return said
    return {}


def _survey_in(table: str, header: Sequence[str]) -> dict[str, str]:
    """The kind of survey, where exactly one is named in the headers."""
    if table != "responses":
        return {}
    found = {value for name in header for value in constants_named(table, name).values()}
    return {"survey": found.pop()} if len(found) == 1 else {}
