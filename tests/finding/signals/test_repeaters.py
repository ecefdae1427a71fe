from typing import Any

import pytest

from tests.finding.identity.employment.whereabouts import spells_in
from tests.finding.signals.facts import AS_OF, ago, answer, day_ago, find, person, use

type Row = dict[str, Any]

OLD, NEW = "orbit", "acme"


def spell(account_id: str, start: int | None, end: int | None = None, person_id: str = "ada") -> Row:
    return {
        "row_id": f"{person_id} at {account_id}",
        "record_id": f"{person_id} at {account_id}",
        "person_key": person_id,
        "person_id": person_id,
        "account_id": account_id,
        "started_on": None if start is None else day_ago(start),
        "ended_on": None if end is None else day_ago(end),
    }


def contract(account_id: str, signed: int, kind: str = "new") -> Row:
    return {
        "contract_id": f"{account_id} {kind} {signed}",
        "account_id": account_id,
        "kind": kind,
        "signed_on": day_ago(signed),
    }


def account(account_id: str, **more: object) -> Row:
    return {"account_id": account_id, "name": account_id.title(), **more}


MOVE: dict[str, list[Row]] = {
    "employments": [spell(OLD, 2000, 900), spell(NEW, 800)],
    "contracts": [contract(OLD, 1800), contract(NEW, 400)],
    "accounts": [account(OLD), account(NEW)],
}


def repeaters(**changed: list[Row]) -> list[Row]:
    facts = {**MOVE, **changed}
    told = {name: facts.get(name, []) for name in ("accounts", "account_history", "employments", "people")}
    rest = {name: rows for name, rows in facts.items() if name not in {"employments", "people"}}
    return find("repeat_customer", {**rest, "spells": spells_in(told)})


def test_a_person_whose_new_employer_signed_after_they_joined_is_a_repeat_customer() -> None:
    later, earlier = repeaters()
    assert (later["person_id"], later["account_id"], later["anchor"]) == ("ada", NEW, NEW)
    assert (later["evidence_id"], earlier["evidence_id"]) == ("ada at acme", "ada at orbit")
    assert (later["brought"], later["active"], later["approximate"]) == (1, 0, False)
    assert later["observed_at"].date() == day_ago(400)


@pytest.mark.parametrize(("signed", "found"), [(799, True), (800, False), (801, False)])
def test_the_first_contract_must_be_signed_after_the_day_they_joined(signed: int, *, found: bool) -> None:
    assert (
        bool(repeaters(contracts=[contract(OLD, 1800), contract(NEW, signed), contract(NEW, 10, "renewal")])) is found
    )


def test_who_joined_an_old_customer_counts_when_active_there() -> None:
    contracts = [contract(OLD, 1800), contract(NEW, 1500)]
    assert not repeaters(contracts=contracts)
    for table, row in (
        ("usage", use(ago(90))),
        ("responses", answer("r1", 5, ago(90))),
        (
            "interactions",
            {"interaction_id": "i", "at": ago(90), "channel": "email", "person_id": "ada", "account_id": NEW},
        ),
    ):
        assert repeaters(contracts=contracts, **{table: [row]})[0]["active"] == 1
        at = "answered_at" if table == "responses" else "at"
        for missed in (
            {**row, at: ago(90.001)},
            {**row, at: AS_OF},
            {**row, "account_id": OLD},
            {**row, "person_id": "ben"},
        ):
            assert not repeaters(contracts=contracts, **{table: [missed]})


def test_what_we_sent_them_does_not_make_them_active() -> None:
    sent = {
        "interaction_id": "i",
        "at": ago(5),
        "channel": "email",
        "direction": "out",
        "person_id": "ada",
        "account_id": NEW,
    }
    assert not repeaters(contracts=[contract(OLD, 1800), contract(NEW, 1500)], interactions=[sent])


def test_an_earlier_employer_that_never_was_a_customer_does_not_count() -> None:
    assert not repeaters(contracts=[contract(NEW, 400)])
    assert not repeaters(contracts=[contract(NEW, 400), contract(OLD, 500, "churn")])
    assert not repeaters(contracts=[contract(NEW, 400)], accounts=[account(OLD, status="prospect"), account(NEW)])


@pytest.mark.parametrize("proof", [{"status": "churned"}, {"status": "active"}, {"started_on": day_ago(0)}])
def test_a_status_or_a_first_day_proves_a_customer(proof: Row) -> None:
    assert repeaters(contracts=[contract(NEW, 400)], accounts=[account(OLD, **proof), account(NEW)])


def test_a_customer_that_begins_tomorrow_is_none_today() -> None:
    tomorrow = account(OLD, status="active", started_on=day_ago(-1))
    assert not repeaters(contracts=[contract(NEW, 400)], accounts=[tomorrow, account(NEW)])
    history = [{"account_id": OLD, "field": "status", "value": "active", "valid_from": day_ago(-1)}]
    assert not repeaters(contracts=[contract(NEW, 400)], account_history=history)
    history[0]["valid_from"] = day_ago(0)
    assert repeaters(contracts=[contract(NEW, 400)], account_history=history)


def test_a_latest_status_alone_is_approximate() -> None:
    rows = repeaters(contracts=[contract(NEW, 400)], accounts=[account(OLD, status="churned"), account(NEW)])
    assert rows[0]["approximate"] is True
    assert rows[0]["strength"] < repeaters()[0]["strength"]


@pytest.mark.parametrize(
    "same",
    [
        {"accounts": [account(OLD, parent_account_id=NEW), account(NEW)]},
        {"accounts": [account(OLD), account(NEW, parent_account_id=OLD)]},
        {"accounts": [account(OLD, parent_account_id="group"), account(NEW, parent_account_id="group")]},
        {"accounts": [account(OLD, domains=["a.example", "b.example"]), account(NEW, domains=["B.example"])]},
        {"accounts": [{"account_id": OLD, "name": "Acme "}, {"account_id": NEW, "name": "ACME"}]},
        {"account_history": [{"account_id": OLD, "field": "name", "value": "acme", "valid_from": day_ago(0)}]},
        {
            "accounts": [account(OLD), account(NEW, domains=["orbit.example"])],
            "account_history": [
                {"account_id": OLD, "field": "domain", "value": "orbit.example", "valid_from": day_ago(900)}
            ],
        },
    ],
)
def test_a_rename_an_acquisition_or_a_transfer_is_no_move(same: dict[str, list[Row]]) -> None:
    assert not repeaters(**same)


def test_an_acquisition_of_tomorrow_is_not_known_today() -> None:
    assert repeaters(account_history=[{"account_id": OLD, "field": "name", "value": "acme", "valid_from": day_ago(-1)}])


def test_an_employment_of_tomorrow_is_not_known_today() -> None:
    assert (
        repeaters(employments=[spell(OLD, 2000, 900), spell(NEW, 0)], contracts=[contract(OLD, 1800)], usage=[]) == []
    )
    later = {"contracts": [contract(OLD, 1800), contract(NEW, 900)], "usage": [use(ago(1))]}
    assert repeaters(employments=[spell(OLD, 2000, 900), spell(NEW, 0)], **later)
    assert not repeaters(employments=[spell(OLD, 2000, 900), spell(NEW, -1)], **later)


def test_two_people_at_two_accounts_are_no_move() -> None:
    assert not repeaters(employments=[spell(OLD, 2000, 900), spell(NEW, 800, person_id="ben")])


def test_a_row_of_people_is_an_undated_employment_ordered_by_where_they_are() -> None:
    here = {"person_key": "ada", "person_id": "ada", "account_id": NEW}
    facts: dict[str, Any] = {
        "employments": [spell(OLD, 2000)], "people": [here], "usage": [use(ago(3))], "persons": [person("ada", NEW)]
    }  # fmt: skip
    later, earlier = repeaters(**facts)
    assert (later["evidence_table"], earlier["evidence_table"]) == ("people", "employments")
    assert later["approximate"] is True
    assert {row["account_id"] for row in repeaters(**{**facts, "persons": [person("ada", OLD)]})} == {OLD}
    assert repeaters(**{**facts, "persons": [], "employments": [spell(OLD, 2000, 900)]})


def test_who_came_back_to_the_first_employer_moved_once() -> None:
    spells = [spell(OLD, 2000, 900), spell(NEW, 800, 300), {**spell(OLD, 200), "record_id": "again"}]
    assert {row["account_id"] for row in repeaters(employments=spells)} == {NEW}


def test_earlier_customers_activity_and_freshness_weigh_more() -> None:
    usual = repeaters()[0]["strength"]
    third = spell("helio", 3000, 2100)
    more = repeaters(
        employments=[*MOVE["employments"], third],
        contracts=[*MOVE["contracts"], contract("helio", 2900)],
    )
    assert [row["earlier_accounts"] for row in more if row["account_id"] == NEW] == [2, 2, 2]
    assert max(row["strength"] for row in more if row["account_id"] == NEW) > usual
    assert repeaters(usage=[use(ago(3))])[0]["strength"] > usual
    assert repeaters(contracts=[contract(OLD, 1800), contract(NEW, 300)])[0]["strength"] > usual
