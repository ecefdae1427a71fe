"""The cast: a small customer base that tests and screenshots share. Everybody in it is invented.

`Cast` gathers what was found about people and hands it over as the Arrow tables of the contracts; `the_cast()` is the
company most tests use. Thursday 19 November 2026 is today.
"""

import json
import math
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.evidence.records.findings import HOLDS, LIKELIHOODS, REMARKS, SIGNALS, TEXTS
from goodword.evidence.records.known import KNOWN, PERSONS
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
                "sentence": sentence,
                "evidence": [],
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

    def job(self, person_id: str, company: str, title: str, started: str, ended: str | None = None) -> None:
        self.rows["employments"].append(
            {
                "person_id": person_id,
                "person_key": f"crm:{person_id}",
                "company_name": company,
                "title": title,
                "started_on": date.fromisoformat(started),
                "source": "crm",
                "ended_on": date.fromisoformat(ended) if ended else None,
            }
        )

    def findings(self) -> Findings:
        tables = {
            name: pa.Table.from_pylist(
                [{field.name: row.get(field.name) for field in schema} for row in self.rows[name]], schema=schema
            )
            for name, schema in _CONTRACTS.items()
        }
        return Findings(**tables)

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
    "employments": KNOWN["employments"].arrow(),
}


def _logit(p: float) -> float:
    return math.log(p / (1 - p))


def the_cast() -> Cast:
    """Seven people with moments, three of them resting, two of whom little is known, one nobody has heard of."""
    cast = Cast()
    _accounts(cast)
    _rhiannon(cast)
    _hemi(cast)
    _selin(cast)
    _joost_and_anjali(cast)
    _etienne(cast)
    _resting(cast)
    _quiet(cast)
    return cast


def _accounts(cast: Cast) -> None:
    cast.account("oriel", "Oriel Foods", 94_000, owner_email="leila@northwind.example")
    cast.account("teawa", "Te Awa Dairy", 132_000, owner_email="leila@northwind.example")
    cast.account("zephyr", "Zephyr Mobility", 58_000)
    cast.account("kestrel", "Kestrel Freight", 186_000)
    cast.account("indus", "Indus Loom", 76_000)
    cast.account("maple", "Maple & Main", 41_500)
    cast.account("halden", "Halden Health", 2_840_000)
    cast.account("sahel", "Sahel Bank", 310_000)
    cast.account("brightwater", "Brightwater Utilities", None)


def _rhiannon(cast: Cast) -> None:
    cast.person("rhiannon", "Rhiannon Pugh", "Finance Systems Lead", "oriel", pays=False, influence="high")
    text = (
        "Honestly, this is the first month-end in six years where nobody in my team worked the weekend. "
        "Thanks for turning the connector fix around so fast, Femi."
    )
    words = "this is the first month-end in six years where nobody in my team worked the weekend."
    span = cast.said(
        "rhiannon", "t-48213", text, words, at="2026-11-18T16:42", kind="win", themes=("month-end close", "speed"),
        title="Re: connector fix",
    )  # fmt: skip
    win = cast.signal("rhiannon", "win", "2026-11-18T16:42", span, numbers={"outcome": 1, "remarks": 1})
    power = cast.signal(
        "rhiannon", "super_user", "2026-11-18T10:00",
        numbers={"active_days": 61, "features_used": 9, "features_open": 14},
    )  # fmt: skip
    cast.likely("rhiannon", {"quote": (0.45, 0.64, 0.79), "reference_call": (0.33, 0.51, 0.69)}, [win, power])


def _hemi(cast: Cast) -> None:
    cast.person("hemi", "Hemi Ngata", "General Manager Finance", "teawa", pays=True, influence="high")
    text = (
        "We closed the books four days earlier than last year, and I slept. "
        "I’d tell any co-op in the country to get on with it."
    )
    words = "We closed the books four days earlier than last year,"
    span = cast.said(
        "hemi", "nps-77", text, words, at="2026-11-18T21:05", channel="survey", kind="win", themes=("month-end close",)
    )
    promoter = cast.signal("hemi", "promoter", "2026-11-18T21:05", span, numbers={"score": 10, "earlier": 2})
    cast.likely("hemi", {"reference_call": (0.51, 0.66, 0.78), "quote": (0.3, 0.49, 0.68)}, [promoter])


def _selin(cast: Cast) -> None:
    cast.person("selin", "Selin Yıldız", "Head of Data", "zephyr", pays=True, influence="high")
    text = "This is the third company I’ve brought you to. I don’t do that with software."
    span = cast.said(
        "selin", "c-9", text, "This is the third company I’ve brought you to.", at="2026-11-09T10:18", channel="call",
        title="Kick-off call", themes=("one number everybody trusts",),
    )  # fmt: skip
    cast.said(
        "selin", "t-31877", "Nobody asks me where the figure comes from any more. They ask what to do.",
        "They ask what to do.", at="2025-02-03T09:12", themes=("one number everybody trusts",),
    )  # fmt: skip
    cast.said(
        "selin", "p-20", "My planners built it. I only found out on Friday.", "I only found out on Friday.",
        at="2025-08-20T08:00", channel="community", themes=("planners help themselves",),
    )  # fmt: skip
    back = cast.signal(
        "selin",
        "repeat_customer",
        "2026-11-09T10:18",
        span,
        numbers={"earlier_accounts": 2, "brought": 1},
        strength=0.9,
    )
    cast.job("selin", "Zephyr Mobility", "Head of Data", "2026-07-01")
    cast.job("selin", "Kestrel Freight", "Analytics Lead", "2020-03-01", "2026-06-30")
    cast.job("selin", "Polder Rail", "Analyst", "2017-01-01", "2020-02-28")
    cast.likely("selin", {"talk": (0.52, 0.7, 0.84), "reference_call": (0.5, 0.68, 0.82)}, [back])
    cast.hold(
        "selin",
        "never",
        "Selin Yıldız said never, on Mon 2 Mar, to this kind of act: logo; nobody asks for it again.",
        act_kind="logo",
    )


def _joost_and_anjali(cast: Cast) -> None:
    cast.person("joost", "Joost van der Meer", "Head of Operations Analytics", "kestrel")
    text = "We stopped arguing about whose number is right. That alone paid for the renewal."
    cast.said(
        "joost", "e-4", text, "That alone paid for the renewal.", at="2026-11-12T14:00", channel="ebr", kind="win",
        themes=("one number everybody trusts",), title="Executive business review",
    )  # fmt: skip
    grew = cast.signal(
        "joost",
        "growth",
        "2026-11-17T00:00",
        numbers={"growth": 0.34, "tenure_years": 6.4},
        table="contracts",
        record="k-2026",
    )
    cast.likely("joost", {"case_study": (0.31, 0.47, 0.63)}, [grew])
    cast.person("anjali", "Anjali Deshmukh", "Supply Planning Lead", "indus")
    numbers = {"active_days": 70, "features_used": 13, "features_open": 14}
    cast.signal("anjali", "super_user", "2026-11-13T09:30", numbers=numbers)
    cast.likely("anjali", {}, [])


def _etienne(cast: Cast) -> None:
    cast.person("etienne", "Étienne Tremblay", "Data Analyst", "maple", pays=False)
    text = "Don’t build it twice. Put it in the Metric Library, name an owner, and your March self will thank you."
    span = cast.said(
        "etienne", "p-881", text, "your March self will thank you.", at="2026-11-16T19:11", channel="community",
        title="Metric owners",
    )  # fmt: skip
    helps = cast.signal(
        "etienne", "champion", "2026-11-16T19:11", span, numbers={"helped": 11, "accepted": 17}, strength=0.95
    )
    cast.likely("etienne", {"beta": (0.55, 0.72, 0.85), "talk": (0.3, 0.5, 0.7)}, [helps])


def _resting(cast: Cast) -> None:
    cast.person("ingrid", "Ingrid Solberg", "Director of Patient Flow", "halden")
    span = cast.said(
        "ingrid", "t-90", "The wards finally trust the bed board. Took a year.",
        "The wards finally trust the bed board.", at="2026-11-10T08:30",
    )  # fmt: skip
    win = cast.signal("ingrid", "win", "2026-11-10T08:30", span)
    cast.likely("ingrid", {"quote": (0.4, 0.6, 0.78)}, [win])
    cast.hold(
        "ingrid", "urgent_ticket",
        "Halden Health has an open urgent ticket; asks open again five working days after it is resolved.",
        at="2026-11-19T06:00",
    )  # fmt: skip
    cast.person("amara", "Amara Diallo", "Group CFO", "sahel", pays=True)
    span = cast.said(
        "amara", "c-71", "My board asks better questions now, because they trust the first page.",
        "My board asks better questions now", at="2026-11-08T11:00", channel="meeting",
    )  # fmt: skip
    win = cast.signal("amara", "win", "2026-11-08T11:00", span)
    cast.likely("amara", {"talk": (0.5, 0.71, 0.86)}, [win])
    cast.hold(
        "amara",
        "capped",
        "Amara Diallo was asked 2 times this quarter, which is the most; asks open again on Fri 1 Jan 2027.",
        until="2027-01-01",
    )
    cast.person("meiling", "Mei-Ling Chan", "Head of Asset Data", "brightwater")
    span = cast.said(
        "meiling", "t-12", "I can see every pump we own before the phone rings.",
        "I can see every pump we own before the phone rings.", at="2026-11-07T07:45",
    )  # fmt: skip
    cast.signal("meiling", "win", "2026-11-07T07:45", span)
    cast.likely("meiling", {}, [])
    cast.hold(
        "meiling",
        "contract_ending",
        "A contract of Brightwater Utilities ends on Sun 20 Dec and is not renewed; asks open again once it is.",
    )


def _quiet(cast: Cast) -> None:
    cast.person("lucia", "Lucía Fernández Ortega", "VP Merchandising", None, account="Verano Retail")
    span = cast.said(
        "lucia", "rv-3", "Por fin discutimos qué hacer, no de quién es la cifra.", "Por fin discutimos qué hacer",
        at="2026-10-28T10:00", channel="review", language="es",
    )  # fmt: skip
    win = cast.signal("lucia", "win", "2026-10-28T10:00", span)
    cast.likely("lucia", {"case_study": (0.33, 0.52, 0.7)}, [win])
    cast.person("olena", "Olena Kovalenko", "Network Planner", "kestrel")
    numbers = {"active_days": 40, "features_used": 12, "features_open": 14}
    cast.signal("olena", "super_user", "2026-11-01T09:00", numbers=numbers)
    cast.likely("olena", {}, [])
    cast.person("nobody", "", "", None, email="someone@example.org")


def crowd(people: int) -> Cast:
    """Many people with one win each, for pages and speed."""
    cast = Cast()
    cast.account("a-0", "Crowded Company", 10_000)
    for number in range(people):
        name = f"p{number:06d}"
        cast.person(name, f"Person {number}", "Analyst", "a-0")
        day = TODAY - timedelta(days=number % 60)
        span = cast.said(name, f"t-{number}", "It works. We saved a day.", "We saved a day.", at=f"{day}T09:00")
        win = cast.signal(name, "win", f"{day}T09:00", span)
        p = 0.2 + 0.6 * ((number * 7919) % 1000) / 1000
        cast.likely(name, {"quote": (p - 0.1, p, p + 0.1)}, [win])
    return cast
