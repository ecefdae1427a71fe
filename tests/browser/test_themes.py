"""Themes in a real browser: shaped without script, and sound to axe and the eye in every state."""

import pytest
from playwright.sync_api import expect

from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.themes.actions.hide_theme import hide_theme
from goodword.programme.themes.actions.merge_theme import merge_theme
from goodword.programme.themes.actions.rename_theme import rename_theme
from tests.browser.visits import Theme, Visitor, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CLOSE, SPEED, TRUST = "month-end close", "speed", "one number everybody trusts"


def test_a_theme_is_renamed_and_put_back_without_script(people: User, visit: Visitor) -> None:
    window = visit(script=False)
    window.come_in(people)
    page = window.page
    with nothing_wrong(window):
        window.open("/themes/")
        page.get_by_role("link", name="Month-end close").click()
        page.get_by_label("Call it").fill("Closing the books")
        page.get_by_role("button", name="Rename").click()
        expect(page.locator("#toasts")).to_contain_text("It is called “Closing the books” now, everywhere.")
        expect(page.locator("h1")).to_have_text("Closing the books")
        page.locator("#toasts").get_by_role("button", name="Undo").click()
        expect(page.locator("#toasts")).to_contain_text("Taken back.")
        expect(page.locator("h1")).to_have_text("Month-end close")


@pytest.mark.parametrize(
    ("width", "theme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark"), (320, "light")]
)
def test_shaped_themes_are_sound(people: User, visit: Visitor, width: int, theme: Theme) -> None:
    known, by = (CLOSE, SPEED, TRUST), Actor.console()
    merge_theme(SPEED, CLOSE, known=known, by=by)
    rename_theme(CLOSE, "Closing the books", known=known, by=by)
    hide_theme(TRUST, known=known, by=by)
    window = visit(width=width, theme=theme)
    window.come_in(people)
    shaped = f"{theme}-{width}"
    window.look(f"themes-shaped-{shaped}", "/themes/")
    window.look(f"theme-shaped-{shaped}", "/themes/of/month-end%20close/")
    window.look(f"theme-hidden-{shaped}", "/themes/of/one%20number%20everybody%20trusts/")
    assert "\n".join(window.wrong) == ""
