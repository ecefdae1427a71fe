"""Which values would count if two people were one: the rule of a run, asked about these two alone."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from goodword.evidence.lake.lake import Session
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import KNOWN, RECORDS, STAMPS
from goodword.evidence.records.table import Expression
from goodword.evidence.records.values import LEDGER_VALUES, TOLD_VALUES
from goodword.evidence.records.whereabouts import SPELLS
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


def foretold_values(workspace: Workspace, both: Collection[Known], day: date) -> list[ToldValue]:
    """Return what would be told of two people if a run of this day took them for one; nothing of it is kept.

    Where they worked is taken from what was last published. A run would put together the jobs of both, which may say
    more of when one ended; all else is what the run would see.

    Returns:
        every value of the fields of which several are told, by field, the one that would count first.
    """
    person_id = next(iter(both)).one.today.person_id
    with LocalLake(workspace.lake).session() as session:
        _tell_people(session, both, person_id)
        _tell_traces(session, {email for known in both for email in known.one.emails}, person_id)
        session.offer(SPELLS.name, _spells(both, person_id))
        session.offer(LEDGER_VALUES.name, vouched_of({one for known in both for one in known.one.ids}, person_id))
        choose_values(session, day)
        told = session.fetch(TOLD_VALUES.unbound().order_by("field", "place")).to_pylist()
    return [_told(row) for row in told]


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


def _told(row: dict[str, Any]) -> ToldValue:
    days = {name: row[name] for name in ("said_on", "verified_on")}
    texts = {name: row[name] or "" for name in _TEXTS}
    return ToldValue(**texts, **days, place=row["place"], wins=row["wins"])
