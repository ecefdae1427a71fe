from typing import Any

import pytest

from tests.finding.signals.facts import AS_OF, ago, day_ago, find, use

type Row = dict[str, Any]


def people(before: int, now: int) -> list[Row]:
    then = [use(ago(30.5 + n), f"p{n}") for n in range(before)]
    return then + [use(ago(0.5 + n), f"p{n}", feature) for n in range(now) for feature in ("board", "chart")]


@pytest.mark.parametrize(
    ("before", "now", "held"),
    [(12, 8, True), (12, 9, False), (10, 6, True), (10, 7, False), (9, 0, False), (15, 0, True)],
)
def test_a_third_fewer_active_people_of_at_least_ten_hold_the_account(before: int, now: int, *, held: bool) -> None:
    rows = find("fewer_active", {"usage": people(before, now)})
    expected = [(None, "acme", now, before, None)] * held
    assert [(r["person_id"], r["account_id"], r["number"], r["number_before"], r["until"]) for r in rows] == expected


def test_the_two_windows_meet_thirty_days_ago() -> None:
    usage = people(12, 8)
    assert find("fewer_active", {"usage": [*usage, use(AS_OF, "p9"), use(ago(30.001), "p9")]})
    assert not find("fewer_active", {"usage": [*usage, use(ago(30), "p9")]})
    assert not find("fewer_active", {"usage": [use(ago(60.001), f"p{n}") for n in range(12)]})
    assert find("fewer_active", {"usage": [use(ago(60), f"p{n}") for n in range(12)]})


def test_nobody_and_no_use_are_not_active_people() -> None:
    idle = [use(ago(1), "p10", count=0.0), use(ago(1), "p11", count=0.0), use(ago(1), None)]
    assert find("fewer_active", {"usage": people(12, 8) + idle})


def contract(name: str, kind: str, signed: int, **more: object) -> Row:
    return {"contract_id": name, "account_id": "acme", "kind": kind, "signed_on": day_ago(signed), **more}


@pytest.mark.parametrize("kind", ["churn", "contraction"])
def test_notice_of_churn_or_contraction_holds_until_a_later_signature(kind: str) -> None:
    notice = contract("notice", kind, 20)
    (row,) = find("churn_notice", {"contracts": [notice]})
    assert (row["account_id"], row["evidence_id"], row["until"], row["number"]) == (
        "acme",
        "notice",
        None,
        kind == "churn",
    )
    for again in ("renewal", "new", "expansion"):
        assert not find("churn_notice", {"contracts": [notice, contract("x", again, 19)]})
    assert find("churn_notice", {"contracts": [notice, contract("x", "renewal", 20)]})
    assert find("churn_notice", {"contracts": [notice, contract("x", "renewal", -1)]})
    assert find("churn_notice", {"contracts": [notice, contract("x", "renewal", 5, account_id="orbit")]})
    assert not find("churn_notice", {"contracts": [contract("notice", kind, -1)]})


def ending(*contracts: Row) -> list[str]:
    return [row["evidence_id"] for row in find("contract_ending", {"contracts": contracts})]


def term(name: str, signed: int, ends: int | None, kind: str = "new", **more: object) -> Row:
    """A contract that ends so many days from today."""
    return contract(name, kind, signed, ends_on=None if ends is None else day_ago(-ends), **more)


@pytest.mark.parametrize(
    ("ends", "held"), [(46, False), (45, True), (0, True), (-1, True), (-365, True), (-366, False)]
)
def test_a_contract_holds_from_45_days_before_its_end_until_it_is_renewed(ends: int, *, held: bool) -> None:
    assert ending(term("now", 400, ends)) == ["now"] * held
    assert ending(term("now", 400, ends), term("next", 1, ends + 500, "renewal")) == []


def test_a_renewal_that_is_not_signed_yet_is_no_renewal() -> None:
    assert ending(term("now", 400, 10), term("next", -1, 375, "renewal")) == ["now"]


def test_only_a_renewal_of_the_same_product_or_of_everything_counts() -> None:
    now = term("now", 400, 10, product="board")
    assert ending(now, term("next", 1, 375, "renewal", product="chart")) == ["now"]
    assert ending(now, term("next", 1, 375, "renewal", product="board")) == []
    assert ending(now, term("next", 1, 375, "renewal")) == []
    assert ending(term("now", 400, 10), term("next", 1, 375, "renewal", product="board")) == ["now"]


def test_a_contraction_with_a_later_end_prolongs_and_a_notice_to_leave_does_not() -> None:
    assert ending(term("now", 400, 10), term("less", 1, 375, "contraction")) == []
    assert ending(term("now", 400, 10), term("less", 1, 10, "contraction")) == ["less"]
    assert ending(term("now", 400, 10), term("gone", 1, 375, "churn")) == ["now"]
    assert ending(term("gone", 400, 10, "churn")) == []


def test_a_contract_without_an_end_runs_on_unless_it_only_expands() -> None:
    assert ending(term("now", 400, 10), term("open", 1, None, "renewal")) == []
    assert ending(term("now", 400, 10), term("open", 500, None, "new")) == ["now"]
    assert ending(term("now", 400, 10), term("more", 1, None, "expansion")) == ["now"]


def test_an_account_is_held_once_a_product() -> None:
    assert ending(term("a", 400, 10), term("b", 300, 10), term("c", 300, 20, product="chart")) == ["b", "c"]
