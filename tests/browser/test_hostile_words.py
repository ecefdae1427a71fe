"""Whatever customers, files and colleagues write stays text on every page: no script, element or address of theirs."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page
from pytest_django.fixtures import Settings

from goodword.runs.workspace import create_workspace
from tests.browser.foreign import FOREIGN, TEXT, UNESCAPED, WATCH
from tests.browser.hostile import Planted, plant
from tests.browser.polyglots import polyglots
from tests.browser.visits import Visit, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RECORDS = 20
"""So many of one person's records are opened."""


@pytest.fixture
def planted(transactional_db: None, tmp_path: Path, settings: Settings) -> Planted:
    workspace = create_workspace(tmp_path / "workspace")
    settings.WORKSPACE = workspace.path
    return plant(workspace, tmp_path)


def watched(window: Visit) -> Visit:
    """A window that takes down every dialog, every breach of the policy and every script that ran."""

    def dismiss(dialog: Dialog) -> None:
        window.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    window.page.on("dialog", dismiss)
    window.page.add_init_script(WATCH)
    return window


def crawl(window: Visit, path: str) -> str:
    """Look at a page as it is and with everything open, and return what there is to read."""
    window.open(path)
    window.page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    window.wrong += [f"{path}: {one}" for one in window.page.evaluate(FOREIGN, window.page.evaluate_handle("document"))]
    if window.page.evaluate("window.zq !== undefined || document.characterSet !== 'UTF-8'"):
        window.wrong.append(f"{path}: something ran")
    return str(window.page.evaluate(TEXT))


def test_nothing_that_was_planted_is_more_than_text(planted: Planted, visit: Visitor) -> None:
    window = watched(visit())
    window.come_in(planted.boss)
    shown = "".join(crawl(window, path) for path in planted.paths)
    window.open("/people/w0/")
    links = [str(one.get_attribute("href")) for one in window.page.locator("a[href^='/records/']").all()]
    assert len(links) >= RECORDS
    shown += "".join(crawl(window, path) for path in links[:RECORDS])
    assert "\n".join(window.wrong) == ""
    unseen = [where for where, marks in planted.poison.given.items() if not any(mark in shown for mark in marks)]
    assert unseen == ["code of a hold"]  # pages have words of their own for codes


def test_what_visitors_type_into_addresses_stays_text(planted: Planted, visit: Visitor) -> None:
    window, stranger = watched(visit()), watched(visit())
    window.come_in(planted.boss)
    for number, one in enumerate(polyglots()[::6]):
        typed = quote(one.text.replace("\x00", ""), safe="")
        place = ("/search/?q=", "/people/?q=", "/settings/?q=", "/audit/?object_id=", "/sign-in/?next=")[number % 5]
        crawl(stranger if "next" in place else window, f"{place}{typed}")
    assert "\n".join([*window.wrong, *stranger.wrong]) == ""
    for one in polyglots()[::20]:
        crawl(window, f"/people/{quote(one.text, safe='')}/")
    assert {told for told in window.wrong if "404 (Not Found)" not in told} == set()


def test_every_hostile_text_would_be_noticed_where_a_page_wrote_it_as_it_is(chromium: Browser) -> None:
    page: Page = chromium.new_page()
    unnoticed = [one.text for one in polyglots() if one.alive and not page.evaluate(UNESCAPED, one.text)]
    page.close()
    assert unnoticed == []
    assert sum(one.alive for one in polyglots()) > 280
    assert len({one.text for one in polyglots()}) == 300
