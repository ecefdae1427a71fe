"""From the rows a rule returns to signals and holds as they are published."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from goodword.evidence.records.findings import HOLDS, SIGNALS
from goodword.finding.signals.rule import Rule
from goodword.finding.signals.sentences import Reason, sentence
from goodword.kit.ids import stable_id

type Row = dict[str, Any]
_DIGITS = 9  # what engines compute differently in the last bits becomes the same number


def signals_of(rule: Rule, found: pa.Table, *, as_of: date) -> pa.Table:
    """Return contract SIGNALS for what a finder returned, whatever the order of its rows.

    Args:
        rule: the finder.
        found: FOUND and the rule's numbers, a row for each piece of evidence.
        as_of: the day it was found for.

    Returns:
        one row a signal, sorted by person, kind and id; evidence by rank, then id, the numbers with the first of it.
    """
    groups: dict[tuple[str, str | None, str | None], list[Row]] = {}
    for row in found.to_pylist():
        if row["person_id"] is not None:
            groups.setdefault((row["person_id"], row["account_id"], row["anchor"]), []).append(row)
    signals = [_signal(rule, key, rows, as_of) for key, rows in groups.items()]
    signals.sort(key=lambda signal: (signal["person_id"], signal["kind"], signal["signal_id"]))
    return pa.Table.from_pylist(signals, schema=SIGNALS.arrow())


def _signal(rule: Rule, key: tuple[str, str | None, str | None], rows: list[Row], as_of: date) -> Row:
    person_id, account_id, anchor = key
    first = rows[0]
    return {
        "signal_id": stable_id("sig", rule.name, person_id, account_id, anchor),
        "rule": rule.name,
        "rule_version": rule.version,
        "as_of": as_of,
        "person_id": person_id,
        "account_id": account_id,
        "kind": rule.kind,
        "observed_at": max(row["observed_at"] for row in rows),
        "strength": round(min(max(first["strength"], 0.0), 1.0), _DIGITS),
        "approximate": any(row["approximate"] for row in rows),
        "evidence": _evidence(rows, rule.numbers),
    }


def holds_of(rule: Rule, held: pa.Table, persons: pa.Table, *, as_of: date) -> pa.Table:
    """Return contract HOLDS for what a hold rule returned; what holds an account holds everybody there.

    Args:
        rule: the hold rule.
        held: contract HELD.
        persons: contract PERSONS: their names, and who is at which account on the day.
        as_of: the day it was found for.

    Returns:
        one row a person and reason, sorted by person, code and id.
    """
    everybody = sorted(persons.to_pylist(), key=lambda person: str(person["person_id"]))
    by_id = {person["person_id"]: person for person in everybody}
    names = {person["account_id"]: person["account"] for person in everybody if person["account"]}
    there: dict[str, list[str]] = {}
    for person in by_id.values():
        if person["account_id"] is not None and (person["left_on"] is None or person["left_on"] > as_of):
            there.setdefault(person["account_id"], []).append(person["person_id"])
    holds: dict[str, Row] = {}
    for row in sorted(held.to_pylist(), key=_order):
        whom = there.get(row["account_id"], []) if row["person_id"] is None else [row["person_id"]]
        for person_id in whom:
            hold = _hold(rule, row, by_id.get(person_id, {"person_id": person_id}), names, as_of)
            holds.setdefault(hold["hold_id"], hold)
    ordered = sorted(holds.values(), key=lambda hold: (hold["person_id"], hold["code"], hold["hold_id"]))
    return pa.Table.from_pylist(ordered, schema=HOLDS.arrow())


def _hold(rule: Rule, row: Row, person: Row, names: dict[str, str], as_of: date) -> Row:
    account_id: str | None = row["account_id"] or person.get("account_id")
    numbers = {name: row[name] for name in ("number", "number_before") if row[name] is not None}
    reason = Reason(
        code=row["code"],
        who=person.get("name") or person.get("email") or "This person",
        where=names.get(account_id or "") or account_id or "their company",
        as_of=as_of,
        until=row["until"],
        day=row["day"],
        record=row["evidence_id"],
        act_kind=row["act_kind"],
        number=row["number"],
        before=row["number_before"],
    )
    return {
        "hold_id": stable_id(
            "hold",
            rule.name,
            person["person_id"],
            account_id,
            row["act_kind"],
            row["evidence_table"],
            row["evidence_id"],
        ),
        "rule": rule.name,
        "rule_version": rule.version,
        "as_of": as_of,
        "person_id": person["person_id"],
        "account_id": account_id,
        "code": row["code"],
        "act_kind": row["act_kind"],
        "observed_at": row["observed_at"],
        "until": row["until"],
        "day": row["day"],
        "sentence": sentence(reason),
        "evidence": _evidence([{**row, "evidence_rank": 0, **numbers}], tuple(numbers)),
    }


def _evidence(rows: Iterable[Row], numbers: tuple[str, ...]) -> list[Row]:
    """The evidence of one finding: each piece once, by rank and id, with the numbers as JSON on the first."""
    pieces: dict[str, Row] = {}
    ordered = sorted(rows, key=lambda row: (row["evidence_rank"] or 0, *_piece(row)))
    for row in ordered:
        piece = {
            "table": row["evidence_table"],
            "id": row["evidence_id"],
            "quote": row["quote"],
            "start": row["start"],
            "end": row["end"],
            "numbers": None,
        }
        pieces.setdefault(repr(piece), piece)
    evidence = list(pieces.values())
    if evidence and numbers:
        evidence[0]["numbers"] = _json({name: ordered[0][name] for name in numbers})
    return evidence


def _json(numbers: dict[str, float | None]) -> str:
    plain = {name: _plain(value) for name, value in numbers.items() if value is not None}
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))


def _plain(value: float) -> int | float:
    rounded = round(value, _DIGITS)
    return int(rounded) if rounded == int(rounded) else rounded


def _piece(row: Row) -> tuple[str, str, int]:
    start = row["start"]
    return (row["evidence_table"] or "", row["evidence_id"] or "", -1 if start is None else start)


def _order(row: Row) -> tuple[str, ...]:
    """A total order of held rows: the later-ending of two alike comes first and is the one that is kept."""
    until: date | None = row["until"]
    at: datetime | None = row["observed_at"]
    return (
        "" if until is None else f"{date.max.toordinal() - until.toordinal():09d}",
        str(at),
        repr(sorted(row.items(), key=str)),
    )
