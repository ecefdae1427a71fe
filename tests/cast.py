"""Gathers what was found about invented people, one call a fact, and hands it over as Arrow tables of the contracts."""

import json
import math
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.evidence.records.findings import HOLDS, LIKELIHOODS, REMARKS, SIGNALS, TEXTS
from goodword.evidence.records.known import KNOWN, PERSONS
from goodword.evidence.records.whereabouts import RISKS, SIGHTINGS
from goodword.finding.identity.companies.companies import companies
from goodword.finding.identity.employment.moves import moves
from goodword.finding.identity.employment.spells import spells
from goodword.kit.ids import stable_id
from goodword.programme.advocates.findings import Findings

TODAY = date(2026, 11, 19)

type Row = dict[str, Any]


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


@dataclass
class Cast:
    """People and what was found about them, one call a fact."""

    as_of: date = TODAY
    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in _CONTRACTS})
    names: dict[str, str] = field(default_factory=dict)
    homes: dict[str, str | None] = field(default_factory=dict)
    heard: set[str] = field(default_factory=set)
    sightings: list[Row] = field(default_factory=list)
    former: list[Row] = field(default_factory=list)

    def account(self, account_id: str, name: str, arr: float | None = None, **more: object) -> None:
        self.names[account_id] = name
        self.rows["accounts"].append(
            {"account_id": account_id, "name": name, "arr": arr, "currency": "EUR", "source": "crm", **more}
        )

    def person(self, person_id: str, name: str, title: str, account_id: str | None = None, **more: object) -> None:
        mail = f"{person_id}@{account_id}.example" if account_id else None
        self.homes[person_id] = account_id
        self.rows["persons"].append(
            {
                "person_id": person_id,
                "person_keys": [f"crm:{person_id}"],
                "emails": [mail] if mail else [],
                "name": name,
                "email": mail,
                "account_id": account_id,
                "account": self.names.get(account_id or ""),
                "title": title,
                "approximate": False,
                **more,
            }
        )

    def said(  # a remark, and the text it stands in
        self,
        person_id: str,
        record: str,
        text: str,
        words: str,
        *,
        at: str,
        channel: str = "ticket",
        kind: str = "praise",
        themes: tuple[str, ...] = (),
        title: str | None = None,
        language: str = "en",
    ) -> Row:
        table = {"survey": "responses", "community": "posts"}.get(channel, "interactions")
        start = text.index(words)
        span = {"table": table, "id": record, "quote": words, "start": start, "end": start + len(words)}
        if record not in self.heard:
            self.heard.add(record)
            self.rows["texts"].append(
                {
                    "table": table,
                    "id": record,
                    "text": text,
                    "channel": channel,
                    "person_id": person_id,
                    "at": _instant(at),
                    "title": title,
                    "direction": "in",
                }
            )
        self.rows["remarks"].append(
            {
                **span,
                "remark_id": stable_id("r", record, str(start)),
                "language": language,
                "polarity": 0.9,
                "kind": kind,
                "themes": list(themes),
                "model_version": "test",
            }
        )
        return span

    def signal(
        self,
        person_id: str,
        kind: str,
        observed_at: str,
        *evidence: Row,
        strength: float = 0.8,
        numbers: Row | None = None,
        table: str = "usage",
        record: str | None = None,
    ) -> str:
        signal_id = stable_id("s", person_id, kind, record or (evidence[0]["id"] if evidence else ""))
        pieces = [dict(piece) for piece in evidence] or [
            {"table": table, "id": record, "quote": None, "start": None, "end": None}
        ]
        for place, piece in enumerate(pieces):
            piece["numbers"] = json.dumps(numbers or {}) if place == 0 else None
        self.rows["signals"].append(
            {
                "signal_id": signal_id,
                "rule": kind,
                "rule_version": 1,
                "as_of": self.as_of,
                "kind": kind,
                "person_id": person_id,
                "account_id": self._account(person_id),
                "strength": strength,
                "observed_at": _instant(observed_at),
                "approximate": False,
                "evidence": pieces,
            }
        )
        return signal_id

    def hold(
        self,
        person_id: str,
        code: str,
        sentence: str,
        *,
        until: str | None = None,
        act_kind: str | None = None,
        at: str = "2026-11-17T09:00",
        day: str | None = None,
        record: tuple[str, str] | None = None,
        numbers: Row | None = None,
    ) -> str:
        hold_id = stable_id("h", person_id, code, act_kind)
        self.rows["holds"].append(
            {
                "hold_id": hold_id,
                "rule": code,
                "rule_version": 1,
                "as_of": self.as_of,
                "code": code,
                "person_id": person_id,
                "account_id": self._account(person_id),
                "act_kind": act_kind,
                "observed_at": _instant(at),
                "until": date.fromisoformat(until) if until else None,
                "day": date.fromisoformat(day) if day else None,
                "sentence": sentence,
                "evidence": _behind(record, numbers),
            }
        )
        return hold_id

    def likely(self, person_id: str, known: dict[str, tuple[float, float, float]], reasons: list[str]) -> None:
        """Add ten rows: those given as (low, p, high), the rest not known. Reasons share what the base leaves."""
        for kind in ACT_KINDS:
            numbers = known.get(kind)
            total = _logit(numbers[1]) if numbers else -1.5
            share = (total + 2.0) / max(len(reasons), 1)
            weights = [{"signal_id": "base", "weight": -2.0 if reasons else total}]
            weights += [{"signal_id": reason, "weight": share} for reason in reasons]
            low, p, high = numbers or (None, None, None)
            self.rows["likelihoods"].append(
                {
                    "as_of": self.as_of,
                    "person_id": person_id,
                    "act_kind": kind,
                    "known": numbers is not None,
                    "likelihood": p,
                    "low": low,
                    "high": high,
                    "reasons": weights,
                    "model_version": "test",
                }
            )

    def job(  # as the history of a CRM states it, with the account where it names one
        self,
        person_id: str,
        company: str | None,
        title: str,
        started: str | None,
        ended: str | None = None,
        *,
        account_id: str | None = None,
    ) -> None:
        self.seen(
            person_id,
            "crm_history",
            table="employments",
            company_name=company,
            account_id=account_id,
            title=title,
            started_on=date.fromisoformat(started) if started else None,
            ended_on=date.fromisoformat(ended) if ended else None,
        )

    def seen(self, person_id: str, kind: str, *, table: str, on: str | None = None, **more: object) -> None:
        """Add a trace of somebody at a place: columns of SIGHTINGS."""
        day = date.fromisoformat(on) if on else None
        record = f"{table}-{len(self.sightings)}"
        self.sightings.append(
            {"person_id": person_id, "kind": kind, "table": table, "first_on": day, "first_id": record,
             "last_on": day, "last_id": record, **more}
        )  # fmt: skip

    def gone(
        self,
        person_id: str,
        account_id: str,
        on: str,
        *,
        role: str = "pays",
        how: str = "left_on",
        approximate: bool = False,
        record: tuple[str, str] = ("people", "P-1"),
    ) -> None:
        self.rows["risks"].append(
            {
                "risk_id": stable_id("risk", "sponsor_gone", person_id, account_id),
                "rule": "sponsor_gone",
                "rule_version": 1,
                "as_of": self.as_of,
                "account_id": account_id,
                "person_id": person_id,
                "kind": "sponsor_gone",
                "role": role,
                "how": how,
                "observed_on": date.fromisoformat(on),
                "approximate": approximate,
                "evidence_table": record[0],
                "evidence_id": record[1],
                "sentence": "They left.",
            }
        )

    def findings(self) -> Findings:
        tables = {
            name: pa.Table.from_pylist(
                [{field.name: row.get(field.name) for field in schema} for row in self.rows[name]], schema=schema
            )
            for name, schema in _CONTRACTS.items()
        }
        return Findings(**tables, **self._whereabouts(tables["accounts"]))

    def _whereabouts(self, accounts: pa.Table) -> dict[str, pa.Table]:
        """Companies, spells and moves by the rules of a run."""
        names = [{"company_name": row.get("company_name")} for row in self.sightings]
        known = companies(
            accounts.select(["account_id", "name", "aliases", "domains", "parent_account_id"]),
            pa.Table.from_pylist(self.former, schema=_FORMER),
            pa.Table.from_pylist(names, schema=pa.schema([("company_name", pa.string())])),
            pa.Table.from_pylist(
                [{"person_id": row["person_id"], "email": row["email"]} for row in self.sightings if row.get("email")],
                schema=pa.schema([("person_id", pa.string()), ("email", pa.string())]),
            ),
        )
        found = spells(pa.Table.from_pylist(self.sightings, schema=SIGHTINGS.arrow()), known)
        return {"companies": known.table, "spells": found, "moves": moves(found)}

    def _account(self, person_id: str) -> str | None:
        return self.homes.get(person_id)


_CONTRACTS: dict[str, pa.Schema] = {
    "persons": PERSONS.arrow(),
    "accounts": KNOWN["accounts"].arrow(),
    "signals": SIGNALS.arrow(),
    "holds": HOLDS.arrow(),
    "likelihoods": LIKELIHOODS.arrow(),
    "remarks": REMARKS.arrow(),
    "texts": TEXTS.arrow().append(pa.field("title", pa.string())),
    "risks": RISKS.arrow(),
    "history": KNOWN["account_history"].arrow(),
}
_FORMER = pa.schema([(name, pa.string()) for name in ("account_id", "field", "value")])


def _behind(record: tuple[str, str] | None, numbers: Row | None) -> list[Row]:
    """The evidence of a hold: its record, and what was counted as JSON; nothing where neither is given."""
    table, ident = record or (None, None)
    piece: Row = {"table": table, "id": ident, "quote": None, "start": None, "end": None}
    return [piece | {"numbers": json.dumps(numbers) if numbers else None}] if record or numbers else []


def _logit(p: float) -> float:
    return math.log(p / (1 - p))
