"""How sources describe people, for linkage."""

from datetime import date
from typing import Any

import pyarrow as pa

from goodword.evidence.records.known import HUMANS, KNOWN
from goodword.evidence.records.whereabouts import SPELLS
from goodword.finding.identity.linkage.linkable import MOST_FURTHER_ADDRESSES, linkable
from tests.finding.engine import run

type Row = dict[str, Any]


def described(people: list[Row], accounts: list[Row], humans: list[Row], spells: list[Row] | None = None) -> list[Row]:
    contracts = {
        "known_people": KNOWN["people"],
        "known_accounts": KNOWN["accounts"],
        "humans": HUMANS,
        "spells": SPELLS,
    }
    given = {"known_people": people, "known_accounts": accounts, "humans": humans, "spells": spells or []}
    tables = {name: pa.Table.from_pylist(given[name], schema=table.arrow()) for name, table in contracts.items()}
    expression = linkable(*(contracts[name].unbound(name) for name in contracts))
    rows: list[Row] = run(expression, tables).to_pylist()
    return sorted(rows, key=lambda row: (row["person_id"], row["email"] or ""))


def test_a_listed_person_is_described_once_for_each_address_with_their_company() -> None:
    person = {
        "person_key": "P1",
        "person_id": "ana",
        "account_id": "A1",
        "full_name": "Ana Costa",
        "email": "ana@oriel.example",
    }
    accounts = [
        {"account_id": "A1", "name": "Oriel", "source": "crm"},
        {"account_id": "A1", "name": "Oriel Ltd", "source": "billing"},
    ]
    found = described([person | {"emails": ["ana@home.example"]}], accounts, [{"person_id": "ana", "emails": []}])
    assert [(row["person_id"], row["full_name"], row["email"], row["company"]) for row in found] == [
        ("ana", "Ana Costa", "ana@home.example", "Oriel"),
        ("ana", "Ana Costa", "ana@oriel.example", "Oriel"),
    ]


def test_somebody_known_by_an_address_alone_is_described_by_it() -> None:
    found = described([], [], [{"person_id": "kwame", "person_keys": [], "emails": ["kwame@sahel.example"]}])
    assert [(row["person_id"], row["full_name"], row["email"]) for row in found] == [
        ("kwame", None, "kwame@sahel.example")
    ]


def test_somebody_with_three_hundred_addresses_is_described_by_a_few() -> None:
    emails = [f"box{n}@x.example" for n in range(300)]
    found = described([{"person_key": "P1", "person_id": "ana", "emails": emails}], [], [])
    assert len(found) == 1 + MOST_FURTHER_ADDRESSES


def test_a_row_that_is_nobodys_is_not_described() -> None:
    assert described([{"person_key": "P1", "person_id": None, "email": "csm@vendor.example"}], [], []) == []


def test_a_row_says_since_when_and_until_when_they_were_at_its_account() -> None:
    def spell(account: str, **days: date) -> Row:
        return {"person_id": "ana", "company_id": f"c{account}", "account_id": account, **days}

    people = [
        {"person_key": f"P{account}", "person_id": "ana", "account_id": account}
        for account in ("A1", "A2", "A3", "A4", "A5")
    ]
    spells = [
        spell("A1", started_on=date(2024, 1, 5), ended_on=date(2024, 6, 1)),
        spell("A1", started_not_after=date(2025, 1, 5), ended_not_after=date(2025, 6, 1)),
        spell("A2", started_on=date(2025, 7, 1), ended_on=date(2025, 8, 1)),
        spell("A2", started_on=date(2025, 9, 1)),
        spell("A4", started_not_after=date(2025, 9, 1)),
        spell("A5", started_on=date(2025, 9, 1)),
        spell("A5", started_not_after=date(2025, 3, 1)),
    ]
    found = described(people, [], [{"person_id": "ana"}], spells)
    assert {row["account_id"]: (row["came_on"], row["there_by"], row["left_on"]) for row in found} == {
        "A1": (date(2024, 1, 5), date(2024, 1, 5), date(2025, 6, 1)),
        "A2": (date(2025, 7, 1), date(2025, 7, 1), None),
        "A3": (None, None, None),
        "A4": (None, date(2025, 9, 1), None),  # seen there, which is not coming there
        "A5": (None, date(2025, 3, 1), None),  # seen there before the day that is stated
    }
