from random import Random
from typing import Any

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodword.evidence.records.findings import FOUND, HELD
from goodword.evidence.records.table import Table
from goodword.evidence.records.whereabouts import RISKED
from goodword.finding.catalogue import FINDERS, HOLDS, RULES, Rule
from tests.finding.signals.facts import AS_OF, TODAY, Row, fetched, find
from tests.finding.signals.worlds import World, world

DIALECTS = ["duckdb", "postgres", "databricks", "snowflake", "bigquery", "trino", "clickhouse"]
rules = pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.name))


def chance_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a repeatable world, no secret


def contract_of(rule: Rule) -> Table:
    return FOUND if rule in FINDERS else HELD if rule in HOLDS else RISKED


def facts_for(rule: Rule, facts: World) -> World:
    names = {table.name.removeprefix("known_") for table in rule.inputs}
    return {name: rows for name, rows in facts.items() if name in names}


@rules
def test_a_rule_compiles_for_every_engine_we_promise(rule: Rule) -> None:
    expression = rule.expression(as_of=AS_OF)
    for dialect in DIALECTS:
        assert "SELECT" in str(ibis.to_sql(expression, dialect=dialect))


@rules
def test_a_rule_returns_its_contract_and_its_own_numbers(rule: Rule) -> None:
    contract = contract_of(rule)
    expected = contract.schema().to_pyarrow().names + list(rule.numbers)
    schema = rule.expression(as_of=AS_OF).schema()
    assert list(schema.names) == expected
    assert {name: schema[name] for name in contract.names} == dict(contract.schema().items())
    assert {str(schema[name]) for name in rule.numbers} <= {"float64"}


@rules
def test_the_engine_returns_the_types_that_the_contract_promises(rule: Rule) -> None:
    contract = contract_of(rule)
    rows = fetched(rule.name, {})
    assert [rows.schema.field(name).type for name in contract.names] == [field.type for field in contract.arrow()]
    assert {str(rows.schema.field(name).type) for name in rule.numbers} <= {"double"}


@rules
@given(seed=st.integers(0, 10_000))
@settings(max_examples=2, deadline=None, derandomize=True)
def test_order_repetition_and_the_future_change_nothing(rule: Rule, seed: int) -> None:
    chance = chance_of(seed)
    facts = facts_for(rule, world(chance))
    later = facts_for(rule, world(chance, newest=-300.0, oldest=0.0, tag="later "))
    disturbed = {}
    for name, rows in facts.items():
        more = rows + chance.choices(rows, k=len(rows) // 2) + ([] if name == "remarks" else later.get(name, []))
        disturbed[name] = chance.sample(more, len(more))
    assert find(rule.name, disturbed, **_lenient(rule)) == find(rule.name, facts, **_lenient(rule))


@rules
def test_random_facts_do_lead_to_findings(rule: Rule) -> None:
    worlds = (world(chance_of(seed)) for seed in range(4))
    assert any(find(rule.name, facts_for(rule, facts), **_lenient(rule)) for facts in worlds)


@pytest.mark.parametrize("rule", FINDERS, ids=lambda rule: str(rule.name))
@given(seed=st.integers(0, 10_000))
@settings(max_examples=2, deadline=None, derandomize=True)
def test_a_signal_is_one_thing_with_a_strength_between_nothing_and_one(rule: Rule, seed: int) -> None:
    facts = facts_for(rule, world(chance_of(seed)))
    rows = find(rule.name, facts, **_lenient(rule))
    assert all(0.0 <= row["strength"] <= 1.0 for row in rows)
    assert all(row["observed_at"] < AS_OF for row in rows)
    assert all(row["person_id"] and row["approximate"] is not None for row in rows)
    shared: dict[Any, set[Any]] = {}
    ranks: dict[Any, list[int]] = {}
    for row in rows:
        key = (row["person_id"], row["account_id"], row["anchor"])
        shared.setdefault(key, set()).add((row["observed_at"], row["strength"]))
        ranks.setdefault(key, []).append(row["evidence_rank"])
    assert all(len(values) == 1 for values in shared.values())
    assert all(sorted(places) == list(range(len(places))) for places in ranks.values())


@pytest.mark.parametrize("rule", HOLDS, ids=lambda rule: str(rule.name))
@given(seed=st.integers(0, 10_000))
@settings(max_examples=2, deadline=None, derandomize=True)
def test_a_hold_has_not_ended_and_says_whom_it_holds(rule: Rule, seed: int) -> None:
    rows: list[Row] = find(rule.name, facts_for(rule, world(chance_of(seed))))
    assert {row["code"] for row in rows} <= {rule.kind}
    assert all(row["until"] is None or row["until"] > TODAY for row in rows)
    assert all(row["person_id"] or row["account_id"] for row in rows)
    assert all(row["observed_at"] < AS_OF for row in rows)


_LENIENT: dict[str, dict[str, Any]] = {
    "super_user": {"least_active_days": 2, "least_percentile": 0.5},
    "champion": {"min_helped": 1.0},
    "fewer_active": {"least_people": 1, "fall": 0.1},
}


def _lenient(rule: Rule) -> dict[str, Any]:
    """Thresholds that random facts reach."""
    return _LENIENT.get(rule.name, {})
