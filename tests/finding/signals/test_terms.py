"""Until when contracts run: the term that ends last, as it was known on the day."""

from datetime import date
from typing import Any

from goodword.evidence.records.findings import RENEWALS
from goodword.evidence.records.known import KNOWN
from goodword.finding.signals.terms import renewals
from tests.finding.engine import run
from tests.finding.signals.facts import AS_OF, day_ago, table_of

type Row = dict[str, Any]


def contract(name: str, signed: int, ends: int | None, **more: object) -> Row:
    usual = {"account_id": "acme", "kind": "renewal", "ends_on": None if ends is None else day_ago(-ends)}
    return {"contract_id": name, "signed_on": day_ago(signed), **usual, **more}


def runs_until(*contracts: Row) -> dict[str, date]:
    rows = {KNOWN["contracts"].name: table_of(KNOWN["contracts"], contracts)}
    found = run(renewals(KNOWN["contracts"].unbound(), as_of=AS_OF), rows)
    assert set(found.column_names) == set(RENEWALS.names)
    return {row["account_id"]: row["renews_on"] for row in found.to_pylist()}


def test_the_term_that_ends_last_counts_whichever_was_signed_last() -> None:
    told = runs_until(
        contract("long", 300, 400),
        contract("add-on", 10, 90, kind="expansion"),
        contract("other", 10, 20, account_id="helio"),
    )
    assert told == {"acme": day_ago(-400), "helio": day_ago(-20)}


def test_a_term_that_is_over_is_told_as_it_is() -> None:
    assert runs_until(contract("old", 800, -70)) == {"acme": day_ago(70)}


def test_notices_contracts_of_tomorrow_and_terms_without_an_end_say_nothing() -> None:
    known = contract("known", 300, 60)
    assert runs_until(known, contract("notice", 5, 500, kind="churn")) == {"acme": day_ago(-60)}
    assert runs_until(known, contract("tomorrow", -1, 500)) == {"acme": day_ago(-60)}
    assert runs_until(known, contract("open", 5, None)) == {"acme": day_ago(-60)}
    assert runs_until(contract("open", 5, None), contract("nobody's", 5, 50, account_id=None)) == {}
