"""Moves, renames and aliases on real careers: people of an open-source project, with their employers over the years.

What the system is told, and what it is not, stands in docs/algorithms/employments.md. In short: accounts with domains
and half of the aliases; addresses; and, as a CRM's history would, each employer as free text under some alias (held out
ones too) with the day it ended, from two sources that spell it differently. Never told: which company a text means.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from bench.quality.data import Data
from bench.quality.figures import Figure, share, skipped
from goodword.evidence.records.whereabouts import SIGHTINGS
from goodword.finding.identity.companies.companies import Companies, companies
from goodword.finding.identity.employment.moves import moves
from goodword.finding.identity.employment.spells import spells

NAME = "job_changes"
RENAMED = ("HP", "HPE")
"""A rename that many people went through: what it was and what it is."""
RECALL, PRECISION = 0.85, 0.95
HISTORY_OF_HALF = 0.5

type Row = dict[str, Any]

FACTS = pa.schema(
    {
        "account_id": pa.string(),
        "name": pa.string(),
        "aliases": pa.list_(pa.string()),
        "domains": pa.list_(pa.string()),
        "parent_account_id": pa.string(),
    }
)

HISTORY = pa.schema({"account_id": pa.string(), "field": pa.string(), "value": pa.string()})


@dataclass(frozen=True, slots=True)
class Careers:
    """The data set: people, companies, and who counts as an employer."""

    users: list[Row]
    companies: list[Row]

    @classmethod
    def read(cls, folder: Path) -> "Careers":
        held = json.loads((folder / "employment.json").read_text(encoding="utf-8"))
        return cls(held["users"], held["companies"])

    def nobody(self) -> set[str]:
        """Names that stand for no employer: what the set marks with a star, and their aliases."""
        starred = [company for company in self.companies if company["company_name"].startswith("*")]
        return {name for company in starred for name in [company["company_name"], *company.get("aliases", [])]}

    def employers(self, user: Row) -> list[tuple[str, date | None]]:
        """Their employers with the last day, without the rename and without spells at nobody's."""
        nobody = self.nobody()
        return [
            (_canonical(spell["company_name"]), _day(spell["end_date"]))
            for spell in user["employers"]
            if spell["company_name"] not in nobody and not spell["company_name"].startswith("*")
        ]

    def accounts(self) -> Iterator[Row]:
        """Companies as accounts: their name, their domains, and the aliases that are not held out."""
        held = set(self.held_out())
        for company in self.companies:
            name = company["company_name"]
            if not name.startswith("*"):
                aliases = [alias for alias in company.get("aliases", []) if (name, alias) not in held]
                domains = [domain for domain in company["domains"] if domain]
                yield {"account_id": name, "name": name, "aliases": aliases, "domains": domains}

    def held_out(self) -> list[tuple[str, str]]:
        """Half of the aliases, drawn by their own letters: (company, alias)."""
        return [
            (company["company_name"], alias)
            for company in self.companies
            for alias in company.get("aliases", [])
            if not company["company_name"].startswith("*") and _draw("held out", company["company_name"], alias) < 0.5
        ]

    def traces(self, user: Row, missing: float) -> Iterator[Row]:
        """What sources tell of one person: addresses without a day, employers under some name with the last day."""
        for email in user["emails"]:
            yield {"person_id": user["person"], "kind": "sign_up", "email": email, "first_id": email, "table": "people"}
        for number, spell in enumerate(user["employers"]):
            if _draw("missing", user["person"], str(number)) < missing:
                continue
            for source in ("crm", "bought"):
                name = self._some_name(spell["company_name"], source, user["person"])
                yield {
                    "person_id": user["person"],
                    "kind": "crm_history",
                    "company_name": name,
                    "ended_on": _day(spell["end_date"]),
                    "first_id": f"{source} {number}",
                    "table": "employments",
                }

    def _some_name(self, company: str, source: str, person: str) -> str:
        """One of a company's names or aliases, as somebody may have typed it."""
        names = self._names().get(company, [company])
        return names[int(_draw("typed", source, person, company) * len(names))]

    def _names(self) -> dict[str, list[str]]:
        return {c["company_name"]: [c["company_name"], *c.get("aliases", [])] for c in self.companies}


def _canonical(name: str) -> str:
    return RENAMED[1] if name == RENAMED[0] else name


def _day(text: str | None) -> date | None:
    return datetime.strptime(text, "%Y-%b-%d").date() if text else None  # noqa: DTZ007 - a day has no zone


def _draw(*parts: str) -> float:
    """A number from 0 to 1 that depends on nothing but the words."""
    return int(hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12], 16) / 16**12


def figures(data: Data) -> list[Figure]:
    """Moves with whole and with torn histories, addresses alone, the rename told and untold, aliases held out."""
    folder = data.find(NAME)
    if folder is None:
        return [skipped("people who changed employers: recall", NAME, data.why_not())]
    careers = Careers.read(folder)
    return [
        *_moves(careers, "each employer as free text", RECALL, PRECISION),
        *_moves(careers, "3 in 10 employers missing", missing=0.3),
        *_addresses(careers),
        *_renames(careers),
        *_aliases(careers),
    ]


def _moves(
    careers: Careers, note: str, recall: float | None = None, precision: float | None = None, *, missing: float = 0.0
) -> list[Figure]:
    """Who is said to have moved, against who had two employers or more."""
    known, rows = told(careers, missing=missing)
    moved = set(moves(spells(rows, known))["person_id"].to_pylist())
    several = {user["person"] for user in careers.users if len({name for name, _end in careers.employers(user)}) > 1}
    data = f"{NAME}, {note}"
    return [
        share("people who changed employers: recall", data, len(moved & several), len(several), recall),
        share("people who changed employers: precision", data, len(moved & several), len(moved), precision),
    ]


def _addresses(careers: Careers) -> list[Figure]:
    """The baseline: two companies among the addresses of one person, and nothing else known."""
    known, rows = told(careers, missing=1.0)
    found = spells(rows, known).to_pylist()
    at: dict[str, set[str]] = {}
    for row in found:
        at.setdefault(row["person_id"], set()).add(row["company_id"])
    seen = {person for person, names in at.items() if len(names) > 1}
    several = {user["person"] for user in careers.users if len({name for name, _end in careers.employers(user)}) > 1}
    note = f"{NAME}, addresses alone"
    return [
        share("people known at two companies: recall", note, len(seen & several), len(several)),
        share("people known at two companies: precision", note, len(seen & several), len(seen)),
    ]


def _renames(careers: Careers) -> list[Figure]:
    """Moves of people who only ever worked for the renamed company: none may be."""
    same = {
        user["person"]
        for user in careers.users
        if set(RENAMED) == {spell["company_name"] for spell in user["employers"]} - careers.nobody()
    }
    found = []
    for note, is_told in (("rename in the account's history", True), ("rename told by nobody", False)):
        known, rows = told(careers, rename=is_told)
        alerts = [person for person in moves(spells(rows, known))["person_id"].to_pylist() if person in same]
        name = f"alerts for {RENAMED[0]} becoming {RENAMED[1]}"
        found.append(Figure(name, f"{NAME}, {note}", len(same), float(len(alerts)), target="0", met=not alerts))
    return found


def _aliases(careers: Careers) -> list[Figure]:
    """Aliases that the system was not told, resolved to their company; and how many of those resolved are right."""
    known, _rows = told(careers)
    ours = set(known.of_account.values())
    right = wrong = n = 0
    for company, alias in careers.held_out():
        n += 1
        said, meant = known.of_name[alias], known.of_account[company]
        right += said == meant
        wrong += said != meant and said in ours
    note = f"{NAME}, a half of the aliases held out"
    return [
        share("aliases resolved to their company", note, right, n),
        share("resolved aliases that are right", note, right, right + wrong),
    ]


def told(careers: Careers, *, missing: float = 0.0, rename: bool = True) -> tuple[Companies, pa.Table]:
    """What the system is told, as companies it makes of it and as rows of SIGHTINGS.

    Args:
        careers: the data set.
        missing: the share of employers that no source knows.
        rename: whether the account's history has the rename.
    """
    rows = [row for user in careers.users for row in careers.traces(user, missing)]
    names = {row["company_name"] for row in rows if row.get("company_name")} | {
        alias for _c, alias in careers.held_out()
    }
    known = companies(
        pa.Table.from_pylist(list(careers.accounts()), schema=FACTS),
        pa.Table.from_pylist(_history() if rename else [], schema=HISTORY),
        pa.table({"company_name": pa.array(sorted(names), pa.string())}),
        pa.Table.from_pylist(
            [{"person_id": user["person"], "email": email} for user in careers.users for email in user["emails"]]
        ),
    )
    return known, pa.Table.from_pylist(rows, schema=SIGHTINGS.arrow())


def _history() -> list[Row]:
    """The rename as an account's history has it."""
    was, now = RENAMED
    return [
        {"account_id": now, "field": "name", "value": was},
        {"account_id": now, "field": "domain", "value": f"{was.lower()}.com"},
    ]
