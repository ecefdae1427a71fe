"""From an empty workspace to the first thank-you, through the real doors: console, server, worker, browser."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import Visit, nothing_wrong

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("command line")]

PATIENCE = 120_000
"""Milliseconds that a machine with other things to do may take for a small company."""

ACCOUNTS = "12"
COMMAND = (sys.executable, "-m", "goodword.config.main", "--workspace")


@dataclass(frozen=True, slots=True)
class Served:
    """A workspace that is served.

    Attributes:
        url: where.
        email: the first user.
        password: their password, as it was told on the console.
    """

    url: str
    email: str
    password: str


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """What somebody has who typed `goodword init` and `goodword serve`."""
    own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    place = str(tmp_path / "workspace")
    subprocess.run([*COMMAND, place, "init", place], check=True, env=own, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    serve = [*COMMAND, place, "serve", "--port", str(port), "--no-nightly"]
    with subprocess.Popen(serve, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, env=own, text=True) as process:
        try:
            yield _told(process)
        finally:
            process.send_signal(signal.SIGTERM)


def _told(process: subprocess.Popen[str]) -> Served:
    """Read the console until it says who may come in and where; by then the address answers."""
    assert process.stdout is not None
    told = ""
    for line in process.stdout:
        told += line
        if found := re.search(r"on (http://\S+)", told):
            break
    first = re.search(r"First sign-in: (\S+) with the password (\S+)", told)
    assert found, told
    assert first, told
    served = Served(found[1], first[1], first[2])
    _answers(served.url)
    return served


def _answers(url: str) -> None:
    """Ask until the server listens."""
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline:
        try:
            socket.create_connection((urlsplit(url).hostname or "", urlsplit(url).port or 0)).close()
        except OSError:
            time.sleep(0.1)  # refused: it does not listen yet
        else:
            return
    raise AssertionError(f"{url} never answered")


def test_from_an_empty_workspace_to_the_first_thanks(
    served: Served, chromium: Browser, pytestconfig: pytest.Config
) -> None:
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(PATIENCE)
    window = Visit(page, served.url, bool(pytestconfig.getoption("--every-size", default=False)))
    with nothing_wrong(window):
        _come_in(window, served)
        _make_the_sample(page)
        told = _told_of(page, _thank_think_again_and_thank(page))
    assert [done for entry in told for done in ("thanked", "took back") if done in entry] == [
        *("thanked", "took back", "thanked"),
    ]
    assert all(entry.startswith("First user") for entry in told)
    page.close()


def _come_in(window: Visit, served: Served) -> None:
    page = window.page
    window.open("/")
    page.get_by_label("Work e-mail").fill(served.email)
    page.get_by_label("Password").fill(served.password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who would put in a good word for you?")
    window.check("first-empty")


def _make_the_sample(page: Page) -> None:
    """Ask for it, see how far it is without touching anything, and go where it leads."""
    page.locator("input[name=accounts]").evaluate(f"(field) => {{ field.value = '{ACCOUNTS}' }}")
    page.get_by_role("button", name="Try the sample company").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Make and load the sample company")
    expect(page.get_by_role("progressbar").or_(page.get_by_text("Published."))).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("Published.")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("link", name="Go to Today").click()
    expect(page.get_by_text("Sample company: synthetic data.")).to_be_visible()


def _thank_think_again_and_thank(page: Page) -> str:
    """Thank the first one, take it back, thank again; return the address of whom."""
    cards = page.locator("details.moment")
    expect(cards.first).to_have_attribute("open", "")
    address = str(cards.first.locator(".moment-account a[href^='/people/']").get_attribute("href"))
    before = cards.count()
    page.locator(f"details.moment:has(a[href='{address}']) button[value=thank]").click()
    toast = page.get_by_role("status").filter(has_text="noted.")
    expect(toast).to_be_visible()
    expect(page.locator(f"details.moment:has(a[href='{address}'])")).to_have_count(0)
    toast.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status").filter(has_text="Taken back")).to_be_visible()
    expect(page.locator(f"details.moment:has(a[href='{address}'])")).to_have_count(1)
    expect(cards).to_have_count(before)
    card = page.locator(f"details.moment:has(a[href='{address}'])")
    card.locator("button[value=thank]").click()
    expect(page.get_by_role("status").filter(has_text="noted.")).to_be_visible()
    return address


def _told_of(page: Page, address: str) -> list[str]:
    """See the thanks where the person is, and return what the audit trail tells of them, the newest first."""
    page.goto(f"{page.url.split('/today/')[0]}{address}")
    expect(page.get_by_role("region", name="What we did").get_by_text("Thanked")).to_have_count(1)
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Audit trail").click()
    entries = page.locator(".trail > li").filter(has=page.locator(f"a[href='{address}']"))
    expect(entries).to_have_count(3)
    return [re.sub(r"\s+", " ", entry).strip() for entry in entries.all_inner_texts()]
