"""What records say of one person, and what the rule makes of it."""

from datetime import date, datetime, time
from functools import cache
from typing import Any

import duckdb
import ibis
import pyarrow as pa

from goodword.evidence.records.known import HUMANS, KNOWN, PERSONS
from goodword.evidence.records.ledger import LEDGER_OPT_OUTS
from goodword.evidence.records.table import Table
from goodword.evidence.records.values import CONTESTED_VALUES, LEDGER_VALUES, STATED_VALUES, TOLD_VALUES
from goodword.evidence.records.whereabouts import SPELLS
from goodword.finding.identity.persons import persons
from goodword.finding.identity.values.choosing import told_values
from goodword.finding.identity.values.forms import form_of, with_forms
from goodword.finding.identity.values.stating import contested_values, stated_values
from tests.finding.signals.facts import AS_OF, TODAY, day_ago, table_of

type Row = dict[str, Any]
WHO = "ada"
_RECORDS = ("people", "interactions", "responses", "posts")


def row(key: str, source: str = "crm", days: int = 10, **told: object) -> Row:
    """A row of a people table, received so many days ago."""
    at = datetime.combine(day_ago(days), time(9))
    return {"person_id": WHO, "person_key": key, "record_id": key, "source": source, "received_at": at, **told}


def put_right(field: str, value: str, days: int = 0, *set_aside: str, by: str = "correction") -> Row:
    """What somebody vouched for so many days ago."""
    return {
        "value_id": f"{by} {field} {days}",
        "person_id": WHO,
        "field": field,
        "value": value,
        "said_at": datetime.combine(day_ago(days), time(12)),
        "verified": by,
        "set_aside": [form_of(one) for one in set_aside],
    }


def job(account: str, began: int, ended: int | None = None, **more: object) -> Row:
    """A dated employment."""
    return {
        "spell_id": f"{account} {began}",
        "person_id": WHO,
        "company_id": account,
        "account_id": account,
        "table": "employments",
        "record_id": f"{account} {began}",
        "stated": True,
        "started_on": day_ago(began),
        "started_not_after": day_ago(began),
        "started_by": "crm_history",
        "ended_on": None if ended is None else day_ago(ended),
        "ended_not_after": None if ended is None else day_ago(ended),
        **more,
    }


def told(people: list[Row], vouched: list[Row] = [], spells: list[Row] = [], **records: list[Row]) -> list[Row]:  # noqa: B006  # nobody changes them
    """Contract TOLD_VALUES, in the order of field and place."""
    _tell(people, vouched, spells, records)
    rows = _run(_told()).to_pylist()
    return sorted(rows, key=lambda one: (one["field"], one["place"]))


def known(people: list[Row], vouched: list[Row] = [], spells: list[Row] = [], **records: list[Row]) -> Row:  # noqa: B006  # nobody changes them
    """The person as PERSONS has them."""
    rows = _tell(people, vouched, spells, records)
    _engine().register(TOLD_VALUES.name, rows)
    (one,) = _run(_persons()).to_pylist()
    return dict(one)


def counts(field: str, people: list[Row], vouched: list[Row] = [], spells: list[Row] = [], **records: list[Row]) -> Any:  # noqa: ANN401, B006  # a value of any field; nobody changes them
    """The value of a field that counts."""
    return known(people, vouched, spells, **records)[field]


def _tell(people: list[Row], vouched: list[Row], spells: list[Row], records: dict[str, list[Row]]) -> pa.Table:
    engine = _engine()
    for name, rows in {"people": people, **{one: records.get(one, []) for one in _RECORDS[1:]}}.items():
        engine.register(KNOWN[name].name, table_of(KNOWN[name], rows))
    engine.register("known_accounts", KNOWN["accounts"].empty())
    tables: list[tuple[Table, list[Row]]] = [
        (SPELLS, spells),
        (LEDGER_VALUES, vouched),
        (LEDGER_OPT_OUTS, []),
        (HUMANS, [{"person_id": WHO, "person_keys": [], "emails": []}]),
    ]
    for table, some in tables:
        engine.register(table.name, table_of(table, some))
    engine.register(CONTESTED_VALUES.name, _run(_contested()))
    engine.register(STATED_VALUES.name, with_forms(_run(_stated()).cast(_without_form())))
    return _run(_told())


def _without_form() -> pa.Schema:
    return pa.schema([field for field in STATED_VALUES.arrow() if field.name != "form"])


def _run(sql: str) -> pa.Table:
    found: pa.Table = _engine().sql(sql).to_arrow_table()
    return found


@cache
def _contested() -> str:
    people = KNOWN["people"].unbound()
    return _sql(contested_values(people, SPELLS.unbound(), LEDGER_VALUES.unbound(), as_of=AS_OF))


@cache
def _stated() -> str:
    people, *others = (KNOWN[name].unbound() for name in _RECORDS)
    tables = (CONTESTED_VALUES.unbound(), people, SPELLS.unbound(), *others, LEDGER_VALUES.unbound())
    return _sql(stated_values(*tables, as_of=AS_OF))


@cache
def _told() -> str:
    return _sql(told_values(STATED_VALUES.unbound(), LEDGER_VALUES.unbound(), as_of=AS_OF))


@cache
def _persons() -> str:
    tables = (HUMANS, KNOWN["people"], SPELLS, KNOWN["accounts"], LEDGER_OPT_OUTS, CONTESTED_VALUES, TOLD_VALUES)
    expression = persons(*(table.unbound() for table in tables), as_of=AS_OF)
    assert tuple(expression.columns) == PERSONS.names
    return _sql(expression)


def _sql(expression: Any) -> str:  # noqa: ANN401  # an expression of Ibis
    return str(ibis.to_sql(expression, dialect="duckdb"))


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1})


def on(days: int) -> date:
    """The day so many days ago."""
    return day_ago(days)


__all__ = ["TODAY", "WHO", "counts", "job", "known", "on", "put_right", "row", "told"]
