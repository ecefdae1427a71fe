"""Asking by letter from Today: with the keyboard alone, on a phone, light and dark."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.programme.asks.models import Ask, AskWithdrawal, Thank
from goodword.programme.outbox.models import Letter
from goodword.programme.team.models import User
from goodword.runs.workspace import create_workspace
from tests.browser.visits import Theme, Visitor, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def mailing(settings: Settings, tmp_path: Path) -> None:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # letters stay in the outbox


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (390, "dark"), (1440, "light"), (1440, "dark")])
def test_the_page_that_asks_is_sound_at_every_size(people: User, visit: Visitor, width: int, theme: Theme) -> None:
    window = visit(width=width, theme=theme)
    window.come_in(people)
    with nothing_wrong(window):
        window.look(f"ask-letter-{theme}-{width}", "/people/hemi/ask/reference_call/")
        expect(window.page.get_by_role("button", name="Send it to Hemi")).to_be_visible()
        window.look(f"ask-refused-{theme}-{width}", "/people/hemi/ask/review/")
        expect(window.page.get_by_role("button", name="Send it to Hemi")).to_have_count(0)
    assert window.wrong == []


def press(page: Page, name: str) -> None:
    """Walk to a button with Tab, and press it."""
    button = page.get_by_role("button", name=name)
    expect(button).to_be_visible()
    for _ in range(60):
        if button.evaluate("part => part === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def test_a_letter_leaves_for_the_outbox_from_today_and_is_taken_back_with_keys_alone(
    people: User, visit: Visitor
) -> None:
    window = visit()
    page = window.page
    window.come_in(people)
    with nothing_wrong(window):
        window.open("/today/")
        page.keyboard.press("j")
        page.keyboard.press("a")
        expect(page.get_by_role("button", name="Send it to")).to_be_visible()
        assert not Letter.objects.exists()
        press(page, "By a call")  # thanking comes before asking
        expect(page.get_by_text("Nobody has thanked them")).to_have_count(0)
        assert Thank.objects.get().how == "call"
        press(page, "Send it to")
        expect(page.get_by_text("is in the outbox")).to_be_visible()
        assert Letter.objects.filter(purpose="ask").count() == 1
        page.keyboard.press("z")
        expect(page.get_by_text("was taken back; nothing was sent")).to_be_visible()
    assert AskWithdrawal.objects.get().ask == Ask.objects.get()
