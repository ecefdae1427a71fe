"""Several values of one field: shown with their sources, chosen by one rule, put right by colleagues."""

import pytest

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.actions.correct_value import correct_value
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.unmerge_people import unmerge_people
from goodword.programme.people.actions.withdraw_correction import withdraw_correction
from goodword.programme.people.differing import differing
from goodword.programme.people.models import Correction, ToldValue
from tests.runs.people.company import BY, Company, published

DESK = "person_key,full_name,email,title\nD1,Rhiannon Pugh-Jones,RHIANNON@oriel.example,Controller\n"


def values(company: Company, key: str, field: str) -> list[tuple[str, bool]]:
    """The values of a field of somebody of which several are told, the one that counts first."""
    return [
        (value.value, value.wins)
        for one in differing(company.person(key))
        if one.field == field
        for value in one.values
    ]


def told() -> list[dict[str, object]]:
    rows = ToldValue.objects.order_by("person_id", "field", "place").values()
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]


def test_two_sources_that_differ_are_both_shown_and_one_of_them_counts(company: Company) -> None:
    assert told() == []
    company.load("desk", people=DESK)
    company.run(clock.today())
    shown = dict(values(company, "P1", "name"))
    assert set(shown) == {"Rhiannon Pugh", "Rhiannon Pugh-Jones"}
    assert shown[company.person("P1").today.name] is True
    assert company.person("P1").today.title == "Controller"
    # Capital letters are no conflict, and one value is none.
    assert values(company, "P1", "email") == values(company, "P1", "title") == []


def test_a_correction_counts_from_the_next_run_on_survives_new_loads_and_is_taken_back(company: Company) -> None:
    company.load("desk", people=DESK)
    company.run(clock.today())
    row = correct_value(company.id("P1"), "title", "Finance  Director", by=BY, reason="her signature")
    again = correct_value(company.id("P1"), "title", "Finance Director", by=BY, reason="her signature")
    assert again == row
    (field,) = [one for one in differing(company.person("P1")) if one.field == "title"]
    assert field.waits == row
    company.run(clock.today())
    assert company.person("P1").today.title == "Finance Director"
    company.load("desk", people=DESK.replace("D1", "D9").replace("Controller", "controller"))
    company.run(clock.today())
    assert company.person("P1").today.title == "Finance Director"
    assert ("Finance Director", True) in values(company, "P1", "title")
    company.load("desk", people=DESK)
    withdraw_correction(row, by=BY)
    withdraw_correction(row, by=BY)
    company.run(clock.today())
    assert company.person("P1").today.title.casefold() == "controller"
    assert Correction.objects.count() == 1


def test_merged_records_show_both_values_and_taking_the_merge_back_restores_every_byte(company: Company) -> None:
    company.load("desk", people=DESK)
    company.run(clock.today())
    correct_value(company.id("P2"), "title", "Advisor", by=BY, reason="her card")
    company.run(clock.today())
    before, told_before = published(), told()
    merge = merge_people(company.id("P1"), company.id("P2"), by=BY)
    company.run(clock.today())
    person = company.person("P1").today
    assert person.title == "Advisor"
    assert {value for value, _wins in values(company, "P1", "title")} >= {"Advisor"}
    assert len(values(company, "P1", "account_id")) == 2
    unmerge_people(merge, by=BY)
    company.run(clock.today())
    assert (published(), told()) == (before, told_before)
    assert company.person("P2").today.title == "Advisor"
    assert company.person("P1").today.title == "Controller"


@pytest.mark.parametrize(
    ("field", "value", "reason", "code"),
    [
        ("shoe_size", "43", "saw it", "unknown-field"),
        ("title", " ", "saw it", "bad-value"),
        ("title", "Head", " ", "no-reason"),
        ("title", "Head" * 200, "saw it", "bad-value"),
    ],
)
def test_what_cannot_be_put_right_is_refused(company: Company, field: str, value: str, reason: str, code: str) -> None:
    with pytest.raises(GoodwordError) as refused:
        correct_value(company.id("P1"), field, value, by=BY, reason=reason)
    assert refused.value.code == code
    assert not Correction.objects.exists()
