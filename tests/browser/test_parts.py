"""Parts of pages in a real browser: every part on the design page, swaps without a reload, toasts, dialogs, help."""

import pytest
from playwright.sync_api import expect
from pytest_django.fixtures import Settings

from goodword.programme.team.models import User
from tests.browser.visits import Visit, Visitor, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDTHS = (320, 390, 640, 860, 1024, 1440, 1920)


@pytest.fixture
def window(people: User, visit: Visitor, settings: Settings) -> Visit:
    """Leila, signed in, on Today, where the design page is on."""
    settings.DESIGN_PAGE = True
    window = visit()
    window.come_in(people)
    window.open("/today/")
    return window


def stays(window: Visit) -> None:
    """Mark the window, so that a reload is noticed."""
    window.page.evaluate("window.same = true")


def stayed(window: Visit) -> bool:
    return bool(window.page.evaluate("window.same === true"))


def test_no_page_scrolls_sideways_at_any_width(window: Visit) -> None:
    wide = {}
    for path in ("/design/", "/measures/", "/today/", "/people/", "/people/selin/"):
        window.open(path)
        for width in WIDTHS:
            window.page.set_viewport_size({"width": width, "height": 900})
            if window.sideways() > 0:
                wide[path, width] = window.sideways()
    assert not wide


def test_the_side_changes_the_page_without_a_reload(window: Visit) -> None:
    with nothing_wrong(window):
        page = window.page
        stays(window)
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Measures").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Measures")
        assert stayed(window)
        assert page.url.endswith("/measures/")
        assert page.title() == "Measures · Goodword"
        assert page.locator("#nav [aria-current]").inner_text() == "Measures"
        assert page.evaluate("document.activeElement.id") == "main"
        assert page.locator("#said").inner_text() == "Measures · Goodword"
        page.go_back()
        page.wait_for_url("**/today/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Thursday 19 November")


def test_tabs_and_filters_change_the_list_without_a_reload(window: Visit) -> None:
    with nothing_wrong(window):
        page = window.page
        window.open("/people/")
        stays(window)
        page.get_by_role("navigation", name="Where they stand").get_by_role("link", name="Resting").click()
        expect(page.locator("tbody tr")).to_have_count(3)
        page.get_by_label("Find by name, account or words").fill("halden")
        page.get_by_role("button", name="Filter").click()
        expect(page.locator("tbody tr")).to_have_count(1)
        assert stayed(window)
        assert "q=halden" in page.url


def test_who_was_signed_out_meanwhile_is_asked_to_sign_in(window: Visit) -> None:
    page = window.page
    page.context.clear_cookies()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="People").click()
    page.wait_for_url("**/sign-in/**")
    assert page.locator(".shell").count() == 0


def test_a_server_that_does_not_answer_is_said_so(window: Visit) -> None:
    page = window.page
    page.route("**/people/", lambda route: route.abort())
    page.get_by_role("navigation", name="Main").get_by_role("link", name="People").click()
    expect(page.get_by_role("status").filter(has_text="The server did not answer.")).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_text("The server did not answer.")).to_have_count(0)


def test_the_help_lists_only_keys_that_do_something_here(window: Visit) -> None:
    page = window.page
    window.open("/measures/")
    page.keyboard.press("?")
    told = page.locator("#keys dl > div:visible")
    assert next(line.split("\n")[-1] for line in told.all_inner_texts()) == "Find"
    assert not page.locator("#keys").get_by_text("Next, previous card or row").is_visible()
    page.keyboard.press("?")
    window.open("/people/")
    page.keyboard.press("?")
    assert page.locator("#keys").get_by_text("Next, previous card or row").is_visible()


def test_a_dialog_opens_asks_and_lets_go(window: Visit) -> None:
    with nothing_wrong(window):
        page = window.page
        window.open("/design/")
        page.get_by_role("link", name="Erase Hemi").click()
        dialog = page.get_by_role("dialog", name="Erase Hemi Ngata?")
        expect(dialog).to_be_visible()
        window.check("dialog-light-1440")
        dialog.get_by_role("button", name="Keep").click()
        expect(dialog).to_be_hidden()


def test_fifty_swaps_leave_the_console_silent(window: Visit) -> None:
    with nothing_wrong(window):
        links = window.page.get_by_role("navigation", name="Main")
        for _ in range(25):
            for name, title in (("People", "People"), ("Measures", "Measures")):
                links.get_by_role("link", name=name).click()
                expect(window.page.get_by_role("heading", level=1)).to_have_text(title)
