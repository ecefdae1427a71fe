"""Everything that matters in a browser that runs no script at all."""

import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django.fixtures import Settings

from goodword.kit import clock
from goodword.programme.team.models import User
from goodword.runs.jobs import queue
from goodword.runs.jobs.worker import Report, perform
from goodword.runs.workspace import open_workspace
from tests.browser.visits import Visit, Visitor, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PEOPLE = "Contact ID,Full Name,Work mail\nC1,Ana Lima,ana@oriel.example\n,Bo Ek,bo@oriel.example\n"


@pytest.fixture
def window(people: User, records: str, visit: Visitor) -> Visit:
    """Leila, who came in by the front door, without script."""
    window = visit(script=False)
    window.sign_in()
    return window


def test_thank_undo_and_thank_with_a_note(window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        cards = page.locator("details.moment")
        before = cards.count()
        first = cards.first
        name = first.locator("h3").inner_text().split("\n")[0]
        first.locator("button[value=thank]").click()
        expect(page.locator("#toasts")).to_contain_text("noted.")
        expect(cards).to_have_count(before - 1)
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#toasts")).to_contain_text("Taken back")
        expect(cards).to_have_count(before)
        assert cards.first.locator("h3").inner_text().split("\n")[0] == name
        cards.first.get_by_text("Add a note").click()
        cards.first.locator("textarea[name=note]").fill("Said so in Oslo.")
        cards.first.locator("button[value=thank]").click()
        expect(cards).to_have_count(before - 1)


def test_filter_keep_a_view_and_answer_several(window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        window.open("/people/")
        page.locator("select[name=kind]").select_option("win")
        page.get_by_role("button", name="Filter").click()
        expect(page).to_have_url(f"{window.server}/people/?q=&act=&kind=win&sort=")
        page.get_by_text("Keep this view").click()
        page.get_by_placeholder("Name of the view").fill("Who won")
        page.get_by_role("button", name="Keep", exact=True).click()
        expect(page.get_by_role("link", name="Who won")).to_be_visible()
        page.get_by_role("checkbox", name="Select Rhiannon Pugh").check()
        page.get_by_role("button", name="Not now").click()
        expect(page.locator("#toasts")).to_contain_text("Noted for all 1.")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#toasts")).to_contain_text("Taken back.")


def test_load_a_file_and_see_what_became_of_every_row(window: Visit, settings: Settings, tmp_path: Path) -> None:
    page = window.page
    file = tmp_path / "crm contacts.csv"
    file.write_text(PEOPLE, encoding="utf-8")
    with nothing_wrong(window):
        window.open("/data/")
        page.get_by_label("Exports of your tools, as they come").set_input_files(file)
        page.get_by_role("button", name="Upload").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("crm contacts.csv")
        page.get_by_role("button", name="Load this file").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Load data")
        claimed = queue.claim("anna", clock.now())
        assert claimed is not None
        perform(claimed, open_workspace(settings.WORKSPACE), Report(threading.Event()))
        page.get_by_role("link", name="Look again").click()
        expect(page.get_by_text("2 rows were read.")).to_be_visible()
        page.get_by_role("link", name="See why, and mend them").click()
        expect(page.get_by_text("Contact ID is empty, and no row can do without it.")).to_be_visible()


def test_going_back_to_the_files_keeps_the_columns_that_were_chosen(window: Visit, tmp_path: Path) -> None:
    page = window.page
    files = [tmp_path / "crm contacts.csv", tmp_path / "more contacts.csv"]
    for file in files:
        file.write_text(PEOPLE, encoding="utf-8")
    with nothing_wrong(window):
        window.open("/data/")
        page.get_by_label("Exports of your tools, as they come").set_input_files(files)
        page.get_by_role("button", name="Upload").click()
        page.get_by_role("link", name="Look and change crm contacts.csv").click()
        page.get_by_label("Work mail goes to").select_option("title")
        page.get_by_role("navigation", name="Where you are").get_by_role("button", name="Load files").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What these files seem to be")
        page.get_by_role("link", name="Look and change crm contacts.csv").click()
        expect(page.get_by_label("Work mail goes to")).to_have_value("title")


def test_change_a_setting_and_undo_it(window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        window.open("/settings/finders.super_user.window_days/")
        page.get_by_role("textbox", name="Window").fill("120")
        page.get_by_role("textbox", name="Why").fill("Harvest takes half the year.")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#toasts")).to_contain_text("120 days")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#toasts")).to_contain_text("Undone.")
        expect(page.locator("dl.facts dd").first).to_have_text("90 days")
