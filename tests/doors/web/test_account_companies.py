"""From files to pages: who left an account and mattered, and what else the account is called and how we know."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.programme.advocates.models import ListedAccount
from goodword.programme.team.roles import Role
from goodword.runs.settings import changing
from tests.runs.people.company import BY, Company
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

ACCOUNTS = """\
account_id,name,aliases,domains,parent_account_id,status
A1,Oriel Foods,Oriel|OF,oriel.example,A2,active
A2,Oriel Holding,,oriel-holding.example,,active
A3,Halden Health,,halden.example,A4,active
A4,Halden Labs,,halden-labs.example,A3,active
A5,Sahel Water,,sahel.example,A5,active
"""
HISTORY = """\
account_id,field,value,valid_from
A1,name,Pellworth Foods,2019-01-01
A1,name,Oriel Foods,2025-03-26
"""
PEOPLE = """\
person_key,account_id,full_name,email,pays,left_on
P1,A1,Ingrid Solberg,ingrid@oriel.example,yes,2026-08-01
P2,A3,Rhiannon Pugh,rhiannon@halden.example,no,2026-10-01
"""
EMPLOYMENTS = """\
person_key,account_id,company_name,started_on,ended_on
P1,A1,Oriel Fods,2020-01-01,2026-08-01
"""


@pytest.fixture
def company(tmp_path: Path, settings: Settings, db: None) -> Company:
    made = Company(tmp_path)
    settings.WORKSPACE = made.workspace.path
    made.load(accounts=ACCOUNTS, account_history=HISTORY, people=PEOPLE, employments=EMPLOYMENTS)
    made.run()
    return made


@pytest.fixture
def reader(db: None) -> Client:
    return window_of(let_in())


def read(page: str) -> str:
    """What stands on a page, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_somebody_who_paid_and_left_is_noted_with_the_record_that_says_so(company: Company, reader: Client) -> None:
    page = reader.get("/accounts/A1/").text
    assert "Ingrid Solberg left on Sat 1 Aug. They held the budget." in read(page)
    link = re.search(r'href="(/records/[^"]+)">The record', page)
    assert link
    assert "Ingrid" in reader.get("/accounts/A1/").text
    assert reader.get(link[1].replace("&amp;", "&")).status_code == 200
    assert "Sponsor gone" not in reader.get("/accounts/A3/").text


def test_how_long_an_account_is_noted_is_a_setting(company: Company, reader: Client) -> None:
    changing.change(company.workspace.settings, "risks.sponsor_gone.window_days", 60, by=BY)
    company.run()
    assert "Sponsor gone" not in reader.get("/accounts/A1/").text


def test_an_account_says_what_else_it_is_called_and_how_we_know(company: Company, reader: Client) -> None:
    page = read(reader.get("/accounts/A1/").text)
    assert "Also called Oriel OF" in page
    assert "Pellworth Foods, until Wed 26 Mar 2025" in page
    assert "Oriel Fods, by its name with a typing error" in page
    assert "Oriel Holding, by who owns whom" in page
    assert '<a href="/accounts/A2/">Oriel Holding</a>' in reader.get("/accounts/A1/").text


def test_what_is_wrong_with_owners_is_said_with_how_to_mend_it(company: Company, reader: Client) -> None:
    circle, itself = (read(reader.get(f"/accounts/{account}/").text) for account in ("A3", "A5"))
    assert "own each other in a circle" in circle
    assert "Correct one parent of the circle" in circle
    assert "It is named as its own owner" in itself
    assert "What is wrong" not in reader.get("/accounts/A1/").text


def test_further_domains_are_for_those_who_see_how_to_reach_people(company: Company, reader: Client) -> None:
    row = ListedAccount.objects.get(account_id="A1")
    row.company |= {"domains": [{"domain": "of.example", "known_by": "domain_word"}]}
    row.save(update_fields=["company"])
    executive = window_of(let_in("hana@northwind.example", Role.EXECUTIVE))
    assert "of.example, by the word of its domain" in read(reader.get("/accounts/A1/").text)
    page = read(executive.get("/accounts/A1/").text)
    assert "Oriel Fods" in page
    assert "of.example" not in page
