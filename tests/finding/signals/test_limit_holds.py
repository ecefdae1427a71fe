from datetime import date
from typing import Any

import pytest

from goodword.kit.clock import end_of
from tests.finding.signals.facts import AS_OF, TODAY, day_ago, find

type Row = dict[str, Any]


def ask(name: str, on: date, kind: str = "review", person_id: str | None = "ada") -> Row:
    return {"ask_id": name, "person_id": person_id, "account_id": "acme", "kind": kind, "asked_on": on}


def act(name: str, on: date, person_id: str | None = "ada") -> Row:
    return {"act_id": name, "person_id": person_id, "account_id": "acme", "kind": "talk", "done_on": on}


def said(name: str, answer: str, on: date) -> Row:
    return {"ask_id": name, "answer": answer, "answered_on": on}


@pytest.mark.parametrize(("days", "held"), [(0, True), (44, True), (45, False), (-1, False)])
def test_a_person_rests_45_days_after_an_ask_and_after_an_act(days: int, *, held: bool) -> None:
    for facts, table in (
        ({"ledger_asks": [ask("a", day_ago(days))]}, "asks"),
        ({"ledger_acts": [act("a", day_ago(days))]}, "acts"),
    ):
        rows = find("resting", facts)
        expected = [("ada", day_ago(days - 45), table, None)] * held
        assert [(row["person_id"], row["until"], row["evidence_table"], row["act_kind"]) for row in rows] == expected


def test_the_latest_ask_or_act_counts_and_an_act_of_nobody_holds_nobody() -> None:
    facts = {"ledger_asks": [ask("a", day_ago(30))], "ledger_acts": [act("b", day_ago(10)), act("c", day_ago(1), None)]}
    assert [row["evidence_id"] for row in find("resting", facts)] == ["b"]


def test_a_heavy_kind_of_act_lets_them_rest_longer_even_where_a_light_one_came_after_it() -> None:
    talk = {**act("talk", day_ago(100)), "rests_until": day_ago(-80)}
    light = {**ask("quote", day_ago(10)), "rests_until": day_ago(20)}
    (row,) = find("resting", {"ledger_acts": [talk], "ledger_asks": [light]})
    assert (row["evidence_id"], row["until"]) == ("talk", day_ago(-80))
    (row,) = find("resting", {"ledger_asks": [light]})
    assert (row["evidence_id"], row["until"]) == ("quote", day_ago(-35))


@pytest.mark.parametrize(("days", "held"), [(0, True), (89, True), (90, False), (-1, False)])
def test_not_now_holds_ninety_days_from_the_answer(days: int, *, held: bool) -> None:
    facts = {"ledger_asks": [ask("a", day_ago(100))], "ledger_answers": [said("a", "not_now", day_ago(days))]}
    rows = find("not_now", facts)
    assert [(row["person_id"], row["until"], row["act_kind"]) for row in rows] == [
        ("ada", day_ago(days - 90), None)
    ] * held


@pytest.mark.parametrize("answer", ["accepted", "declined", "never", "no_answer"])
def test_other_answers_are_not_not_now(answer: str) -> None:
    facts = {"ledger_asks": [ask("a", day_ago(9))], "ledger_answers": [said("a", answer, day_ago(5))]}
    assert not find("not_now", facts)
    assert bool(find("never", facts)) is (answer == "never")


def test_never_holds_that_kind_for_ever() -> None:
    facts = {
        "ledger_asks": [ask("a", day_ago(4000)), ask("b", day_ago(10), "talk"), ask("c", day_ago(5))],
        "ledger_answers": [said("a", "never", day_ago(3999)), said("b", "accepted", day_ago(9))],
    }
    (row,) = find("never", facts)
    assert (row["person_id"], row["act_kind"], row["until"], row["evidence_id"]) == ("ada", "review", None, "a")
    assert not find("never", facts, as_of=end_of(day_ago(4000)))


def test_two_asks_a_quarter_are_the_cap_until_the_next_quarter() -> None:
    two = [ask("a", date(2026, 10, 1)), ask("b", TODAY, "talk")]
    (row,) = find("capped", {"ledger_asks": two})
    assert (row["person_id"], row["until"], row["number"], row["evidence_id"]) == ("ada", date(2027, 1, 1), 2, "b")
    assert not find("capped", {"ledger_asks": two}, as_of=end_of(row["until"]))
    assert not find("capped", {"ledger_asks": [ask("a", date(2026, 9, 30)), two[1]]})
    assert not find("capped", {"ledger_asks": [two[0], ask("b", AS_OF.date())]})
    assert not find("capped", {"ledger_asks": [two[0], two[0]]})
    assert not find("capped", {"ledger_asks": [two[0], ask("b", TODAY, person_id="ben")]})
    assert find("capped", {"ledger_asks": two[:1]}, asks=1)
