"""What each role comes for, from signing in to the end of it."""

import csv
import io
import re
import threading
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from goodword.kit import clock
from goodword.runs.jobs import queue
from goodword.runs.jobs.models import Job
from goodword.runs.jobs.worker import Report, perform
from goodword.runs.workspace import open_workspace
from tests.browser.premises import Premises
from tests.browser.visits import Visit, Visitor, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NAMES = ("Rhiannon", "Hemi", "Selin", "Joost", "Anjali", "Étienne", "Ingrid", "Amara", "Mei-Ling", "Lucía", "Farid")


def said(page: Page, text: str) -> None:
    expect(page.locator("#toasts").get_by_text(text)).to_be_visible()


def places(page: Page) -> list[str]:
    return [told.split("\n")[0] for told in page.locator("#nav a[data-go]").all_inner_texts()]


@pytest.fixture
def window(premises: Premises, visit: Visitor) -> Visit:
    return visit()


def test_a_csm_thanks_the_people_in_their_care_and_sees_no_others(premises: Premises, window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        premises.sign_in(window, "csm owner")
        cards = page.locator("details.moment")
        expect(cards).to_have_count(1)
        expect(cards).to_contain_text("Hemi Ngata")
        page.get_by_role("button", name="Thank Hemi").click()
        said(page, "Thanks to Hemi Ngata noted.")
        expect(cards).to_have_count(0)
        page.get_by_role("button", name="Undo").click()
        said(page, "Taken back: Hemi Ngata waits for an answer again.")
        expect(cards).to_have_count(1)
        page.get_by_role("link", name="Hemi’s page").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Hemi Ngata")
        window.open("/people/rhiannon/")
        page.locator("a[href^='/records/interactions/t-48213/']").first.click()
        expect(page.get_by_text("The record as it arrived")).to_be_visible()
    window.open("/people/farid/")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Farid Nasser")


def test_a_manager_filters_keeps_the_view_and_thanks_several(premises: Premises, window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        premises.sign_in(window, "manager")
        page.get_by_role("navigation", name="Main").get_by_role("link", name="People").click()
        page.get_by_role("combobox", name="Signal", exact=True).select_option("win")
        page.get_by_role("button", name="Filter").click()
        page.wait_for_url("**kind=win**")
        page.get_by_text("Keep this view").click()
        page.get_by_label("Name of the view").fill("Who won")
        page.get_by_role("button", name="Keep", exact=True).click()
        said(page, "Kept as “Who won”.")
        expect(page.get_by_role("link", name="Who won")).to_be_visible()
        everybody, ticked = page.get_by_label("Select everybody on this page"), page.locator("tbody input:checked")
        there = page.locator("tbody tr").count()
        everybody.check()
        expect(ticked).to_have_count(there)
        expect(page.get_by_role("group", name="With the selected rows")).to_contain_text(f"({there})")
        everybody.uncheck()
        expect(ticked).to_have_count(0)
        for name in ("Farid Nasser", "Ingrid Solberg"):
            page.get_by_role("checkbox", name=f"Select {name}").check()
        expect(page.get_by_role("group", name="With the selected rows")).to_contain_text("(2)")
        assert everybody.evaluate("(all) => all.indeterminate") is (there > 2)
        page.get_by_role("button", name="Thanked").click()
        said(page, "Noted for all 2.")
        page.get_by_role("button", name="Undo").click()
        said(page, "Taken back.")
        page.get_by_role("button", name="Export").click()
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile("^CSV.*These people")).click()
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert len(rows) == 1 + page.locator("tbody tr").count()


def test_sales_finds_people_and_sees_no_number_about_them(premises: Premises, window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        premises.sign_in(window, "sales")
        assert page.url.endswith("/people/")
        page.get_by_role("searchbox", name="Name, account or words", exact=True).fill("selin yildiz")
        page.keyboard.press("Enter")
        page.get_by_role("main").get_by_role("link", name="Selin Yıldız").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Selin Yıldız")
        for path in ("/people/", "/people/selin/", "/people/rhiannon/"):
            window.open(path)
            assert "%" not in page.get_by_role("main").inner_text()
            assert page.get_by_role("main").get_by_role("meter").count() == 0
            assert page.locator("button[name=verb]").count() == 0
        assert "@" not in page.get_by_role("main").inner_text()


def test_an_executive_reads_and_finds_nothing_to_press(premises: Premises, window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        premises.sign_in(window, "executive")
        expect(page.locator("details.moment").first).to_be_visible()
        for path in ("/today/", "/people/", "/people/selin/"):
            window.open(path)
            assert page.locator("main button[name=verb], main input[type=checkbox][name=person]").count() == 0
            assert page.get_by_role("button", name="Export").count() == 0
        expect(page.get_by_text("This is the third company")).not_to_have_count(0)
        assert places(page) == ["Today", "People", "Accounts", "Requests", "Measures", "Stories", "Themes"]


def test_an_analyst_sees_what_is_counted_and_nobody_by_name(premises: Premises, window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        premises.sign_in(window, "analyst")
        expect(page.get_by_role("heading", level=1)).to_have_text("Measures")
        assert places(page) == ["Measures", "Data", "Settings"]
        for path in premises.pages_for("analyst").values():
            if path == "/design/":
                continue  # nobody there exists, whatever they are called
            window.open(path)
            told = page.content()
            assert [name for name in NAMES if name in told] == [], path


def test_an_administrator_lets_somebody_in_changes_their_role_and_shuts_them_out(
    premises: Premises, window: Visit
) -> None:
    page = window.page
    with nothing_wrong(window):
        premises.sign_in(window, "administrator")
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Team").click()
        page.get_by_role("link", name="Let somebody in").click()
        page.get_by_label("Work e-mail").fill("noor@northwind.example")
        page.get_by_role("textbox", name="Name").fill("Noor Haddad")
        page.get_by_label("Role", exact=True).select_option("sales")
        page.get_by_role("button", name="Let them in").click()
        expect(page.get_by_text("noor@northwind.example").first).to_be_visible()
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Team").click()
        page.get_by_role("link", name="Noor Haddad").click()
        page.get_by_label("Role", exact=True).select_option("analyst")
        page.get_by_role("button", name="Give this role").click()
        said(page, "Kept.")
        page.get_by_role("button", name="Shut out").click()
        said(page, "Noor Haddad is signed out everywhere, and cannot come in.")
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Audit trail").click()
        entries = page.locator(".trail > li").filter(has_text="Noor Haddad")
        expect(entries.first).to_contain_text("deactivate")
        expect(entries.nth(1)).to_contain_text("analyst")


def work_off(workspace: Path) -> None:
    """Do what was asked for last, as a worker does it."""
    asked = Job.objects.under_way().latest("pk")
    Job.objects.under_way().exclude(pk=asked.pk).delete()
    claimed = queue.claim("anna", clock.now())
    assert claimed == asked
    perform(claimed, open_workspace(workspace), Report(threading.Event()))


def test_an_administrator_tries_a_setting_and_keeps_it(premises: Premises, window: Visit, settings: Settings) -> None:
    page, workspace = window.page, settings.WORKSPACE
    with nothing_wrong(window):
        premises.sign_in(window, "administrator")
        window.open("/settings/finders.super_user.window_days/")
        page.get_by_role("textbox", name="Window").fill("120")
        page.get_by_role("button", name="See what it would do").click()
        expect(page.get_by_role("progressbar")).to_be_visible()
        preview = page.url
        page.goto("about:blank")
        work_off(workspace)
        page.goto(preview)
        expect(page.get_by_role("heading", name="What “120 days” would do")).to_be_visible()
        page.get_by_role("textbox", name="Why").fill("Harvest takes half the year.")
        page.get_by_role("button", name="Save").click()
        said(page, "120 days")
        window.open("/audit/?noun=setting")
        expect(page.locator(".trail > li").first).to_contain_text("Harvest takes half the year.")


def test_an_advocate_has_their_own_page_and_nothing_else(premises: Premises, window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        premises.sign_in(window, "advocate self")
        expect(page.get_by_role("heading", level=1)).to_have_text("Good to see you, Rhiannon Pugh")
        assert places(page) == ["Your page"]
        assert "nobody in my team worked the weekend" in page.get_by_role("main").inner_text()
        assert "%" not in page.get_by_role("main").inner_text()
    for path in ("/today/", "/people/", "/people/rhiannon/", "/measures/", "/data/", "/audit/", "/team/"):
        answer = page.goto(f"{window.server}{path}")
        assert answer is not None
        assert answer.status == 403, path
