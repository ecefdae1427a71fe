"""With keys alone: every way through a page, and where the focus is afterwards."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from goodword.programme.team.models import User
from tests.browser.visits import Visit, Visitor, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOCUS_SHOWS = """
() => {
  const shows = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const one = document.activeElement;
  return shows(one) || shows(one.parentElement) ? "" : one.outerHTML.slice(0, 120);
}
"""
FOCUSED = "() => (document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || '').trim()"


@pytest.fixture
def window(people: User, records: str, visit: Visitor) -> Visit:
    """Leila on Today."""
    window = visit()
    window.come_in(people)
    window.open("/today/")
    return window


def focused(page: Page) -> str:
    return str(page.evaluate(FOCUSED))


def names(page: Page) -> list[str]:
    return [told.split("\n")[0] for told in page.locator("details.moment h3").all_inner_texts()]


def test_tab_goes_through_everything_in_reading_order_and_the_focus_can_be_seen(window: Visit) -> None:
    page = window.page
    for path in ("/today/", "/people/", "/people/selin/", "/me/", "/settings/"):
        window.open(path)
        orders, unseen = [0], []
        while True:
            page.keyboard.press("Tab")
            order = page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
            if order <= orders[-1]:
                break  # round once: to the page itself, or to its first link again
            orders.append(order)
            unseen += [told for told in [page.evaluate(FOCUS_SHOWS)] if told]
        assert order in {page.evaluate("[...document.querySelectorAll('*')].indexOf(document.body)"), orders[1]}, path
        assert len(orders) > 15, path
        assert (path, unseen) == (path, [])


def test_the_first_tab_skips_to_the_content(window: Visit) -> None:
    page = window.page
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to content"
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_t_thanks_the_card_with_the_focus_and_the_next_one_gets_it(window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        before = names(page)
        page.keyboard.press("j")
        page.keyboard.press("j")
        expect(page.locator("summary[data-item]").nth(1)).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("t")
        expect(page.get_by_role("status").filter(has_text="noted.")).to_be_visible()
        expect(page.locator("details.moment")).to_have_count(len(before) - 1)
        assert names(page) == [*before[:1], *before[2:]]
        expect(page.locator("summary[data-item]").nth(1)).to_be_focused()
        page.keyboard.press("z")
        expect(page.get_by_role("status").filter(has_text="Taken back")).to_be_visible()
        expect(page.locator("details.moment")).to_have_count(len(before))
        page.keyboard.press("j")
        page.keyboard.press("n")
        expect(page.get_by_role("status").filter(has_text="comes back later")).to_be_visible()


def test_after_the_last_card_the_one_before_gets_the_focus(window: Visit) -> None:
    page = window.page
    cards = page.locator("summary[data-item]")
    last = cards.count() - 1
    cards.last.focus()
    page.keyboard.press("t")
    expect(cards).to_have_count(last)
    expect(cards.last).to_be_focused()


def test_x_ticks_rows_and_slash_finds(window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        window.open("/people/")
        for key in ("j", "x", "j", "j", "x"):
            page.keyboard.press(key)
        expect(page.locator("input[name=person]:checked")).to_have_count(2)
        page.keyboard.press("x")
        expect(page.locator("input[name=person]:checked")).to_have_count(1)
        page.keyboard.press("/")
        expect(page.locator(".side input[type=search]")).to_be_focused()
        page.keyboard.type("jkx?")
        expect(page.locator(".side input[type=search]")).to_have_value("jkx?")
        expect(page.locator("input[name=person]:checked")).to_have_count(1)


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("t", "today"),
        ("p", "people"),
        ("a", "accounts"),
        ("m", "measures"),
        ("d", "data"),
        ("e", "settings"),
        ("u", "team"),
        ("l", "audit"),
    ],
)
def test_g_and_a_letter_go_to_every_place(window: Visit, key: str, path: str) -> None:
    page = window.page
    window.open("/notifications/")
    page.keyboard.press("g")
    page.keyboard.press(key)
    page.wait_for_url(f"**/{path}/")
    expect(page.locator("#nav [aria-current=page]")).to_have_attribute("href", f"/{path}/")


def test_escape_closes_what_is_open_and_the_focus_goes_back(window: Visit) -> None:
    page = window.page
    with nothing_wrong(window):
        window.open("/people/")
        for opener, opened in (("Export", "#export"), ("Keyboard", "#keys")):
            button = page.get_by_role("button", name=opener)
            button.focus()
            page.keyboard.press("Enter")
            expect(page.locator(opened)).to_be_visible()
            page.keyboard.press("Escape")
            expect(page.locator(opened)).to_be_hidden()
            expect(button).to_be_focused()


def test_escape_leaves_a_dialog_and_the_focus_goes_back(window: Visit, settings: Settings) -> None:
    settings.DESIGN_PAGE = True
    page = window.page
    with nothing_wrong(window):
        window.open("/design/")
        opener, dialog = (
            page.get_by_role("link", name="Erase Hemi"),
            page.get_by_role("dialog", name="Erase Hemi Ngata?"),
        )
        opener.focus()
        page.keyboard.press("Enter")
        expect(dialog).to_be_visible()
        assert page.evaluate("document.activeElement.closest('dialog') !== null")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.closest('dialog') !== null")
        page.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        expect(opener).to_be_focused()


def test_single_keys_that_are_off_do_nothing_and_the_rest_still_works(window: Visit) -> None:
    page = window.page
    window.open("/me/")
    page.get_by_label("Single keys on").uncheck()
    page.get_by_role("button", name="Keep").click()
    page.wait_for_url("**/me/")
    window.open("/today/")
    before = names(page)
    for key in ("j", "t", "x", "g", "p", "?", "/"):
        page.keyboard.press(key)
    assert page.url.endswith("/today/")
    assert page.evaluate("document.activeElement === document.body")
    expect(page.locator("#keys")).to_be_hidden()
    assert names(page) == before
    page.get_by_role("button", name="Thank Hemi").or_(page.locator("button[value=thank]").first).first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="noted.")).to_be_visible()
