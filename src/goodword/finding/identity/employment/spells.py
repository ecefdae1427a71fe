"""From traces of people to dated spells at companies, each end with its evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa

from goodword.evidence.records.whereabouts import SPELLS
from goodword.finding.identity.companies.companies import Companies
from goodword.finding.identity.employment.ending import End, ended, moved_on, started
from goodword.finding.identity.keys import address
from goodword.kit.ids import stable_id

type Row = dict[str, Any]

MODEL_VERSION = "spells-2"
"""Raised whenever the same traces give other spells."""

_BATCH = 100_000
_CREATING = frozenset({"wrote_from", "posted_from", "deal_role", "listed", "sign_up"})
"""Kinds that let a spell be gathered where no record states one; what only mentions an account never does."""
_FROM_ADDRESS = frozenset({"wrote_from", "posted_from", "bounced"})
_LEADING_TABLES = frozenset({"usage", "responses"})
_NEVER = date.max


@dataclass(slots=True)
class Spell:
    """A spell while it is being found; columns of SPELLS, the ends as one thing each."""

    person_id: str
    company_id: str | None
    account_id: str | None
    company_name: str | None
    title: str | None
    table: str | None
    record_id: str | None
    stated: bool
    started: End = field(default_factory=End)
    ended: End = field(default_factory=End)
    last_seen: date | None = None
    problems: set[str] = field(default_factory=set)

    @property
    def order(self) -> tuple[object, ...]:
        """A total order that no order of rows changes."""
        return (
            self.started.on or self.started.not_after or date.min,
            self.ended.on or self.ended.not_after or _NEVER,
            self.company_id or "",
            self.account_id or "",
            self.record_id or "",
            self.company_name or "",
            self.title or "",
        )

    @property
    def spell_id(self) -> str:
        """The record that states it names it; else person and company."""
        if self.stated:
            return stable_id("spell", self.person_id, self.table, self.record_id)
        return stable_id("spell", self.person_id, self.company_id, self.account_id)


def spells(sightings: pa.Table, known: Companies) -> pa.Table:
    """Say where each person worked and when.

    A record that states an employment is a spell of its own. Traces at a company of which no record states anything
    make one gathered spell there; an address without a date makes one only where no employment of theirs is stated.

    Args:
        sightings: contract SIGHTINGS; order and repetition do not matter.
        known: the companies.

    Returns:
        contract SPELLS, sorted by person and time.
    """
    columns: dict[str, list[object]] = {name: [] for name in SPELLS.names}
    for rows in _by_person(sightings):
        for spell in spells_of(rows, known):
            for name, value in zip(SPELLS.names, _values(spell), strict=True):
                columns[name].append(value)
    return pa.table(columns, schema=SPELLS.arrow())


def _by_person(sightings: pa.Table) -> Iterator[list[Row]]:
    """The rows of each person, in batches so that a million people take little memory."""
    ordered = sightings.sort_by("person_id")
    waiting: list[Row] = []
    for start in range(0, ordered.num_rows, _BATCH):
        for row in ordered.slice(start, _BATCH).to_pylist():
            if waiting and waiting[0]["person_id"] != row["person_id"]:
                yield waiting
                waiting = []
            waiting.append(row)
    if waiting:
        yield waiting


def spells_of(rows: Iterable[Row], known: Companies) -> list[Spell]:
    """The spells of one person, from rows of SIGHTINGS (every column, in the contract's order), in their order."""
    distinct = sorted({repr(list(row.values())): row for row in rows}.items())
    stated: list[Spell] = []
    traces: dict[str, list[Row]] = defaultdict(list)
    own = {address(row["email"]) for _text, row in distinct if row["kind"] == "sign_up"}
    for _text, row in distinct:
        company = _company(row, known)
        if own and row["kind"] in _FROM_ADDRESS and _of_another(row, own):
            continue
        if row["kind"] == "crm_history":
            stated.append(_stated(row, company, known))
        elif company:
            traces[company].append(row)
    for spell in stated:
        _fill(spell, traces.get(spell.company_id or "", ()), alone=_alone(spell, stated))
    told = {spell.company_id for spell in stated}
    gathered = [
        _gathered(company, found, known)
        for company, found in sorted(traces.items())
        if company not in told and _creates(found, alone=all(spell.ended.by for spell in stated))
    ]
    found_spells = sorted([*stated, *gathered], key=lambda spell: spell.order)
    moved_on(found_spells)
    _say_overlaps(found_spells)
    return found_spells


def _of_another(row: Row, own: set[str]) -> bool:
    """Whether an address that nobody lists for them is on one record only: a key on a forwarded mail, say."""
    return address(row["email"]) not in own and row["first_id"] == row["last_id"]


def _company(row: Row, known: Companies) -> str | None:
    """The company a trace is about: the account it names, else the name, else the address."""
    if row["account_id"] and (company := known.of_account.get(row["account_id"])):
        return company
    if row["company_name"] and (company := known.of_name.get(row["company_name"])):
        return company
    if row["account_id"] and row["kind"] == "crm_history":
        return stable_id("co", "account", row["account_id"])  # no accounts table has it; that it is one place is known
    return known.of_address(row["email"]) or None


def _stated(row: Row, company: str | None, known: Companies) -> Spell:
    account = row["account_id"] or known.account_of.get(company or "")
    spell = Spell(
        row["person_id"],
        company,
        account,
        row["company_name"],
        row["title"],
        row["table"],
        row["first_id"],
        stated=True,
    )
    first, last = row["started_on"], row["ended_on"]
    evidence = ("crm_history", row["table"], row["first_id"])
    if company is None:
        spell.problems.add("no_company")
    if account and account not in known.of_account:
        spell.problems.add("unknown_account")
    if first and last and last < first:
        spell.problems.add("reversed_dates")
        spell.started = End(None, last, first, *evidence)
        spell.ended = End(None, last, first, *evidence)
        return spell
    if first:
        spell.started = End.certain(first, *evidence)
    if last:
        spell.ended = End.certain(last, *evidence)
    return spell


def _alone(spell: Spell, stated: list[Spell]) -> bool:
    """Whether it is the last stated spell at its company: what happened last there ends that one."""
    there = [other for other in stated if other.company_id == spell.company_id]
    return max(there, key=lambda other: other.order) is spell


def _fill(spell: Spell, traces: Iterable[Row], *, alone: bool) -> None:
    """What a record leaves open, traces at the same company bound."""
    found = list(traces)
    spell.last_seen = max(
        (row["last_on"] for row in found if row["last_on"] and row["kind"] != "bounced"), default=None
    )
    if not spell.started.by and "reversed_dates" not in spell.problems:
        spell.started = started(found, before=spell.ended.on)
    if not spell.ended.by and alone:
        spell.ended = ended(found, spell.last_seen, since=spell.started.on)


def _creates(found: list[Row], *, alone: bool) -> bool:
    """Whether traces are enough for a spell that no record states."""
    for row in found:
        creating = row["kind"] in _CREATING or (row["kind"] == "seen_at" and row["table"] in _LEADING_TABLES)
        dated = row["first_on"] is not None or row["kind"] == "listed"
        if creating and (dated or alone) and (row["kind"] != "sign_up" or alone):
            return True
    return False


def _gathered(company: str, found: list[Row], known: Companies) -> Spell:
    listed = sorted(
        (row for row in found if row["account_id"]),
        key=lambda row: (row["kind"] != "listed", row["ended_on"] or _NEVER, row["account_id"], row["first_id"] or ""),
    )
    lead = listed[0] if listed else min(found, key=lambda row: (row["first_on"] or _NEVER, row["first_id"] or ""))
    names = sorted(row["company_name"] for row in found if row["company_name"])
    spell = Spell(
        lead["person_id"],
        company,
        lead["account_id"] or known.account_of.get(company),
        names[0] if names else None,
        lead["title"],
        lead["table"],
        lead["first_id"],
        stated=False,
    )
    _fill(spell, found, alone=True)
    return spell


def _say_overlaps(found: list[Spell]) -> None:
    """Mark stated spells at two companies of which one began before the other ended."""
    dated = [spell for spell in found if spell.started.on and spell.company_id]
    open_until: list[Spell] = []
    for spell in dated:
        begin = spell.started.on or date.min
        open_until = [other for other in open_until if (other.ended.on or date.min) > begin]
        for other in open_until:
            if other.company_id != spell.company_id:
                other.problems.add("overlaps")
                spell.problems.add("overlaps")
        open_until.append(spell)


def _values(spell: Spell) -> tuple[object, ...]:
    return (
        spell.spell_id,
        spell.person_id,
        spell.company_id,
        spell.account_id,
        spell.company_name,
        spell.title,
        spell.table,
        spell.record_id,
        spell.stated,
        *spell.started.values,
        *spell.ended.values,
        sorted(spell.problems),
    )
