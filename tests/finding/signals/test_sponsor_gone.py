from typing import Any

import pytest

from goodword.evidence.records.known import KNOWN, PERSONS
from goodword.finding.catalogue import rule
from goodword.finding.signals.risking import risks_of
from tests.finding.identity.employment.whereabouts import spells_in
from tests.finding.signals.facts import TODAY, ago, day_ago, fetched, find, person, table_of

type Row = dict[str, Any]

ORBIT, ACME = "orbit", "acme"
ACCOUNTS: list[Row] = [
    {"account_id": ORBIT, "name": "Orbit", "domains": ["orbit.example"], "status": "active"},
    {"account_id": ACME, "name": "Acme", "domains": ["acme.example"]},
]
SPONSOR = person("ada", ORBIT, name="Ada Oriel", pays=True)


def job(where: str, start: int, end: int | None = None) -> Row:
    return {
        "record_id": f"{where} {start}",
        "person_key": "ada",
        "person_id": "ada",
        "account_id": where,
        "started_on": day_ago(start),
        "ended_on": None if end is None else day_ago(end),
    }


def facts(*jobs: Row, who: Row = SPONSOR, accounts: list[Row] = ACCOUNTS, **more: list[Row]) -> dict[str, list[Row]]:
    told = {"accounts": accounts, "employments": list(jobs)}
    told |= {name: more.pop(name) for name in ("account_history", "interactions", "people") if name in more}
    return {"spells": spells_in(told), "accounts": accounts, "persons": [who], **more}


def risks(*jobs: Row, who: Row = SPONSOR, accounts: list[Row] = ACCOUNTS, **more: list[Row]) -> list[Row]:
    return find("sponsor_gone", facts(*jobs, who=who, accounts=accounts, **more))


def test_somebody_who_held_the_budget_and_left_is_noted_with_the_record_that_says_so() -> None:
    (risk,) = risks(job(ORBIT, 900, 20), job(ACME, 10))
    assert (risk["person_id"], risk["account_id"], risk["kind"], risk["role"]) == ("ada", ORBIT, "sponsor_gone", "pays")
    assert (risk["observed_on"], risk["approximate"], risk["how"]) == (day_ago(20), False, "crm_history")
    assert (risk["evidence_table"], risk["evidence_id"]) == ("employments", "orbit 900")


@pytest.mark.parametrize(
    ("who", "acts", "role"),
    [
        ({"pays": True, "influence": "high"}, [], "pays"),
        ({"influence": "high"}, [], "influence"),
        ({}, [{"act_id": "a", "person_id": "ada", "kind": "talk", "done_on": day_ago(700)}], "advocate"),
        ({"pays": False, "influence": "medium"}, [], None),
        ({}, [{"act_id": "a", "person_id": "ada", "kind": "talk", "done_on": day_ago(-1)}], None),
        ({}, [{"act_id": "a", "person_id": "ben", "kind": "talk", "done_on": day_ago(9)}], None),
    ],
)
def test_who_matters_is_who_pays_decides_or_has_spoken_for_us(who: Row, acts: list[Row], role: str | None) -> None:
    found = risks(job(ORBIT, 900, 20), who=person("ada", ORBIT, **who), ledger_acts=acts)
    assert [risk["role"] for risk in found] == ([] if role is None else [role])


@pytest.mark.parametrize(("left", "noted"), [(0, True), (180, True), (181, False), (-1, False)])
def test_the_note_lasts_half_a_year(left: int, *, noted: bool) -> None:
    assert bool(risks(job(ORBIT, 900, left))) is noted


def test_who_is_still_there_is_not_noted() -> None:
    assert not risks(job(ORBIT, 900))
    assert not risks(job(ORBIT, 900, 20), job(ORBIT, 10))


def test_a_rename_or_a_transfer_in_a_group_loses_nobody() -> None:
    jobs = job(ORBIT, 900, 20), job(ACME, 19)
    renamed = [{"account_id": ACME, "field": "name", "value": "Orbit", "valid_from": day_ago(19)}]
    assert risks(*jobs)
    assert not risks(*jobs, account_history=renamed)
    assert not risks(*jobs, accounts=[{**ACCOUNTS[0], "parent_account_id": ACME}, ACCOUNTS[1]])


@pytest.mark.parametrize(("status", "noted"), [("active", True), (None, True), ("churned", False), ("prospect", False)])
def test_only_customers_have_a_sponsor_to_lose(status: str | None, *, noted: bool) -> None:
    assert bool(risks(job(ORBIT, 900, 20), accounts=[{**ACCOUNTS[0], "status": status}, ACCOUNTS[1]])) is noted


def test_a_note_says_what_happened_and_how_it_is_known() -> None:
    said = facts(job(ORBIT, 900, 20))
    persons, accounts = table_of(PERSONS, [SPONSOR]), table_of(KNOWN["accounts"], ACCOUNTS)
    found = fetched("sponsor_gone", said)
    (risk,) = risks_of(rule("sponsor_gone"), found, persons, accounts, as_of=TODAY).to_pylist()
    assert risk["sentence"] == "Ada Oriel, who holds the budget, left Orbit on Fri 30 Oct."
    assert (risk["rule"], risk["rule_version"], risk["as_of"]) == ("sponsor_gone", 1, TODAY)


def test_a_mail_that_came_back_is_an_approximate_note() -> None:
    back = {
        "interaction_id": "b", "at": ago(20.5), "channel": "email", "direction": "out", "status": "bounced",
        "person_id": "ada", "email": "ada@orbit.example",
    }  # fmt: skip
    listed = {"person_key": "ada", "person_id": "ada", "account_id": ORBIT, "email": "ada@orbit.example"}
    told = facts(people=[listed], interactions=[back])
    persons, accounts = table_of(PERSONS, [SPONSOR]), table_of(KNOWN["accounts"], ACCOUNTS)
    found = fetched("sponsor_gone", told)
    (risk,) = risks_of(rule("sponsor_gone"), found, persons, accounts, as_of=TODAY).to_pylist()
    said = "Ada Oriel, who holds the budget, is gone from Orbit: mails come back since Fri 30 Oct."
    assert (risk["sentence"], risk["approximate"], risk["evidence_id"]) == (said, True, "b")
