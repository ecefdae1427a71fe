"""A reader's window in a real browser, and everything that goes wrong in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Page

from goodword.programme.team.models import User
from tests.team import LEILA as EMAIL
from tests.team import PASSWORD, window_of

PICTURES = Path(__file__).parents[2] / "build" / "screenshots"

type Theme = Literal["light", "dark"]


@dataclass
class Visit:
    """One reader's window, and everything that went wrong in it."""

    page: Page
    server: str
    pictures: bool = False
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

    def come_in(self, user: User) -> None:
        """Be signed in already."""
        session = window_of(user).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.server}])

    def sign_in(self, email: str = EMAIL, *, leads_to: str = "/today/") -> None:
        """Come in by the front door."""
        self.open("/sign-in/")
        self.page.get_by_label("Work e-mail").fill(email)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(f"{self.server}{leads_to}")

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window."""
        # A click returns once the next page is on its way, which for a moment has no element at all.
        self.page.wait_for_load_state()
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def keep(self, name: str) -> None:
        """Keep a picture where somebody wants to look at it: one takes longer than most of what is tested."""
        if not self.pictures:
            return
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}.png", full_page=True)

    def look(self, name: str, path: str) -> None:
        """Go to a page, keep a picture, open what can be opened, and find everything that breaks a rule."""
        answer = self.page.goto(f"{self.server}{path}")
        if answer is None or not answer.ok:
            self.wrong.append(f"{name}: {path} answers {answer and answer.status}")
        if self.page.url.removeprefix(self.server) != path:
            self.wrong.append(f"{name}: {path} leads to {self.page.url}")
        self.keep(name)
        self.page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
        self.judge(name)

    def check(self, name: str) -> None:
        """Keep a picture, and find everything that breaks a rule."""
        self.keep(name)
        self.judge(name)

    def judge(self, name: str) -> None:
        """Find everything that breaks a rule."""
        if self.sideways() > 0:
            self.wrong.append(f"{name} scrolls sideways by {self.sideways()} px")
        found = Axe().run(self.page).response["violations"]
        self.wrong += [f"{name}: {one['id']} at {[node['target'] for node in one['nodes']]}" for one in found]


type Visitor = Callable[..., Visit]


@contextmanager
def nothing_wrong(visit: Visit) -> Iterator[None]:
    yield
    assert "\n".join(visit.wrong) == ""
