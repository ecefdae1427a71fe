"""The pages in a real browser: wide and narrow, light and dark, with keys, and without JavaScript."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from goodword.evidence.lake.local import LocalLake
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.runs.workspace import create_workspace
from tests.evidence.rows import put
from tests.team import LEILA as EMAIL
from tests.team import PASSWORD, let_in
from tests.world import TODAY, the_cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURES = Path(__file__).parents[2] / "build" / "screenshots"
SCREENS = {"today": "/", "people": "/people/", "person": "/people/selin/", "evidence": "/people/rhiannon/"}

type Theme = Literal["light", "dark"]


@dataclass
class Visit:
    """One reader's window, and everything that went wrong in it."""

    page: Page
    server: str
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self._told(message.type, message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url))

    def _told(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.wrong.append(text)

    def _asked(self, url: str) -> None:
        if not url.startswith(self.server):
            self.wrong.append(f"asked {url}")

    def open(self, path: str) -> None:
        """Go to a page of ours."""
        self.page.goto(f"{self.server}{path}")

    def sign_in(self) -> None:
        """Come in by the front door."""
        self.open("/sign-in/")
        self.page.get_by_label("Work e-mail").fill(EMAIL)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(f"{self.server}/")

    def keep(self, name: str) -> None:
        """Keep a picture."""
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    def check(self, name: str) -> None:
        """Keep a picture, and find everything that breaks a rule."""
        self.keep(name)
        wider = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            self.wrong.append(f"{name} scrolls sideways by {wider} px")
        found = Axe().run(self.page).response["violations"]
        self.wrong += [f"{name}: {one['id']} at {[node['target'] for node in one['nodes']]}" for one in found]


@pytest.fixture
def people(transactional_db: None) -> None:
    """The cast, and Leila who may see it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    let_in()
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


@pytest.fixture
def records(tmp_path: Path, settings: Settings) -> str:
    """A workspace with what Selin said on the phone, and the address of that record."""
    workspace = create_workspace(tmp_path / "workspace")
    said = "This is the third company I’ve brought you to. I don’t do that with software."
    row = {"interaction_id": "c-9", "record_id": "c-9", "at": datetime(2026, 11, 9, 10, 18), "channel": "call"}
    put(LocalLake(workspace.lake), "interactions", [{**row, "text": said, "subject": "Kick-off call"}])
    settings.WORKSPACE = workspace.path
    return "/records/interactions/c-9/?start=0&end=46&person=selin"


type Visitor = Callable[..., Visit]


@pytest.fixture
def visit(chromium: Browser, live_server: LiveServer) -> Iterator[Visitor]:
    """Open windows, and close them at the end."""
    contexts = []

    def start(*, width: int = 1440, theme: Theme = "light", script: bool = True) -> Visit:
        height = 900 if width > 1000 else 844
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme, java_script_enabled=script
        )
        contexts.append(context)
        return Visit(context.new_page(), live_server.url)

    yield start
    for context in contexts:
        context.close()


@contextmanager
def nothing_wrong(visit: Visit) -> Iterator[None]:
    yield
    assert visit.wrong == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_screens_are_sound_at_every_width_and_in_both_themes(
    people: None, records: str, visit: Visitor, width: int, theme: Theme
) -> None:
    window = visit(width=width, theme=theme)
    with nothing_wrong(window):
        window.open("/sign-in/")
        window.check(f"signin-{theme}-{width}")
        window.sign_in()
        for name, path in (SCREENS | {"record": records}).items():
            window.open(path)
            window.keep(f"{name}-{theme}-{width}")
            window.page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
            window.check(f"{name}-open-{theme}-{width}")


def test_the_first_visit_and_a_wrong_turn_are_sound_too(transactional_db: None, visit: Visitor) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    let_in()
    window = visit(width=390)
    with nothing_wrong(window):
        window.sign_in()
        window.check("empty-light-390")
        window.page.set_viewport_size({"width": 1440, "height": 900})
        window.check("empty-light-1440")


def test_the_menus_are_sound_when_they_are_open(people: None, visit: Visitor) -> None:
    window = visit(width=390, theme="dark")
    with nothing_wrong(window):
        window.sign_in()
        window.page.get_by_role("button", name="More").click()
        window.check("more-dark-390")
        window.page.set_viewport_size({"width": 1440, "height": 900})
        window.page.get_by_role("button", name="Keyboard").click()
        window.check("keys-dark-1440")


def test_keys_move_open_and_go(people: None, visit: Visitor) -> None:
    window = visit()
    with nothing_wrong(window):
        window.sign_in()
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
        page.keyboard.press("/")
        page.keyboard.type("selin")
        page.keyboard.press("Enter")
        page.wait_for_url("**/people/?q=selin")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/people/selin/")


def test_single_keys_can_be_switched_off_for_good(people: None, visit: Visitor) -> None:
    window = visit()
    window.sign_in()
    window.page.keyboard.press("?")
    window.page.get_by_label("Single keys are on").uncheck()
    window.open("/people/")
    before = window.page.evaluate("document.activeElement.tagName")
    window.page.keyboard.press("j")
    assert window.page.evaluate("document.activeElement.tagName") == before


def test_the_theme_turns_at_once_and_stays(people: None, visit: Visitor) -> None:
    window = visit()
    window.sign_in()
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
