"""Who works where on a day: companies, spells and moves, made from the lake once and kept."""

import hashlib
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.known import HUMANS, KNOWN
from goodword.evidence.records.whereabouts import COMPANIES, MOVES, SPELLS
from goodword.finding.identity.companies import companies as knowing
from goodword.finding.identity.companies.facts import account_facts, addresses, former, names_met
from goodword.finding.identity.employment import spells as employments
from goodword.finding.identity.employment.moves import moves
from goodword.finding.identity.employment.sightings import sightings
from goodword.finding.identity.keys import Linked
from goodword.kit.clock import end_of
from goodword.runs.derived import Derived

MODEL_VERSION = f"{knowing.MODEL_VERSION} {employments.MODEL_VERSION}"
_DIGITS = 16
_TRACES = ("people", "employments", "deals", "responses", "usage", "interactions", "posts")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Who works where on a day.

    Attributes:
        companies: contract COMPANIES.
        spells: contract SPELLS.
        moves: contract MOVES.
    """

    companies: pa.Table
    spells: pa.Table
    moves: pa.Table


def where_they_work(session: Session, derived: Derived, day: date, linked: Linked) -> Whereabouts:
    """Return who works where, and let the session know the tables by name.

    Args:
        session: a conversation that knows the known records and HUMANS.
        derived: where the step's result is kept.
        day: the day it is asked for.
        linked: who is who, on which it depends.
    """
    digest = _digest(day, linked)
    names = [f"{table.name}-{digest}" for table in (COMPANIES, SPELLS, MOVES)]
    kept = [derived.get(name) for name in names]
    tables = [table for table in kept if table is not None]
    if len(tables) < len(names):
        made = _made(session, day)
        tables = [derived.put(name, rows) for name, rows in zip(names, made, strict=True)]
    for table, rows in zip((COMPANIES, SPELLS, MOVES), tables, strict=True):
        session.offer(table.name, rows)
    return Whereabouts(*tables)


def _made(session: Session, day: date) -> tuple[pa.Table, pa.Table, pa.Table]:
    accounts, history, employed, deals = (
        KNOWN[name].unbound() for name in ("accounts", "account_history", "employments", "deals")
    )
    known = knowing.companies(
        session.fetch(account_facts(accounts)),
        session.fetch(former(history, as_of=end_of(day))),
        session.fetch(names_met(employed, deals)),
        session.fetch(addresses(HUMANS.unbound(), deals)),
    )
    traces = session.fetch(sightings(*(KNOWN[name].unbound() for name in _TRACES), as_of=end_of(day)))
    spells = employments.spells(traces, known)
    return known.table, spells, moves(spells)


def _digest(day: date, linked: Linked) -> str:
    digest = hashlib.sha256(f"{day.isoformat()}\n{MODEL_VERSION}\n".encode())
    digest.update("\n".join(person or "" for person in linked.links["person_id"].to_pylist()).encode())
    return digest.hexdigest()[:_DIGITS]
