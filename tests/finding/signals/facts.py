"""Rows for the tests of rules: only what a test is about is written out, the rest is usual."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import duckdb
import ibis
import pyarrow as pa

from goodword.evidence.records.known import RECORDS
from goodword.evidence.records.table import Table
from goodword.finding import catalogue
from goodword.kit.clock import end_of

type Row = dict[str, Any]
type Facts = Mapping[str, Sequence[Row]]

TODAY = date(2026, 11, 19)
AS_OF = end_of(TODAY)


def ago(days: float) -> datetime:
    """The instant so many days before the end of today."""
    return AS_OF - timedelta(days=days)


def day_ago(days: int) -> date:
    """The day so many days before today."""
    return TODAY - timedelta(days=days)


def table_of(contract: Table, rows: Sequence[Row]) -> pa.Table:
    """Rows in the shape of a contract; stamped like the usual record, unless they say otherwise."""
    bare = contract.name.removeprefix("known_")
    if bare in RECORDS and contract.name.startswith("known_"):
        identity = RECORDS[bare].identity
        rows = [
            {"source": "crm", "record_id": ":".join(str(row.get(name)) for name in identity) or repr(row), **row}
            for row in rows
        ]
    unknown = {name for row in rows for name in row} - set(contract.names)
    assert not unknown, f"{contract.name} has no column {unknown}"
    return pa.Table.from_pylist(list(rows), schema=contract.arrow())


@cache
def _sql(name: str, as_of: datetime, thresholds: tuple[tuple[str, float], ...]) -> str:
    expression = catalogue.rule(name).expression(as_of=as_of, **dict(thresholds))
    return str(ibis.to_sql(expression, dialect="duckdb"))


def fetched(name: str, facts: Facts, *, as_of: datetime = AS_OF, **thresholds: float) -> pa.Table:
    """What the rule of that name returns for facts given by table name (`known_` left out)."""
    rule = catalogue.rule(name)
    inputs = {table.name.removeprefix("known_"): table for table in rule.inputs}
    assert set(facts) <= set(inputs), f"{name} does not read {set(facts) - set(inputs)}"
    connection = _engine()
    for bare, contract in inputs.items():
        connection.register(contract.name, table_of(contract, facts.get(bare, ())))
    found: pa.Table = connection.sql(_sql(name, as_of, tuple(sorted(thresholds.items())))).to_arrow_table()
    return found


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1})


def find(name: str, facts: Facts, *, as_of: datetime = AS_OF, **thresholds: float) -> list[Row]:
    """The same as rows, in the order of person, account, anchor and rank."""
    rows = fetched(name, facts, as_of=as_of, **thresholds).to_pylist()
    return sorted(rows, key=lambda row: (str(row["person_id"]), str(row["account_id"]), _rank(row), repr(row)))


def _rank(row: Row) -> tuple[str, int]:
    return str(row.get("anchor")), row.get("evidence_rank") or 0


def people_found(name: str, facts: Facts, *, as_of: datetime = AS_OF, **thresholds: float) -> set[str]:
    """Who is found or held."""
    return {row["person_id"] for row in find(name, facts, as_of=as_of, **thresholds)}


def person(person_id: str, account_id: str | None = "acme", **more: object) -> Row:
    return {"person_id": person_id, "account_id": account_id, "approximate": False, **more}


def answer(record: str, score: float, at: datetime, person_id: str | None = "ada", **more: object) -> Row:
    return {
        "response_id": record,
        "survey": "nps",
        "score": score,
        "person_id": person_id,
        "account_id": "acme",
        "answered_at": at,
        **more,
    }


def remark(record: str, kind: str, quote: str = "It works.", **more: object) -> Row:
    start = int(str(more.get("start", 0)))
    return {
        "remark_id": f"remark {record} {kind} {start}",
        "table": "responses",
        "id": record,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "polarity": -0.8 if kind == "complaint" else 0.8,
        "kind": kind,
        **more,
    }


def text(record: str, at: datetime, person_id: str | None = "ada", **more: object) -> Row:
    return {
        "table": "responses",
        "id": record,
        "person_id": person_id,
        "account_id": "acme",
        "at": at,
        "channel": "survey",
        **more,
    }


def use(at: datetime, person_id: str | None = "ada", feature: str = "board", **more: object) -> Row:
    return {"at": at, "account_id": "acme", "person_id": person_id, "feature": feature, **more}
