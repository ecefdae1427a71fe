"""A customer's person is let in to their own page: the letter first, then the yes; each step with a way back."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from tests.browser.premises import Premises
from tests.browser.visits import Theme, Visitor, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PART = "#own-page"


def said(page: Page, text: str) -> None:
    expect(page.locator("#toasts").get_by_text(text)).to_be_visible()


@pytest.fixture
def letters_leave(settings: Settings) -> None:
    """A mail server is set; nobody listens there."""
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:2525")


@pytest.mark.usefixtures("letters_leave")
@pytest.mark.parametrize(
    ("width", "theme", "script"), [(1440, "light", "on"), (390, "dark", "on"), (390, "light", "off")]
)
def test_a_manager_reads_the_letter_sends_it_takes_it_back_and_undoes_that(
    premises: Premises, visit: Visitor, width: int, theme: Theme, script: str
) -> None:
    window = visit(width=width, theme=theme, script=script == "on")
    page, size = window.page, f"{theme}-{width}-script-{script}"
    judge = window.check if script == "on" else window.keep  # axe is a script
    with nothing_wrong(window):
        window.come_in(premises.users["manager"])
        window.open("/people/hemi/")
        page.get_by_role("link", name="Invite to their own page").click()
        expect(page.get_by_role("article", name="The letter")).to_contain_text("Good day Hemi Ngata,")
        judge(f"own-page-letter-{size}")
        page.get_by_role("button", name="Send this letter").click()
        said(page, "Hemi Ngata is invited. A letter tells them how.")
        expect(page.locator(PART)).to_contain_text("may come in")
        judge(f"own-page-part-{size}")
        page.locator(PART).get_by_role("button", name="Take back Hemi Ngata").click()
        said(page, "Hemi Ngata is signed out everywhere, and cannot come in.")
        page.locator("#toasts").get_by_role("button", name="Undo").click()
        said(page, "Hemi Ngata may come in to their own page again.")
        page.locator(PART).get_by_role("link", name="Everybody who was let in").click()
        expect(page.get_by_role("row").filter(has_text="Hemi Ngata")).to_contain_text("may come in")
        judge(f"own-page-list-{size}")


def test_without_a_mail_server_the_password_can_be_read_and_handed_over(premises: Premises, visit: Visitor) -> None:
    window = visit()
    page = window.page
    with nothing_wrong(window):
        window.come_in(premises.users["csm owner"])
        window.open("/people/hemi/own-page/")
        page.get_by_role("button", name="Let them in").click()
        expect(page.locator("#secret")).to_be_visible()
        window.check("own-page-password")
        page.get_by_role("link", name="It is handed over").click()
        expect(page.locator(PART)).to_contain_text("hemi@teawa.example")
