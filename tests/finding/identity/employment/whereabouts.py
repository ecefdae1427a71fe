"""From rows of records to companies, spells and moves, by the questions and rules that a run asks."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import duckdb
import ibis
import pyarrow as pa

from goodword.evidence.records.known import HUMANS, KNOWN
from goodword.finding.identity.companies.companies import Companies, companies
from goodword.finding.identity.companies.facts import account_facts, addresses, former, names_met
from goodword.finding.identity.employment.moves import moves
from goodword.finding.identity.employment.sightings import sightings
from goodword.finding.identity.employment.spells import spells
from tests.finding.signals.facts import AS_OF, table_of

type Row = dict[str, Any]
type Facts = Mapping[str, Sequence[Row]]

TRACES = ("people", "employments", "deals", "responses", "usage", "interactions", "posts")


@cache
def _sql(as_of: datetime) -> dict[str, str]:
    accounts, history, employed, deals = (
        KNOWN[name].unbound() for name in ("accounts", "account_history", "employments", "deals")
    )
    asked = {
        "facts": account_facts(accounts),
        "former": former(history, as_of=as_of),
        "names": names_met(employed, deals),
        "addresses": addresses(HUMANS.unbound(), deals),
        "sightings": sightings(*(KNOWN[name].unbound() for name in TRACES), as_of=as_of),
    }
    return {name: str(ibis.to_sql(expression, dialect="duckdb")) for name, expression in asked.items()}


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1})


def _asked(facts: Facts, as_of: datetime) -> dict[str, pa.Table]:
    connection = _engine()
    for name in ("accounts", "account_history", *TRACES):
        connection.register(KNOWN[name].name, table_of(KNOWN[name], facts.get(name, ())))
    connection.register(HUMANS.name, table_of(HUMANS, _humans(facts)))
    return {name: connection.sql(sql).to_arrow_table() for name, sql in _sql(as_of).items()}


def _humans(facts: Facts) -> list[Row]:
    """Everybody with the addresses that people rows list, as identity would have it."""
    found: dict[str, set[str]] = {}
    for row in facts.get("people", ()):
        mine = [row.get("email"), *(row.get("emails") or [])]
        found.setdefault(row["person_id"], set()).update(email.lower() for email in mine if email)
    return [{"person_id": person, "emails": sorted(emails)} for person, emails in found.items()]


def where(facts: Facts, *, as_of: datetime = AS_OF) -> tuple[Companies, pa.Table]:
    """The companies and contract SPELLS for known records given by table name."""
    asked = _asked(facts, as_of)
    known = companies(asked["facts"], asked["former"], asked["names"], asked["addresses"])
    return known, spells(asked["sightings"], known)


def spells_in(facts: Facts, *, as_of: datetime = AS_OF) -> list[Row]:
    """The spells as rows."""
    return where(facts, as_of=as_of)[1].to_pylist()


def moves_in(facts: Facts, *, as_of: datetime = AS_OF) -> list[Row]:
    """The moves as rows."""
    return moves(where(facts, as_of=as_of)[1]).to_pylist()
