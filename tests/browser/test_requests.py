"""A rep says what is needed and gets a match: with the keyboard alone, without a script, at every size."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pytest_django.fixtures import Settings

from goodword.programme.needs.models import Claim, Need
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from goodword.runs.workspace import create_workspace
from tests.browser.visits import Theme, Visit, Visitor, nothing_wrong
from tests.team import let_in

CALLED = """(() => {
    const part = document.activeElement, labels = [...(part.labels || [])];
    return labels.length ? labels.map(one => one.textContent).join(" ") : part.textContent;
})()"""
"""What the part with the focus is called."""

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def surroundings(settings: Settings, tmp_path: Path) -> None:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path


@pytest.fixture
def rep(people: User) -> User:  # the cast is published
    return let_in("rep@northwind.example", Role.SALES, name="Marcus Lindqvist")


def tab_to(window: Visit, name: str) -> None:
    """Press the tabulator until what is called so has the focus."""
    for _ in range(80):
        window.page.keyboard.press("Tab")
        if name in window.page.evaluate(CALLED):
            return
    raise AssertionError(f"{name} cannot be reached with the keyboard")


def test_a_rep_files_a_need_and_gets_a_match_with_keys_alone(rep: User, visit: Visitor) -> None:
    window = visit()
    page = window.page
    window.come_in(rep)
    with nothing_wrong(window):
        window.open("/requests/new/")
        tab_to(window, "Of whom")
        page.keyboard.type("finance")
        tab_to(window, "Use case")
        page.keyboard.type("month-end close")
        tab_to(window, "Who it is for")
        page.keyboard.type("Hallam Breweries")
        tab_to(window, "Find who fits")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Who could speak to Hallam Breweries?")).to_be_visible()
        window.check("request")
        tab_to(window, "Request Hemi")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Whoever cares for them is asked to ask them.")).to_be_visible()
        assert Claim.objects.standing().get().person_id == "hemi"
        window.check("request-claimed")
        page.keyboard.press("z")
        expect(page.get_by_text("Nobody is claimed for this request.")).to_be_visible()
    assert not Claim.objects.standing().exists()
    assert Need.objects.count() == 1


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (390, "dark"), (1440, "light"), (1440, "dark")])
def test_the_pages_of_requests_are_sound_at_every_size(people: User, visit: Visitor, width: int, theme: Theme) -> None:
    window = visit(width=width, theme=theme)
    window.come_in(people)
    with nothing_wrong(window):
        window.look(f"requests-none-{theme}-{width}", "/requests/")
        window.look(f"request-new-{theme}-{width}", "/requests/new/")
        window.page.get_by_label("Of whom").fill("finance")
        window.page.get_by_label("Who it is for").fill("Hallam Breweries")
        window.page.get_by_role("button", name="Find who fits").click()
        expect(window.page.get_by_role("heading", name="Who could speak to Hallam Breweries?")).to_be_visible()
        number = Need.objects.get().pk
        window.look(f"request-{theme}-{width}", f"/requests/{number}/")
        window.page.get_by_role("button", name="Request ").first.click()
        expect(window.page.get_by_role("heading", name="Who is wanted")).to_be_visible()
        window.look(f"request-claimed-{theme}-{width}", f"/requests/{number}/")
        window.page.get_by_role("button", name="It is done").click()
        expect(window.page.get_by_role("heading", name="How was it?")).to_be_visible()
        window.look(f"request-done-{theme}-{width}", f"/requests/{number}/")
        window.look(f"requests-over-{theme}-{width}", "/requests/?show=over")
    assert window.wrong == []
