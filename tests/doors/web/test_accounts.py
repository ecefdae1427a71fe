"""The list of accounts and the page of one: who would speak there, and nothing of what somebody may not see."""

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from goodword.programme.acts.models import Act
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation, ListedAccount, RosterPart
from goodword.programme.desk.models import SavedView
from goodword.programme.team.roles import Role
from tests.cast import Cast
from tests.team import let_in, window_of
from tests.world import TODAY, crowd, the_cast

pytestmark = pytest.mark.django_db


def told_cast() -> Cast:
    """The cast, with what is known of some of its accounts."""
    cast = the_cast()
    facts: dict[str, dict[str, object]] = {
        "oriel": {"industry": "Food", "segment": "SMB", "status": "active", "country": "GB", "plan": "Team",
                  "domains": ["oriel.example"], "parent_account_id": "teawa", "started_on": date(2020, 5, 1)},
        "zephyr": {"segment": "Enterprise", "status": "active"},
        "kestrel": {"segment": "Enterprise", "status": "churned"},
    }  # fmt: skip
    for row in cast.rows["accounts"]:
        row.update(facts.get(row["account_id"], {}))
    for company, account, began, ended in (
        ("Oriel", "oriel", "2019-01-01", "2021-06-30"),
        ("Zephyr", "zephyr", "2021-07-01", None),
    ):
        cast.job("olena", company, "Planner", began, ended, account_id=account)
    return cast


@pytest.fixture
def accounts(db: None) -> Generation:
    return publish_findings(told_cast().findings(), as_of=TODAY, fingerprint="accounts")


def listed(page: str) -> list[str]:
    """The accounts of the list, in order."""
    return re.findall(r'<tr role="row" data-item.*?<a href="/accounts/([\w-]+)/">', page, re.DOTALL)


def test_accounts_stand_in_the_order_of_their_likeliest_people(reader: Client, accounts: Generation) -> None:
    page = reader.get("/accounts/").text
    assert listed(page) == [
        *("maple", "zephyr", "teawa", "oriel", "kestrel", "indus", "sahel", "halden", "brightwater"),
    ]
    assert "There are nine accounts. At five of them somebody could be asked today." in page
    row = page[page.index('<a href="/accounts/oriel/">') :]
    row = row[: row.index("</tr>")]
    for words in ("Food, SMB", "64 %", "45–79", "Rhiannon Pugh", "1 of 1 person", "€94k", "Leila Haddad"):
        assert words in row, words


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("people=ready", ["maple", "zephyr", "teawa", "oriel", "kestrel"]),
        (
            "people=signals&sort=name",
            ["brightwater", "halden", "indus", "kestrel", "maple", "oriel", "sahel", "teawa", "zephyr"],
        ),
        ("people=silent", []),
        ("segment=Enterprise", ["zephyr", "kestrel"]),
        ("segment=Enterprise&status=active", ["zephyr"]),
        ("status=churned", ["kestrel"]),
        ("owner=me", ["teawa", "oriel"]),
        ("owner=LEILA@northwind.example&sort=name", ["oriel", "teawa"]),
        ("owner=somebody@else.example", []),
        ("q=kestrl", ["kestrel"]),
        ("q=oriel.example", ["oriel"]),
        ("sort=arr&people=ready", ["kestrel", "teawa", "oriel", "zephyr", "maple"]),
        ("q=nothing like that", []),
        ("people=nonsense&status=nonsense&segment=nonsense&sort=nonsense&q=oriel&page=x", ["oriel"]),
    ],
)
def test_the_list_narrows_and_sorts(reader: Client, accounts: Generation, query: str, expected: list[str]) -> None:
    page = reader.get(f"/accounts/?{query}")
    assert page.status_code == 200
    assert listed(page.text) == expected


def test_pages_of_the_list_fit_together(reader: Client) -> None:
    cast = Cast()
    for number in range(60):
        cast.account(f"a-{number}", f"Account {number:02}", float(number))
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="many")
    seen = [one for number in (1, 2, 3) for one in listed(reader.get(f"/accounts/?sort=arr&page={number}").text)]
    assert seen == [f"a-{number}" for number in reversed(range(60))]
    assert "51–60 of 60" in reader.get("/accounts/?page=3").text


def test_the_page_of_an_account_says_who_would_speak_what_they_said_and_who_came_and_went(
    reader: Client, accounts: Generation
) -> None:
    Act.objects.create(
        kind="case_study", done_on=TODAY, account_id="oriel", url="https://oriel.example/story", note="x"
    )
    Act.objects.create(kind="logo", done_on=TODAY, account_id="oriel", url="javascript:alert(1)")
    page = reader.get("/accounts/oriel/").text
    for words in (
        "<h1>Oriel Foods</h1>",
        "Food, SMB",
        "€94k a year",
        "<mark>this is the first month-end in six years",
        'href="/records/interactions/t-48213/',
        '<a href="/people/rhiannon/">Rhiannon Pugh</a>',
        "45–79",
        "Month-end close",
        '<a href="/people/olena/">Olena Kovalenko</a> left for <a href="/accounts/zephyr/">Zephyr Mobility</a>',
        "Case study",
        'href="https://oriel.example/story"',
        '<a href="/accounts/teawa/">Te Awa Dairy</a>',
        "May 2020",
        "when it renews",
        "Nothing on record speaks against asking",
    ):
        assert words in page, words
    assert "javascript:" not in page
    assert '<a href="/accounts/oriel/">Oriel Foods</a>' in reader.get("/accounts/teawa/").text, "what it owns"
    assert "came from" in reader.get("/accounts/zephyr/").text


def test_the_page_says_what_holds_its_people_and_shows_those_of_one_state(reader: Client, accounts: Generation) -> None:
    page = reader.get("/accounts/halden/").text
    assert "Halden Health has an open urgent ticket" in page
    assert '<a href="/people/ingrid/">' in reader.get("/accounts/halden/?state=resting").text
    assert "Nobody stands there." in reader.get("/accounts/halden/?state=ready").text
    assert '<a href="/people/joost/">' in reader.get("/accounts/kestrel/?state=ready").text
    assert 'name="person"' not in page, "nothing is done here for several people at once"


def test_pages_lead_from_people_to_their_account(reader: Client, accounts: Generation) -> None:
    for url in ("/people/", "/people/rhiannon/", "/today/", "/search/?q=oriel"):
        assert 'href="/accounts/oriel/"' in reader.get(url).text, url
    assert 'href="/people/?q=Verano%20Retail"' in reader.get("/people/lucia/").text, "no account of that name is known"
    assert reader.get("/accounts/nowhere/").status_code == 404


def test_accounts_with_odd_ids_have_a_page(reader: Client) -> None:
    cast = Cast()
    for account in ("crm/12", "a b%c", "ü?x=1"):
        cast.account(account, account)
        cast.person(f"p{len(account)}{account[0]}", "P", "", account)
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="odd")
    urls = re.findall(r'<a href="(/accounts/[^"?]+/)">', reader.get("/accounts/").text)
    assert len(urls) == 3
    for url in urls:
        for here, leads_to in (("", "story/"), ("permissions/", "permissions/record/")):
            page = reader.get(f"{url}{here}")
            assert page.status_code == 200, url
            assert f'href="{url}{leads_to}"' in page.text
            assert reader.get(f"{url}{leads_to}").status_code == 200, f"{url}{leads_to}"


def test_a_csm_sees_the_accounts_in_their_care_and_no_trace_of_others(accounts: Generation) -> None:
    leila = window_of(let_in(role=Role.CSM, reach="own"))
    page = leila.get("/accounts/").text
    assert listed(page) == ["teawa", "oriel"]
    assert "There are two accounts." in page
    assert leila.get("/accounts/oriel/").status_code == 200
    foreign, missing = leila.get("/accounts/kestrel/"), leila.get("/accounts/no-such-account/")
    assert (foreign.status_code, foreign.text) == (404, missing.text)
    assert "Olena" not in leila.get("/accounts/oriel/").text, "she went to an account that is not in Leila's care"


def test_sales_sees_no_score_of_an_account_in_any_form(accounts: Generation) -> None:
    sales = window_of(let_in("sam@northwind.example", Role.SALES))
    by_name = ["brightwater", "halden", "indus", "kestrel", "maple", "oriel", "sahel", "teawa", "zephyr"]
    for query in ("", "sort=arr", "sort=renews", "people=ready", "people=signals", "owner=leila@northwind.example"):
        page = sales.get(f"/accounts/?{query}").text
        assert listed(page) == by_name, query
        assert "€" not in page
        assert "could be asked" not in page
    page = sales.get("/accounts/oriel/").text
    for words in (
        "€",
        "leila@northwind.example",
        "oriel.example",
        "this is the first month-end",
        "Month-end close",
        "64 %",
    ):
        assert words not in page, words
    assert [tab for tab in ("state=ready", "state=unknown") if tab in page] == []
    halden = sales.get("/accounts/halden/").text
    assert "1 person cannot be asked now." in halden
    assert "urgent ticket" not in halden


def test_a_view_of_accounts_is_kept_beside_those_of_people(reader: Client, accounts: Generation) -> None:
    assert 'name="page" value="accounts"' in reader.get("/accounts/?segment=SMB").text
    reader.post("/views/", {"page": "accounts", "name": "Small ones", "query": "segment=SMB"})
    assert SavedView.objects.get().page == "accounts"
    assert 'href="/accounts/?segment=SMB">Small ones' in reader.get("/accounts/").text
    assert "Small ones" not in reader.get("/people/").text


def test_empty_lists_say_why_and_lead_on(reader: Client) -> None:
    assert "goodword load exports/" in reader.get("/accounts/").text
    assert reader.get("/accounts/oriel/").status_code == 404
    cast = Cast()
    cast.person("p", "P", "", None)
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="nobody")
    page = reader.get("/accounts/").text
    assert "No accounts yet" in page
    assert 'href="/data/#load"' in page
    csm = window_of(let_in("rosa@northwind.example", Role.CSM, reach="own"))
    assert "No account is in your care" in csm.get("/accounts/").text


def test_what_was_published_before_accounts_had_pages_stays_readable(reader: Client, accounts: Generation) -> None:
    RosterPart.objects.filter(name__in=["account", "members", "spoke"]).delete()
    RosterPart.objects.filter(name__startswith="account:").delete()
    accounts.counts.pop("segments")
    accounts.fingerprint = "before"
    accounts.save()
    ListedAccount.objects.update(states={}, kinds={}, said={}, themes=[], holds=[], moves={}, renews_on=None)
    page = reader.get("/accounts/?sort=arr").text
    assert listed(page)[0] == "maple"
    assert "Who they are is shown after the next run." in reader.get("/accounts/oriel/").text
    for url in ("/accounts/?people=ready", "/accounts/?segment=SMB&status=active", "/people/", "/people/rhiannon/"):
        assert reader.get(url).status_code == 200, url
    answer = reader.get("/accounts/export.csv")
    assert b"Oriel Foods" in answer.getvalue()


def test_words_of_an_account_cannot_become_markup(reader: Client) -> None:
    cast = crowd(1)
    evil = "<b>Evil</b>"
    cast.account("evil", evil, 1.0, industry=evil, segment=evil, country=evil, plan=evil, region=evil, domains=[evil],
                 owner_email=evil, parent_account_id=evil)  # fmt: skip
    cast.person("p", evil, evil, "evil")
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="evil")
    for url in ("/accounts/", "/accounts/evil/", "/accounts/?q=evil&segment=<b>Evil</b>"):
        assert "<b>Evil" not in reader.get(url).text


def test_the_number_of_queries_does_not_grow_with_the_accounts_or_their_people(
    reader: Client, accounts: Generation, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast = crowd(80)
    for number in range(60):
        cast.account(f"b-{number}", f"Account {number}", 5.0, owner_email=f"owner{number}@northwind.example")
        cast.person(f"q{number}", f"Q {number}", "", f"b-{number}")
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="crowd")
    for url, most in (
        ("/accounts/", 13),
        ("/accounts/?q=account&people=silent&sort=renews&owner=me", 16),
        ("/accounts/a-0/", 19),
    ):
        reader.get(url)  # what a process reads once and keeps is not counted
        with django_assert_max_num_queries(most):
            assert reader.get(url).status_code == 200
