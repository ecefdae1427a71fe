"""Who mattered to an account and is gone: said on its page, in the list and on the page of the person."""

import re

import pytest
from django.test import Client

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.programme.team.roles import Role
from tests.cast import Cast
from tests.team import let_in, window_of
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db


def cast_with_gone() -> Cast:
    cast = the_cast()
    cast.gone("hemi", "oriel", "2026-11-03")
    cast.gone("selin", "teawa", "2026-10-01", role="advocate", how="moved_on", approximate=True)
    cast.gone("rhiannon", "zephyr", "2026-09-01", role="influence", how="bounced", record=("interactions", "m-9"))
    return cast


@pytest.fixture
def gone(db: None) -> Generation:
    return publish_findings(cast_with_gone().findings(), as_of=TODAY, fingerprint="gone")


def note(page: str) -> str:
    """What stands in the note about who is gone, without its tags; empty where there is none."""
    found = re.search(r'<section class="fires profile-risks" id="risks".*?</section>', page, re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found[0])).strip() if found else ""


@pytest.mark.parametrize(
    ("account", "said"),
    [
        ("oriel", "Hemi Ngata left on Tue 3 Nov. They held the budget."),
        ("teawa", "Selin Yıldız is gone: seen at another company since Thu 1 Oct. They spoke for us."),
        ("zephyr", "Rhiannon Pugh is gone: mails come back since Tue 1 Sep. They had a high say."),
    ],
)
def test_an_account_says_who_is_gone_since_when_and_what_they_were(
    reader: Client, gone: Generation, account: str, said: str
) -> None:
    assert said in note(reader.get(f"/accounts/{account}/").text)


def test_the_note_leads_to_the_person_and_to_the_record(reader: Client, gone: Generation) -> None:
    page = reader.get("/accounts/oriel/").text
    assert '<a class="nowrap" href="/people/hemi/">' in page
    assert '<a class="nowrap" href="/records/people/P-1/?person=hemi">' in page


def test_an_account_that_nobody_left_has_no_note(reader: Client, gone: Generation) -> None:
    page = reader.get("/accounts/kestrel/").text
    assert note(page) == ""
    assert "Sponsor gone" not in page


def test_a_day_that_no_record_states_is_told_as_the_latest(reader: Client, db: None) -> None:
    cast = the_cast()
    cast.gone("hemi", "oriel", "2026-11-03", approximate=True, how="crm_history")
    publish_findings(cast.findings(), as_of=TODAY, fingerprint="by")
    assert "Hemi Ngata left by Tue 3 Nov." in note(reader.get("/accounts/oriel/").text)


def test_the_list_of_accounts_has_a_choice_and_a_chip(reader: Client, gone: Generation) -> None:
    page = reader.get("/accounts/?people=sponsor_gone").text
    found = re.findall(r'<tr role="row" data-item.*?<a href="/accounts/([\w-]+)/">', page, re.DOTALL)
    assert sorted(found) == ["oriel", "teawa", "zephyr"]
    assert page.count('<span class="chip stop">Sponsor gone</span>') == 3
    assert 'Sponsor gone <span class="count">3</span>' in page


def test_the_page_of_a_person_says_whom_they_left_and_what_they_were(reader: Client, gone: Generation) -> None:
    page = reader.get("/people/hemi/").text
    assert "Left Oriel Foods on Tue 3 Nov. They held the budget." in page
    assert "/records/people/P-1/?person=hemi" in page
    assert "Whom they left" not in reader.get("/people/joost/").text


def test_today_says_at_how_many_accounts_somebody_who_mattered_is_gone(reader: Client, gone: Generation) -> None:
    assert "At three accounts somebody has left who paid, decided or spoke for us." in reader.get("/today/").text


def test_a_colleague_who_sees_their_own_accounts_sees_no_name_of_somebody_elsewhere(gone: Generation) -> None:
    # Leila cares for Oriel and Te Awa; Hemi is at Te Awa, Selin at Zephyr, which is not hers.
    window = window_of(let_in(role=Role.CSM, reach="own"))
    assert "Hemi Ngata left on" in note(window.get("/accounts/oriel/").text)
    foreign = window.get("/accounts/teawa/").text
    assert "Somebody you do not see is gone: seen at another company since Thu 1 Oct." in note(foreign)
    assert "Selin" not in foreign
    assert (
        "/records/"
        not in foreign[foreign.index('id="risks"') : foreign.index("</section>", foreign.index('id="risks"'))]
    )
    assert "At two accounts somebody has left" in window.get("/today/").text


def test_sales_reads_only_of_those_who_spoke_for_us(gone: Generation) -> None:
    sales = window_of(let_in("sam@northwind.example", Role.SALES))
    assert note(sales.get("/accounts/oriel/").text) == ""
    assert "They spoke for us." in note(sales.get("/accounts/teawa/").text)
    assert "Whom they left" not in sales.get("/people/hemi/").text
    page = sales.get("/accounts/?people=sponsor_gone").text
    assert 'Sponsor gone <span class="count">' not in page
    assert page.count('<tr role="row" data-item') == 9


def test_an_executive_reads_the_note_without_the_record(gone: Generation) -> None:
    executive = window_of(let_in("hana@northwind.example", Role.EXECUTIVE))
    page = executive.get("/accounts/oriel/").text
    assert "Hemi Ngata left on Tue 3 Nov. They held the budget." in note(page)
    assert "The record" not in page
    assert "The record" not in executive.get("/people/hemi/").text
