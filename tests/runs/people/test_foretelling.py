"""Which values would count if two people were one, said before they are."""

import pytest

from goodword.kit import clock
from goodword.programme.advocates.employments import employments_of
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.people.actions.correct_value import correct_value
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.models import ToldValue
from goodword.runs.foretelling import Known, foretold_values
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

type Told = dict[str, tuple[str, str]]


def known_of(company: Company, key: str) -> Known:
    one = company.person(key)
    generation = Publication.current()
    assert generation is not None
    row = ListedPerson.objects.within(generation).about(one.today.person_id).get()
    return Known(one, linked_records(company.workspace, one.keys, one.emails), employments_of(row))


def foretold(company: Company, one: str, other: str) -> Told:
    rows = foretold_values(company.workspace, [known_of(company, key) for key in (one, other)], clock.today())
    return {row.field: (row.value, row.verified) for row in rows if row.place == 1}


def afterwards(company: Company, one: str, other: str) -> Told:
    merge_people(company.id(one), company.id(other), by=BY)
    company.run(clock.today())
    rows = ToldValue.objects.filter(person_id=company.id(one), place=1)
    return {row.field: (row.value, row.verified) for row in rows}


@pytest.mark.parametrize("tables", [{}, {"interactions": WROTE}, {"employments": WORKED}])
def test_what_is_foretold_counts_after_the_merge(company: Company, tables: dict[str, str]) -> None:
    if tables:
        company.load(people=PEOPLE, **tables)
    company.load("desk", people=DESK)
    company.run(clock.today())
    told = foretold(company, "P1", "P2")
    after = afterwards(company, "P1", "P2")
    assert after
    assert {field: told[field] for field in after} == after


def test_what_a_colleague_put_right_of_either_is_foretold_to_count(company: Company) -> None:
    correct_value(company.id("P2"), "name", "Rhiannon Hâf Pugh", by=BY, reason="her card")
    company.run(clock.today())
    assert foretold(company, "P1", "P2")["name"] == ("Rhiannon Hâf Pugh", "correction")
    assert afterwards(company, "P1", "P2")["name"] == ("Rhiannon Hâf Pugh", "correction")


def test_foretelling_keeps_nothing(company: Company) -> None:
    before = ToldValue.objects.count()
    foretold(company, "P1", "P2")
    assert ToldValue.objects.count() == before
