"""Which values would count if two people were one, said before they are."""

from collections.abc import Iterable

import pytest

from goodword.evidence.records.values import PERSON_FIELDS
from goodword.kit import clock
from goodword.programme.advocates.employments import employments_of
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.people.actions.correct_value import correct_value, current_value
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.models import Person, ToldValue
from goodword.runs.foretelling import Foretold, Known, foretold_values
from goodword.runs.people.linked_records import linked_records
from tests.runs.people.company import BY, PEOPLE, Company

DESK = "person_key,full_name,email,title\nD1,Rhiannon Pugh-Jones,RHIANNON@oriel.example,Controller\n"
WROTE = """\
interaction_id,channel,direction,at,person_key,email,text
I1,email,in,2026-10-02T09:00:00Z,P2,r.pugh@halden.example,Thanks
"""
WORKED = """\
person_key,account_id,title,started_on,ended_on
P1,A1,Analyst,2019-01-01,2026-05-31
P2,A2,Finance Director,2026-06-01,
"""


def known_of(company: Company, key: str) -> Known:
    one = company.person(key)
    generation = Publication.current()
    assert generation is not None
    row = ListedPerson.objects.within(generation).about(one.today.person_id).get()
    return Known(one, linked_records(company.workspace, one.keys, one.emails), employments_of(row))


def foretold(company: Company, one: str, other: str) -> Foretold:
    return foretold_values(company.workspace, [known_of(company, key) for key in (one, other)], clock.today())


def firsts(rows: Iterable[ToldValue]) -> dict[str, tuple[str, str]]:
    return {row.field: (row.value, row.verified) for row in rows if row.place == 1}


def merged(company: Company, one: str, other: str) -> Person:
    merge_people(company.id(one), company.id(other), by=BY)
    company.run(clock.today())
    return company.person(one).today


@pytest.mark.parametrize(
    ("crm", "desk", "field", "counts"),
    [
        ({}, DESK, "email", ("rhiannon@oriel.example", "two_sources")),
        ({"interactions": WROTE}, "", "email", ("r.pugh@halden.example", "wrote_from")),
        ({"employments": WORKED}, "", "account_id", ("a2", "seen_there")),
    ],
)
def test_what_is_foretold_counts_after_the_merge(
    company: Company, crm: dict[str, str], desk: str, field: str, counts: tuple[str, str]
) -> None:
    if crm:
        company.load(people=PEOPLE, **crm)
    if desk:
        company.load("desk", people=desk)
    company.run(clock.today())
    told = foretold(company, "P1", "P2")
    value, verified = firsts(told.told)[field]
    assert (value.casefold(), verified) == counts
    after = merged(company, "P1", "P2")
    assert told.person == {name: current_value(after, name) for name in PERSON_FIELDS}
    # Pages are told only of fields where records differ.
    seen = firsts(ToldValue.objects.filter(person_id=after.person_id))
    assert seen.items() <= firsts(told.told).items()


def test_what_one_of_them_has_left_does_not_count(company: Company) -> None:
    company.load(people=PEOPLE, employments=WORKED)
    company.run(clock.today())
    told = foretold(company, "P1", "P2")
    assert (told.person["title"], told.person["account_id"]) == ("Finance Director", "A2")
    after = merged(company, "P1", "P2")
    assert (after.title, after.account_id) == ("Finance Director", "A2")


def test_what_a_colleague_put_right_of_either_is_foretold_to_count(company: Company) -> None:
    correct_value(company.id("P2"), "name", "Rhiannon Hâf Pugh", by=BY, reason="her card")
    company.run(clock.today())
    assert firsts(foretold(company, "P1", "P2").told)["name"] == ("Rhiannon Hâf Pugh", "correction")
    assert merged(company, "P1", "P2").name == "Rhiannon Hâf Pugh"


def test_foretelling_keeps_nothing(company: Company) -> None:
    before = ToldValue.objects.count()
    foretold(company, "P1", "P2")
    assert ToldValue.objects.count() == before
