"""Which addresses count as shared, and which people are looked at closely, whatever the order of rows."""

from collections.abc import Sequence
from typing import Any

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest

from goodword.evidence.records.doubts import MOST_ADDRESSES
from goodword.evidence.records.known import KNOWN
from goodword.evidence.records.whereabouts import COMPANIES, SPELLS
from goodword.finding.identity.doubts import doubts, odd_people, shared_mailboxes
from tests.finding.signals.facts import table_of

type Row = dict[str, Any]

NOTHING = pa.table({"record_id": pa.array([], pa.string())})


def asked(question: ir.Table, people: Sequence[Row]) -> pa.Table:
    connection = duckdb.connect(config={"threads": 1})
    connection.register(KNOWN["people"].name, table_of(KNOWN["people"], people))
    found: pa.Table = connection.sql(str(ibis.to_sql(question, dialect="duckdb"))).to_arrow_table()
    return found


def with_address(email: str, count: int, *, further: bool = False) -> list[Row]:
    said: Row = {"emails": [email]} if further else {"email": email}
    return [{"record_id": f"r{n}", "source": "crm", "person_key": f"k{n}", **said} for n in range(count)]


@pytest.mark.parametrize("further", [False, True])
@pytest.mark.parametrize(
    ("email", "count", "shared"),
    [("info@oak.example", 1, 0), (" Info@Oak.example ", 2, 2), ("ada@oak.example", 5, 0), ("ada@oak.example", 6, 6)],
)
def test_an_address_is_shared_as_linking_has_it(email: str, count: int, shared: int, *, further: bool) -> None:
    rows = asked(shared_mailboxes(KNOWN["people"].unbound()), with_address(email, count, further=further)).to_pylist()
    assert len(rows) == shared
    assert {(row["address"], row["holders"]) for row in rows} <= {(email.strip().lower(), count)}


def test_one_key_with_an_address_twice_shares_it_with_nobody() -> None:
    rows = [row | {"emails": [" INFO@oak.example"]} for row in with_address("info@oak.example", 1)]
    assert asked(shared_mailboxes(KNOWN["people"].unbound()), rows).num_rows == 0


def test_plain_names_are_not_looked_at_and_no_doubtful_one_is_missed() -> None:
    names = ["Ada Lovelace", None, "José", "12345", "a\u200bb", "x" * 201, "Zoë"]
    rows: list[Row] = [{"record_id": f"r{n}", "full_name": name, "emails": []} for n, name in enumerate(names)]
    rows.append({"record_id": "many", "full_name": "Mona", "emails": [f"m{n}@x.example" for n in range(99)]})
    looked_at = asked(odd_people(KNOWN["people"].unbound()), rows)
    assert {row["record_id"] for row in looked_at.to_pylist()} == {"r2", "r3", "r4", "r5", "r6", "many"}
    parents = pa.table({"account_id": pa.array([], pa.string()), "parent_account_id": pa.array([], pa.string())})
    found = doubts(COMPANIES.empty(), SPELLS.empty(), parents, NOTHING, looked_at).to_pylist()
    assert [(row["kind"], row["record_id"]) for row in found] == [
        ("many_addresses", "many"),
        ("unseen_signs", "r4"),
        ("no_letters", "r3"),
        ("long_name", "r5"),
    ]
    assert MOST_ADDRESSES < 99
