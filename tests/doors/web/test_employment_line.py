"""Where somebody worked, as their page, the API and everything held about them tell it: with how each day is known."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, ListedPerson
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.team.roles import Role
from goodword.runs.rights.held import everything_held
from goodword.runs.rights.who import find_person
from tests.cast import Cast
from tests.runs.people.company import BY, DAY, Company
from tests.team import LEILA, let_in, window_of
from tests.world import TODAY

pytestmark = pytest.mark.django_db

ROSA = "rosa@northwind.example"
BOUNCED = "our mail to them came back for good"


def cast_of_movers() -> Cast:
    """Two accounts, and people who came and went in every way there is."""
    cast = Cast()
    cast.account("oriel", "Oriel Foods", domains=["oriel.example"], owner_email=LEILA)
    cast.account("halden", "Halden Health", domains=["halden.example"], owner_email=ROSA)
    cast.former.append({"account_id": "oriel", "field": "name", "value": "Oriel & Sons"})
    for who, name, home in (
        *(("rhiannon", "Rhiannon Pugh", "halden"), ("tom", "Tom Reed", "halden"), ("ada", "Ada Berg", "oriel")),
        *(("ingrid", "Ingrid Solberg", "oriel"), ("eva", "Eva Lind", None), ("uwe", "Uwe Lind", None)),
        ("bo", "Bo Ek", "oriel"),
    ):
        cast.person(who, name, "Planner", home)
    cast.seen("rhiannon", "listed", table="people", account_id="oriel", title="Finance Lead")
    for kind, on, email in (
        ("wrote_from", "2026-03-02", "rhiannon@oriel.example"),
        ("bounced", "2026-06-10", "rhiannon@oriel.example"),
        ("posted_from", "2026-07-14", "r.pugh@halden.example"),
        ("posted_from", "2026-07-15", "r.pugh@halden.example"),
    ):
        cast.seen("rhiannon", kind, table="posts" if kind == "posted_from" else "interactions", on=on, email=email)
    cast.seen("tom", "seen_at", table="usage", on="2026-04-20", account_id="oriel")
    cast.seen("tom", "deal_role", table="deals", on="2026-06-20", account_id="halden")
    for kind, on in (("wrote_from", "2026-02-01"), ("bounced", "2026-04-04")):
        cast.seen("bo", kind, table="interactions", on=on, email="bo@oriel.example")
    cast.job("ada", "Oriel & Sons", "Clerk", "2020-01-15", "2023-01-31")
    cast.job("ada", None, "Analyst", "2023-02-01", account_id="oriel")
    cast.job("ingrid", "Polder Rail", "Clerk", "2019-05-01", "2018-03-01")
    cast.job("ingrid", "self employed", "Adviser", None, None)
    for who in ("eva", "uwe"):
        cast.seen(who, "sign_up", table="people", on="2026-02-01", email=f"{who}@lind.example")
    return cast


@pytest.fixture
def movers(db: None) -> Generation:
    return publish_findings(cast_of_movers().findings(), as_of=TODAY, fingerprint="movers")


def jobs_on(page: str) -> list[str]:
    """The jobs on a person's page, as one reads them."""
    (section,) = re.findall(r'<section class="block" id="jobs".*?</section>', page, re.DOTALL)
    jobs = re.findall(r"<li>(.*?)</li>", section, re.DOTALL)
    return [" ".join(unescape(strip_tags(job.replace("</p>", "; "))).split()) for job in jobs]


def read(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(strip_tags(page)))


def test_each_day_is_as_certain_as_its_evidence_and_stands_beside_it(reader: Client, movers: Generation) -> None:
    assert jobs_on(reader.get("/people/rhiannon/").text) == [
        "Halden Health; since Jul 2026 at the latest; 14 Jul 2026: posted from an address there;",
        (
            "Oriel Foods; Finance Lead · since Mar 2026 at the latest, left between 2 Mar and 10 Jun 2026; "
            f"2 Mar 2026: wrote to us from an address there; 10 Jun 2026: {BOUNCED};"
        ),
    ]
    assert jobs_on(reader.get("/people/tom/").text) == [
        "Halden Health; since Jun 2026 at the latest; 20 Jun 2026: named in a deal there;",
        (
            "Oriel Foods; since Apr 2026 at the latest, left between 20 Apr and 20 Jun 2026; "
            "20 Apr 2026: used the product there; 20 Jun 2026: was at another company by then;"
        ),
    ]


def test_a_new_name_of_a_company_is_the_same_place_and_no_move(reader: Client, movers: Generation) -> None:
    page = reader.get("/people/ada/").text
    assert jobs_on(page) == [
        "Oriel Foods; Analyst · since Feb 2023; 1 Feb 2023: employment history;",
        "Oriel Foods; Clerk · 2020 to 2023; 15 Jan 2020 to 31 Jan 2023: employment history;",
    ]
    assert '<a href="/accounts/oriel/">Oriel Foods</a>' in page
    account = read(reader.get("/accounts/oriel/").text)
    assert "Ada Berg left" not in account
    assert "Ada Berg came" not in account


def test_an_account_says_who_left_and_came_with_days_as_certain_as_they_are(reader: Client, movers: Generation) -> None:
    oriel, halden = (read(reader.get(f"/accounts/{one}/").text) for one in ("oriel", "halden"))
    assert "Rhiannon Pugh left for Halden Health between 2 Mar and 10 Jun 2026" in oriel
    assert "Tom Reed came from Oriel Foods between 20 Apr and 20 Jun 2026" in halden
    assert (oriel.count(" left for "), halden.count(" came from ")) == (2, 2)
    assert "Bo Ek left between 1 Feb and 4 Apr 2026 where to is not known" in oriel
    head = read(reader.get("/people/bo/").text).partition("Where they have been")[0]
    assert "Planner, Oriel Foods · left between 1 Feb and 4 Apr 2026" in head
    assert "left" not in read(reader.get("/people/ada/").text).partition("Where they have been")[0]


def test_a_record_that_cannot_be_right_says_so(reader: Client, movers: Generation) -> None:
    jobs = jobs_on(reader.get("/people/ingrid/").text)
    assert any(job.startswith("Polder Rail; Clerk · days not certain;") for job in jobs)
    assert any("The record has the last day before the first" in job for job in jobs)
    assert any("the name of no company" in job for job in jobs)


def test_sales_sees_the_days_but_neither_records_nor_what_people_did_with_us(movers: Generation) -> None:
    sales = window_of(let_in("sam@northwind.example", Role.SALES))
    page = sales.get("/people/rhiannon/").text
    assert "left between 2 Mar and 10 Jun 2026" in page
    assert "posted from an address there" in page, "a post is public"
    for words in ("/records/", "came back", "wrote to us"):
        assert words not in page, words


def test_a_company_known_by_its_domain_alone_is_named_to_those_who_see_addresses(
    reader: Client, movers: Generation
) -> None:
    assert jobs_on(reader.get("/people/eva/").text)[0].startswith("lind.example;")
    sales = jobs_on(window_of(let_in("sam@northwind.example", Role.SALES)).get("/people/eva/").text)
    assert sales[0].startswith("A company without a name;")


def test_the_line_is_told_in_the_language_of_the_reader(reader: Client, movers: Generation) -> None:
    jobs = jobs_on(reader.get("/people/rhiannon/", headers={"accept-language": "de"}).text)
    assert "spätestens seit Mär 2026, ging zwischen dem 2. Mär und dem 10. Jun 2026" in jobs[1]
    assert "unsere E-Mail kam endgültig zurück" in jobs[1]


def test_however_many_jobs_somebody_had_the_page_asks_as_often(
    reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast = Cast()
    cast.person("ada", "Ada Berg", "Analyst", None)
    for number in range(60):
        cast.account(f"a-{number}", f"Company{number} Works")
        cast.job("ada", None, "Analyst", f"{1950 + number}-01-01", f"{1950 + number}-12-01", account_id=f"a-{number}")
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="career")
    reader.get("/people/ada/")
    with django_assert_max_num_queries(27):
        page = reader.get("/people/ada/").text
    assert "54 earlier jobs" in page
    assert len(jobs_on(page)) == 60


def test_what_was_published_before_the_ledger_was_stays_readable(reader: Client, published: Generation) -> None:
    old = [{"company": "Polder Rail", "title": "Analyst", "started_on": "2017-01-01", "ended_on": None}]
    ListedPerson.objects.filter(person_id="selin").update(employments=old)
    assert "since Jan 2017" in reader.get("/people/selin/").text


ACCOUNTS = f"""\
account_id,name,domains,owner_email
A1,Oriel Foods,oriel.example,{LEILA}
A2,Halden Health,halden.example,{ROSA}
"""
PEOPLE = """\
person_key,account_id,full_name,email,title
P1,A1,Rhiannon Pugh,rhiannon@oriel.example,Finance Lead
P2,A2,Rhiannon Pugh,r.pugh@halden.example,Group CFO
"""
LETTERS = """\
interaction_id,at,channel,direction,status,person_key,email,text
I1,2026-03-02T09:00:00Z,email,in,,P1,rhiannon@oriel.example,Thanks
I2,2026-06-10T09:00:00Z,email,out,bounced,P1,rhiannon@oriel.example,Hello
I3,2026-07-14T09:00:00Z,email,in,,P2,r.pugh@halden.example,A new start
"""


@pytest.fixture
def company(db: None, tmp_path: Path, settings: Settings) -> Company:
    """Rhiannon under two records, published as a run does."""
    made = Company(tmp_path)
    made.load(accounts=ACCOUNTS, people=PEOPLE, interactions=LETTERS)
    made.run()
    settings.WORKSPACE = made.workspace.path
    return made


def test_two_records_that_are_merged_have_one_line_wherever_it_is_told(company: Company) -> None:
    reader = window_of(let_in())
    assert [job.split(";")[0] for job in jobs_on(reader.get(f"/people/{company.id('P1')}/").text)] == ["Oriel Foods"]
    merge_people(company.id("P1"), company.id("P2"), by=BY, reason="the same talk, twice")
    company.run()
    rhiannon = company.id("P1")
    page = reader.get(f"/people/{rhiannon}/").text
    assert [job.split(";")[0] for job in jobs_on(page)] == ["Halden Health", "Oriel Foods"]
    assert "From 2 records that mean one person." in page
    assert "Rhiannon Pugh left for Halden Health between 2 Mar and 10 Jun" in read(reader.get("/accounts/A1/").text)
    subject, known = find_person(company.workspace, rhiannon)
    held = everything_held(company.workspace, subject, known)
    (listed,) = (one for one in held.sections if one.where == "programme database: advocates.ListedPerson")
    jobs = max(listed.rows, key=lambda row: int(row["id"]))["employments"]
    assert [(job["company"], job["ended"] and job["ended"]["by"]) for job in jobs] == [
        ("Halden Health", None),
        ("Oriel Foods", "bounced"),
    ]


def test_a_colleague_sees_where_somebody_was_before_but_no_way_to_an_account_of_others(company: Company) -> None:
    merge_people(company.id("P1"), company.id("P2"), by=BY)
    company.run(DAY)
    rhiannon = company.id("P1")
    owner = ListedPerson.objects.filter(person_id=rhiannon).latest("generation_id").owner_email
    csm = window_of(let_in(owner, Role.CSM, reach="own"))
    seen, foreign, theirs, others = ("A2", "A1", "I3", "I1") if owner == ROSA else ("A1", "A2", "I1", "I3")
    page = csm.get(f"/people/{rhiannon}/").text
    assert {job.split(";")[0] for job in jobs_on(page)} == {"Oriel Foods", "Halden Health"}
    assert f'<a href="/accounts/{seen}/">' in page
    assert f"/accounts/{foreign}/" not in page
    assert f"/records/interactions/{others}/" not in page
    assert csm.get(f"/records/interactions/{theirs}/?person={rhiannon}").status_code == 200
    assert csm.get(f"/records/interactions/{others}/?person={rhiannon}").status_code == 404
