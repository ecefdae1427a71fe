"""The pages in a real browser: wide and narrow, light and dark, with keys, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from goodword.programme.team.models import User
from tests.browser.visits import Visitor, nothing_wrong
from tests.team import let_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_first_visit_and_a_wrong_turn_are_sound_too(transactional_db: None, visit: Visitor) -> None:
    let_in()
    window = visit(width=390)
    with nothing_wrong(window):
        window.sign_in()
        window.check("empty-light-390")
        window.page.set_viewport_size({"width": 1440, "height": 900})
        window.check("empty-light-1440")


def test_the_menus_are_sound_when_they_are_open(people: User, visit: Visitor) -> None:
    window = visit(width=390, theme="dark")
    with nothing_wrong(window):
        window.come_in(people)
        window.open("/today/")
        window.page.get_by_role("button", name="More").click()
        window.check("more-dark-390")
        window.page.set_viewport_size({"width": 1440, "height": 900})
        window.page.get_by_role("button", name="Keyboard").click()
        window.check("keys-dark-1440")


def test_keys_move_open_and_go(people: User, visit: Visitor) -> None:
    window = visit()
    with nothing_wrong(window):
        window.come_in(people)
        window.open("/today/")
        page = window.page
        for _ in range(3):
            page.keyboard.press("j")
        page.keyboard.press("k")
        second = page.locator("summary[data-item]").nth(1)
        assert second.evaluate("(card) => card === document.activeElement")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.parentElement.open")
        page.keyboard.press("g")
        page.keyboard.press("p")
        page.wait_for_url("**/people/")
        expect(page.get_by_role("heading", level=1)).to_have_text("People")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/people/*/")
        page.keyboard.press("/")
        page.keyboard.type("selin")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=selin")
        expect(page.get_by_role("link", name="Selin Yıldız")).to_be_visible()


def test_single_keys_can_be_switched_off_for_good(people: User, visit: Visitor) -> None:
    window = visit()
    window.come_in(people)
    window.open("/today/")
    window.page.keyboard.press("?")
    window.page.get_by_label("Single keys are on").uncheck()
    window.open("/people/")
    before = window.page.evaluate("document.activeElement.tagName")
    window.page.keyboard.press("j")
    assert window.page.evaluate("document.activeElement.tagName") == before


def test_the_theme_turns_at_once_and_stays(people: User, visit: Visitor) -> None:
    window = visit()
    window.come_in(people)
    window.open("/today/")
    window.page.get_by_role("button", name="Light or dark").click()
    assert window.page.evaluate("document.documentElement.dataset.theme") == "dark"
    window.open("/people/")
    assert window.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_everything_works_without_javascript(people: None, visit: Visitor) -> None:
    window = visit(script=False)
    with nothing_wrong(window):
        window.sign_in()
        page = window.page
        page.get_by_role("button", name="Light or dark").click()
        assert page.locator("html").get_attribute("data-theme") == "dark"
        page.locator("summary", has_text="Étienne").click()
        assert page.get_by_text("11 different people").is_visible()
        page.get_by_role("navigation", name="Main").get_by_role("link", name="People").click()
        page.get_by_label("Find by name, account or words").fill("zephyr")
        page.get_by_role("button", name="Filter").click()
        page.get_by_role("link", name="Selin Yıldız").click()
        assert page.get_by_role("heading", level=1).inner_text() == "Selin Yıldız"
        assert not page.get_by_role("button", name="Keyboard").is_visible()
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/sign-in/")


@pytest.mark.parametrize("width", [390, 1440])
def test_what_can_be_done_with_a_ticked_row_is_in_sight_at_once(people: User, visit: Visitor, width: int) -> None:
    window = visit(width=width)
    with nothing_wrong(window):
        window.come_in(people)
        window.open("/people/")
        page = window.page
        page.set_viewport_size({"width": width, "height": 500})
        row = page.locator("tbody tr").first.get_by_role("checkbox")
        row.check()
        assert page.evaluate("document.documentElement.scrollHeight - scrollY > 2 * innerHeight")
        expect(page.get_by_role("button", name="Thanked")).to_be_in_viewport(ratio=1)
        row.uncheck()
        expect(page.get_by_role("button", name="Thanked")).to_be_hidden()
