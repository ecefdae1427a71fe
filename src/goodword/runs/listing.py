"""The ranked, explained list of people, and everything about one of them: what the command line and JSON show."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.raise_moment import MOMENT_DAYS
from goodword.programme.advocates.models import STATES
from goodword.programme.advocates.publishing.grouping import group_by_person
from goodword.programme.advocates.publishing.standing import standing
from goodword.runs.day_findings import DayFindings
from goodword.runs.history import history

type Row = dict[str, Any]

_DIGITS = 4
_BY_LOT = "review"


def list_people(
    findings: DayFindings, *, kind: str | None = None, account: str | None = None, limit: int = 0
) -> list[Row]:
    """Everyone with a signal, a hold or a history, the likeliest first, those who rest last.

    Who stands where is what the list that is published says, by the same rule.

    Args:
        findings: of one day.
        kind: a signal kind keeps only people with such a signal; an act kind ranks by the likelihood of that act, and
            tells where everybody stands for that act.
        account: id or name of an account; keeps only its people.
        limit: how many at most; 0 means all.

    Raises:
        GoodwordError: the kind is none, or no account has that id or name.
    """
    act_kind = _act_kind(kind)
    people = _entries(findings)
    if act_kind:
        people = [_for_act(person, act_kind) for person in people]
    elif kind:
        people = [person for person in people if any(signal["kind"] == kind for signal in person["signals"])]
    if account is not None:
        people = _at(people, findings, account)
    people.sort(key=lambda person: _place(person, act_kind))
    return people[:limit] if limit else people


def best_act(person: Row, act_kind: str | None = None) -> tuple[str, Row] | None:
    """The act a person most likely says yes to, with its likelihood; None where none is known.

    Public reviews are among nobody's: they go out by lot to all users, not to those likely to say yes. Of somebody who
    does not rest, only acts that may be asked for count.
    """
    closed = set() if person["held"] else {hold["act_kind"] for hold in person["holds"]}
    known = [
        (name, likelihood)
        for name, likelihood in person["likelihoods"].items()
        if likelihood["known"] and (name not in closed if act_kind is None else name == act_kind)
    ]
    return max(known, key=lambda item: (item[1]["p"], item[0]), default=None)


def explain_person(findings: DayFindings, wanted: str) -> Row:
    """Everything found about one person, with the reasons that sum up to each likelihood.

    Args:
        findings: of one day.
        wanted: a person_id, a person_key, an e-mail address, or a name that only one person has.

    Raises:
        GoodwordError: nobody or more than one is meant.
    """
    person = _person(findings.persons, wanted)
    entry = next((one for one in _entries(findings) if one["person_id"] == person["person_id"]), None)
    nothing: Row = {"state": "silent", "held": False, "likelihoods": {}, "signals": [], "holds": []}
    entry = entry or {**_about(person), **nothing}
    reasons: Row = {}
    for row in _of(findings.likelihoods, person["person_id"]):
        parts = [{"signal_id": part["signal_id"], "weight": round(part["weight"], 6)} for part in row["reasons"]]
        if row["act_kind"] != _BY_LOT:
            reasons[row["act_kind"]] = parts
    details = {name: _plain(person[name]) for name in ("title", "pays", "influence", "language", "left_on")}
    past = [
        {"id": one.ident, "kind": one.kind, "what": one.what, "on": one.on.isoformat()}
        for one in history(findings).get(person["person_id"], [])
    ]
    details["risks"] = [
        {
            **{name: row[name] for name in ("account_id", "kind", "role", "how", "approximate", "sentence")},
            "observed_on": row["observed_on"].isoformat(),
        }
        for row in _of(findings.risks, person["person_id"])
    ]
    return {**entry, **details, "as_of": findings.as_of.isoformat(), "history": past, "reasons": reasons}


def _act_kind(kind: str | None) -> str | None:
    if kind is None or kind in SIGNAL_KINDS:
        return None
    if kind == _BY_LOT:
        raise GoodwordError(
            code="by-lot",
            sentence="Public reviews go out by lot to all users: nobody is ranked for them.",
            mend="Leave --kind out, or name another act.",
        )
    if kind in ACT_KINDS:
        return kind
    raise GoodwordError(
        code="unknown-kind",
        sentence=f"There is no kind “{kind}”.",
        mend=f"Signals: {', '.join(SIGNAL_KINDS)}. Acts: {', '.join(ACT_KINDS)}.",
    )


def _place(person: Row, act_kind: str | None) -> tuple[bool, float, float, str]:
    """Who rests last; then the likeliest, those whose likelihood is not known after them; then the best evidence."""
    best = best_act(person, act_kind)
    strength = sum(signal["strength"] for signal in person["signals"])
    return (person["held"], -best[1]["p"] if best else 1.0, -strength, person["person_id"])


def _at(people: list[Row], findings: DayFindings, account: str) -> list[Row]:
    wanted = account.strip().casefold()
    ids = {
        ident
        for ident, name in zip(
            findings.accounts["account_id"].to_pylist(), findings.accounts["name"].to_pylist(), strict=True
        )
        if ident == account or (name or "").casefold() == wanted
    }
    if not ids:
        raise GoodwordError(
            code="unknown-account",
            sentence=f"No account has the id or name “{account}”.",
            mend="Use its id, or its full name as the accounts table has it.",
        )
    return [
        person
        for person in people
        if person["account_id"] in ids or any(signal["account_id"] in ids for signal in person["signals"])
    ]


def _entries(findings: DayFindings) -> list[Row]:
    signals, holds, likely = (_by_person(rows) for rows in (findings.signals, findings.holds, findings.likelihoods))
    states = _states(findings)
    entries = []
    for person in findings.persons.to_pylist():
        ident = person["person_id"]
        if states[ident] == "silent":
            continue
        entries.append(
            {
                **_about(person),
                "state": states[ident],
                "held": states[ident] == "resting",
                "likelihoods": {
                    row["act_kind"]: _likelihood(row) for row in likely[ident] if row["act_kind"] != _BY_LOT
                },
                "signals": [_signal(row) for row in signals[ident]],
                "holds": [_hold(row) for row in holds[ident]],
            }
        )
    return entries


def _states(findings: DayFindings) -> dict[str, str]:
    """Where everybody stands, by person: the rule by which the list is published, and no second one."""
    persons = findings.persons.sort_by("person_id").combine_chunks()
    ids = persons["person_id"].combine_chunks().cast(pa.string())
    rows = [group_by_person(table, ids) for table in (findings.signals, findings.holds, findings.likelihoods)]
    stand = standing(persons, rows[0], rows[1], rows[2], as_of=findings.as_of, moment_days=MOMENT_DAYS)
    return {str(ident): STATES[state] for ident, state in zip(ids.to_pylist(), stand.state.tolist(), strict=True)}


def _for_act(person: Row, act_kind: str) -> Row:
    """A person as they stand for one kind of act."""
    resting = person["held"] or any(hold["act_kind"] == act_kind for hold in person["holds"])
    known = person["likelihoods"].get(act_kind, {"known": False})["known"]
    return {**person, "held": resting, "state": "resting" if resting else "ready" if known else "unknown"}


def _by_person(rows: pa.Table) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows.to_pylist():
        found[row["person_id"]].append(row)
    return found


def _of(rows: pa.Table, person_id: str) -> Iterable[Row]:
    return (row for row in rows.to_pylist() if row["person_id"] == person_id)


def _about(person: Row) -> Row:
    return {name: person[name] for name in ("person_id", "person_keys", "name", "email", "account_id", "account")}


def _likelihood(row: Row) -> Row:
    if not row["known"]:
        return {"p": None, "low": None, "high": None, "known": False}
    numbers = {
        name: round(row[column], _DIGITS) for name, column in (("p", "likelihood"), ("low", "low"), ("high", "high"))
    }
    return {**numbers, "known": True}


def _signal(row: Row) -> Row:
    return {
        "signal_id": row["signal_id"],
        "rule": row["rule"],
        "kind": row["kind"],
        "strength": round(row["strength"], _DIGITS),
        "observed_at": _plain(row["observed_at"]),
        "account_id": row["account_id"],
        "approximate": row["approximate"],
        "evidence": [_evidence(piece) for piece in row["evidence"]],
    }


def _evidence(piece: Row) -> Row:
    return {**piece, "numbers": json.loads(piece["numbers"]) if piece["numbers"] else {}}


def _hold(row: Row) -> Row:
    return {
        "hold_id": row["hold_id"],
        "code": row["code"],
        "sentence": row["sentence"],
        "until": _plain(row["until"]),
        "act_kind": row["act_kind"],
        "evidence": [_evidence(piece) for piece in row["evidence"]],
    }


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat() + "Z"
    return value.isoformat() if isinstance(value, date) else value


def _person(persons: pa.Table, wanted: str) -> Row:
    text = wanted.strip()
    rows = persons.to_pylist()
    by_id = [row for row in rows if row["person_id"] == text or text in row["person_keys"]]
    by_mail = [row for row in rows if text.lower() in row["emails"]]
    by_name = [row for row in rows if (row["name"] or "").casefold() == text.casefold()]
    for found in (by_id, by_mail, by_name):
        if len(found) == 1:
            return dict(found[0])
        if found:
            choices = ", ".join(
                f"{row['person_id']} ({row['email'] or row['account'] or 'no e-mail'})" for row in found
            )
            raise GoodwordError(
                code="several-people", sentence=f"“{text}” means more than one person.", mend=f"Use an id: {choices}."
            )
    raise GoodwordError(
        code="unknown-person",
        sentence=f"Nobody is known by “{text}”.",
        mend="Use a person_id, a key of your own data, an e-mail address or a full name.",
    )
