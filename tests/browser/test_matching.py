"""Matching columns in a real browser: a choice is kept and checked as soon as it is made."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from goodword.programme.team.models import User
from tests.browser.visits import Visit, Visitor, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PEOPLE = "Contact ID,Full Name,Work mail,Left\nC1,Ana Lima,ana@oriel.example,03/04/2026\n"
KEPT = "Your choices are kept."


@pytest.fixture
def window(people: User, records: str, visit: Visitor, tmp_path: Path) -> Visit:
    """Leila, who looks at the first of two files she uploaded."""
    files = [tmp_path / "crm contacts.csv", tmp_path / "more contacts.csv"]
    for file in files:
        file.write_text(PEOPLE, encoding="utf-8")
    window = visit()
    window.come_in(people)
    window.open("/data/")
    window.page.get_by_label("Exports of your tools, as they come").set_input_files(files)
    window.page.get_by_role("button", name="Upload").click()
    window.page.get_by_role("link", name="Look and change crm contacts.csv").click()
    return window


def test_a_choice_is_there_after_somebody_just_went_away(window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        where = page.url
        page.get_by_label("Left goes to").focus()
        page.get_by_label("Left goes to").select_option("opted_out_on")
        expect(page.get_by_role("status").filter(has_text=KEPT)).to_be_visible()
        # Where it goes is checked; what nobody looked at yet still asks for a look.
        expect(page.get_by_role("row", name="Left")).to_contain_text("1 cannot be read")
        expect(page.get_by_role("row", name="Work mail")).to_contain_text("a similar name, please check")
        # What depends on it changed beside it, and the focus stays where it was.
        expect(page.get_by_label("Left goes to")).to_be_focused()
        page.get_by_label("Order of days in Left").select_option("month-first")
        expect(page.get_by_role("row", name="Left")).to_contain_text("1 of 1 filled")
        expect(page.get_by_role("region", name="Preview")).to_contain_text("2026-03-04")
        page.goto(f"{window.server}/people/")
        page.goto(where)
        expect(page.get_by_label("Left goes to")).to_have_value("opted_out_on")
        expect(page.get_by_label("Order of days in Left")).to_have_value("month-first")
        window.check("matching-light-1440")


def test_two_columns_for_one_place_are_told_of_at_once_and_kept_when_they_are_two(window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        page.get_by_label("Work mail goes to").select_option("full_name")
        expect(page.get_by_role("alert")).to_contain_text("both go to full name.")
        page.get_by_label("Full Name goes to").select_option("email")
        expect(page.get_by_role("alert")).to_be_hidden()
        expect(page.get_by_role("status").filter(has_text=KEPT)).to_be_visible()
        page.reload()
        expect(page.get_by_label("Full Name goes to")).to_have_value("email")
        expect(page.get_by_label("Work mail goes to")).to_have_value("full_name")


def test_another_table_has_other_columns_and_what_was_typed_stays(window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        page.get_by_label("Name of the tool it comes from").fill("crm")
        page.keyboard.press("Tab")
        expect(page.get_by_role("status").filter(has_text=KEPT)).to_be_visible()
        page.get_by_label("This file holds").select_option("accounts")
        page.get_by_label("Leave this file out").check()  # also while the columns are still on their way
        expect(page.get_by_text("Left out, as you said.")).to_be_visible()
        page.get_by_label("Leave this file out").uncheck()
        expect(page.get_by_label("This file holds")).to_have_value("accounts")
        expect(page.get_by_label("Work mail goes to").locator("option[value=domains]")).to_have_count(1)
        expect(page.get_by_label("Name of the tool it comes from")).to_have_value("crm")


def test_the_focus_stays_where_it_was_when_the_form_becomes_another_one(window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        for label, change in (("This file holds", "accounts"), ("Leave this file out", "")):
            control = page.get_by_label(label)
            control.focus()
            if change:
                control.select_option(change)
                expect(page.get_by_label("Work mail goes to").locator("option[value=domains]")).to_have_count(1)
            else:
                page.keyboard.press("Space")
                expect(page.get_by_text("Left out, as you said.")).to_be_visible()
            expect(page.get_by_label(label)).to_be_focused()
