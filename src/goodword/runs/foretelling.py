"""Which values would count if two people were one: the rule of a run, asked about these two alone."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from goodword.evidence.lake.lake import Session
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import HUMANS, KNOWN, RECORDS, STAMPS
from goodword.evidence.records.ledger import LEDGER_OPT_OUTS
from goodword.evidence.records.table import Expression
from goodword.evidence.records.values import CONTESTED_VALUES, LEDGER_VALUES, PERSON_FIELDS, TOLD_VALUES
from goodword.evidence.records.whereabouts import SPELLS
from goodword.finding.identity.persons import persons
from goodword.kit.clock import end_of
from goodword.programme.advocates.employments import Employment, End
from goodword.programme.people.models import ToldValue
from goodword.programme.people.one_person import OnePerson
from goodword.runs.people.linked_records import LinkedRecord
from goodword.runs.people.values import choose_values, vouched_of
from goodword.runs.workspace import Workspace

type Row = dict[str, Any]

_TEXTS = ("person_id", "field", "value", "form", "source", "table", "record_id", "verified")
_TRACES = ("interactions", "responses", "posts")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one of the two.

    Attributes:
        one: under all their ids.
        records: the people rows that mean them.
        jobs: where they worked, as last published.
    """

    one: OnePerson
    records: Collection[LinkedRecord]
    jobs: Collection[Employment]


@dataclass(frozen=True, slots=True)
class Foretold:
    """What a run would know of them.

    Attributes:
        person: the value of each of PERSON_FIELDS that would count, written as records have it; empty for none.
        told: every value of the fields of which several are told, by field, the one that would count first.
    """

    person: dict[str, str]
    told: list[ToldValue]


def foretold_values(workspace: Workspace, both: Collection[Known], day: date) -> Foretold:
    """Return what would be known of two people if a run of this day took them for one; nothing of it is kept.

    Where they worked is taken from what was last published. A run would put together the jobs of both, which may say
    more of when one ended; all else is what the run would see.
    """
    person_id = next(iter(both)).one.today.person_id
    with LocalLake(workspace.lake).session() as session:
        _tell_people(session, both, person_id)
        _tell_traces(session, {email for known in both for email in known.one.emails}, person_id)
        session.offer(SPELLS.name, _spells(both, person_id))
        session.offer(LEDGER_VALUES.name, vouched_of({one for known in both for one in known.one.ids}, person_id))
        choose_values(session, day)
        (person,) = session.fetch(_person(session, person_id, day)).to_pylist()
        told = session.fetch(TOLD_VALUES.unbound().order_by("field", "place")).to_pylist()
    return Foretold({field: _text(person[field]) for field in PERSON_FIELDS}, [_told(row) for row in told])


def _person(session: Session, person_id: str, day: date) -> Expression:
    humans = [{"person_id": person_id, "person_keys": [], "emails": []}]
    session.offer(HUMANS.name, pa.Table.from_pylist(humans, schema=HUMANS.arrow()))
    session.offer(LEDGER_OPT_OUTS.name, LEDGER_OPT_OUTS.empty())
    accounts = KNOWN["accounts"]
    session.define(accounts.name, _stamped("accounts").select(*accounts.names))
    out, contested, told = (table.unbound() for table in (LEDGER_OPT_OUTS, CONTESTED_VALUES, TOLD_VALUES))
    people, spells = KNOWN["people"].unbound(), SPELLS.unbound()
    return persons(HUMANS.unbound(), people, spells, accounts.unbound(), out, contested, told, as_of=end_of(day))


def _tell_people(session: Session, both: Iterable[Known], person_id: str) -> None:
    table, theirs = KNOWN["people"], {(row.source, row.person_key) for known in both for row in known.records}
    people = _stamped("people")
    found = session.fetch(people.filter(people["person_key"].isin(sorted(key for _source, key in theirs))))
    rows = [row | {"person_id": person_id} for row in found.to_pylist() if (row["source"], row["person_key"]) in theirs]
    session.offer(table.name, pa.Table.from_pylist(rows, schema=table.arrow()))


def _tell_traces(session: Session, emails: Collection[str], person_id: str) -> None:
    """What they wrote and answered: it verifies an address."""
    for name in _TRACES:
        table, rows = KNOWN[name], _stamped(name)
        wrote = rows.filter(rows["email"].lower().strip().isin(sorted(emails) or [""]))
        found = session.fetch(wrote)
        whose = pa.array([person_id] * found.num_rows, pa.string())
        session.offer(table.name, found.append_column("person_id", whose).select(table.names).cast(table.arrow()))


def _stamped(name: str) -> Expression:
    return RECORDS[name].plus(*STAMPS).unbound()


def _spells(both: Iterable[Known], person_id: str) -> pa.Table:
    rows = [_spell(job) | {"person_id": person_id} for known in both for job in known.jobs]
    return pa.Table.from_pylist(rows, schema=SPELLS.arrow())


def _spell(job: Employment) -> Row:
    return {
        "account_id": job.account_id or None,
        "title": job.title or None,
        "table": job.table,
        "record_id": job.id,
        "stated": job.table == "employments",
        **_end("started", job.started),
        **_end("ended", job.ended),
    }


def _end(which: str, end: End) -> Row:
    return {
        f"{which}_on": end.on,
        f"{which}_not_before": end.not_before,
        f"{which}_not_after": end.not_after,
        f"{which}_by": end.by or None,
    }


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _told(row: dict[str, Any]) -> ToldValue:
    days = {name: row[name] for name in ("said_on", "verified_on")}
    texts = {name: row[name] or "" for name in _TEXTS}
    return ToldValue(**texts, **days, place=row["place"], wins=row["wins"])
