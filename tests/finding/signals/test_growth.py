from typing import Any

import pytest

from tests.finding.signals.facts import AS_OF, TODAY, ago, day_ago, find, people_found, person

type Row = dict[str, Any]


def contract(name: str, kind: str, signed: int, arr: float | None = None, **more: object) -> Row:
    usual = {"account_id": "acme", "currency": "EUR"}
    return {"contract_id": name, "kind": kind, "signed_on": day_ago(signed), "arr": arr, **usual, **more}


FIRST = contract("first", "new", 730, 100.0)
RENEWED = contract("again", "renewal", 10, 120.0)
PAYER = person("ada", pays=True)


def growth(*contracts: Row, persons: tuple[Row, ...] = (PAYER,), **facts: list[Row]) -> list[Row]:
    return find("growth", {"contracts": contracts, "persons": persons, **facts})


def test_a_renewal_that_grew_is_carried_to_who_pays() -> None:
    (row,) = growth(FIRST, RENEWED)
    assert (row["person_id"], row["account_id"], row["anchor"], row["evidence_id"]) == ("ada", "acme", "again", "again")
    assert (row["arr_before"], row["arr"], row["growth"]) == (100, 120, pytest.approx(0.2))
    assert row["tenure_years"] == pytest.approx(720 / 365.25)
    assert row["observed_at"].date() == day_ago(10)


@pytest.mark.parametrize(("signed", "found"), [(119, True), (120, False), (0, True), (-1, False)])
def test_it_must_be_signed_in_the_120_days_that_end_with_the_day(signed: int, *, found: bool) -> None:
    assert bool(growth(FIRST, contract("again", "renewal", signed, 120.0))) is found


@pytest.mark.parametrize(
    ("kind", "found"), [("new", False), ("contraction", False), ("churn", False), ("expansion", True)]
)
def test_only_renewals_and_expansions_are_growth(kind: str, *, found: bool) -> None:
    assert bool(growth(FIRST, contract("again", kind, 10, 120.0))) is found


@pytest.mark.parametrize("kind", ["renewal", "expansion"])
def test_a_contract_for_the_same_or_for_less_is_no_growth(kind: str) -> None:
    assert not growth(FIRST, contract("again", kind, 10, 99.0))
    assert not growth(FIRST, contract("again", kind, 10, 100.0))
    assert growth(FIRST, contract("again", kind, 10, 100.5))


def test_growth_is_measured_against_the_last_contract_in_the_same_currency_whatever_its_product() -> None:
    other = contract("other", "expansion", 300, 110.0, product="other")
    foreign = contract("foreign", "renewal", 200, 900.0, currency="USD")
    rows = growth(FIRST, other, foreign, RENEWED)
    assert [(row["anchor"], row["arr_before"]) for row in rows] == [("again", 110)]


def test_without_an_amount_an_expansion_is_growth_of_unknown_size_and_a_renewal_is_not_known_to_be_growth() -> None:
    assert not growth(FIRST, contract("again", "renewal", 10))
    assert not growth(contract("again", "renewal", 10, 100.0))
    (row,) = growth(contract("again", "expansion", 10))
    assert (row["growth"], row["arr_before"]) == (None, None)
    assert 0 < row["strength"] < 1


def test_two_contracts_are_one_signal_with_two_pieces_of_evidence() -> None:
    rows = growth(FIRST, RENEWED, contract("more", "expansion", 5, 130.0))
    assert [row["evidence_id"] for row in rows] == ["more", "again"]
    assert {row["anchor"] for row in rows} == {"more"}
    assert rows[0]["growth"] == pytest.approx(0.2)


def test_it_is_carried_to_payers_deciders_and_executives_of_business_reviews_only() -> None:
    boss = person("boss", title="Chief Operating Officer")
    persons = (PAYER, person("dee", influence="high"), person("eve", influence="medium", pays=False), boss)
    review = {"interaction_id": "i", "at": ago(365), "channel": "ebr", "person_id": "boss", "account_id": "acme"}
    facts = {"contracts": [FIRST, RENEWED], "persons": list(persons)}
    assert people_found("growth", facts) == {"ada", "dee"}
    assert people_found("growth", {**facts, "interactions": [review]}) == {"ada", "dee", "boss"}
    for missed in (
        {"at": ago(365.001)},
        {"at": AS_OF},
        {"channel": "call"},
        {"account_id": "orbit"},
        {"person_id": "eve"},
    ):
        assert people_found("growth", {**facts, "interactions": [{**review, **missed}]}) == {"ada", "dee"}
    roughly = {
        row["person_id"]: row["approximate"] for row in growth(FIRST, RENEWED, persons=persons, interactions=[review])
    }
    assert roughly == {"ada": True, "dee": True, "boss": False}


def test_who_has_left_or_is_elsewhere_carries_nothing() -> None:
    assert not growth(FIRST, RENEWED, persons=(person("ada", pays=True, left_on=TODAY),))
    assert growth(FIRST, RENEWED, persons=(person("ada", pays=True, left_on=day_ago(-1)),))
    assert not growth(FIRST, RENEWED, persons=(person("ada", "orbit", pays=True),))


def test_strength_grows_with_growth_tenure_and_freshness() -> None:
    usual = growth(FIRST, RENEWED)[0]["strength"]
    assert growth(FIRST, {**RENEWED, "arr": 140.0})[0]["strength"] > usual
    assert growth({**FIRST, "signed_on": day_ago(1000)}, RENEWED)[0]["strength"] > usual
    since = [{"account_id": "acme", "name": "Acme", "started_on": day_ago(1000)}]
    assert growth(FIRST, RENEWED, accounts=since)[0]["strength"] > usual
    assert growth(FIRST, {**RENEWED, "signed_on": day_ago(5)})[0]["strength"] > usual
