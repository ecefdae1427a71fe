"""Kinds of acts and their letters: on a phone and on a desk, light and dark."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django.fixtures import Settings

from goodword.programme.permissions.facts import policies_of_kinds
from goodword.programme.team.models import User
from goodword.runs.workspace import create_workspace
from tests.browser.visits import Theme, Visitor, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def workspace(settings: Settings, tmp_path: Path) -> None:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (1440, "light"), (1440, "dark")])
def test_the_pages_of_kinds_are_sound_at_every_size(people: User, visit: Visitor, width: int, theme: Theme) -> None:
    window = visit(width=width, theme=theme)
    window.come_in(people)
    with nothing_wrong(window):
        window.look(f"kinds-{theme}-{width}", "/settings/groups/acts/")
        window.look(f"kind-{theme}-{width}", "/settings/kinds/talk/")
        window.look(f"kind-letter-{theme}-{width}", "/settings/kinds/quote/letters/en/")
        window.look(f"kind-add-{theme}-{width}", "/settings/kinds/add/")
    assert window.wrong == []


def test_a_change_is_tried_and_then_made(people: User, visit: Visitor) -> None:
    window = visit()
    page = window.page
    window.come_in(people)
    with nothing_wrong(window):
        window.open("/settings/kinds/talk/")
        page.get_by_label("The company says yes before the person is asked").check()
        page.get_by_role("button", name="See what it would do").click()
        expect(page.get_by_text("Nothing was changed.")).to_be_visible()
        assert not policies_of_kinds()["talk"].company_first
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("It counts at once.")).to_be_visible()
    assert policies_of_kinds()["talk"].company_first
