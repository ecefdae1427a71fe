"""Desk, digest and the way to end it, in a real browser: wide and narrow, light and dark, nothing axe minds."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from goodword.doors.mail.digest import next_digest, write_digest
from goodword.doors.mail.stopping import stop_token
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.desk.actions.change_preferences import Choices, change_preferences
from goodword.programme.desk.actions.mark_read import mark_read
from goodword.programme.desk.actions.notify_user import notify_job_ended, notify_role_changed, notify_rows_rejected
from goodword.programme.desk.models import Notification, Preference
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from tests.team import let_in, window_of
from tests.world import TODAY, the_cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURES = Path(__file__).parents[2] / "build" / "screenshots"

type Theme = Literal["light", "dark"]


@pytest.fixture
def leila(transactional_db: None) -> User:
    PICTURES.mkdir(parents=True, exist_ok=True)
    user = let_in()
    notify_job_ended(user, "Load crm.csv", key="1", url="/people/")
    notify_job_ended(user, "Back up the workspace", key="2", failure=GoodwordError("full", "The disk is full."))
    notify_rows_rejected([user], "2026-11-21-3", 12, url="/")
    notify_role_changed(user, Role.MANAGER, assignment_id=4)
    mark_read(Notification.objects.get(kind="job_finished"))
    return user


def let_in_by_session(context: BrowserContext, server: str, user: User) -> Page:
    """A page of somebody who has signed in; how one signs in is another test's business."""
    session = window_of(user).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": server}])
    return context.new_page()


def check(page: Page, name: str) -> list[str]:
    """Keep a picture, and return everything that breaks a rule."""
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    wrong = [f"scrolls sideways by {wider} px"] if wider > 0 else []
    return wrong + [
        f"{one['id']} at {[node['target'] for node in one['nodes']]}" for one in Axe().run(page).response["violations"]
    ]


def test_one_chooses_with_the_keyboard_alone_and_without_script(
    chromium: Browser, live_server: LiveServer, leila: User
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = let_in_by_session(context, live_server.url, leila)
    page.goto(f"{live_server.url}/me/")
    page.get_by_label("Every day on which there is something new").focus()
    page.keyboard.press("Space")
    page.get_by_label("At", exact=True).select_option("06:00")
    page.get_by_role("button", name="Keep").press("Enter")
    page.wait_for_load_state()
    assert "Kept." in page.locator("#toasts").inner_text()
    context.close()
    kept = Preference.objects.get(user=leila)
    assert (kept.digest, kept.digest_hour) == ("daily", 6)


def test_the_way_out_takes_one_press_and_no_sign_in(chromium: Browser, live_server: LiveServer, leila: User) -> None:
    chosen = Choices(name="", timezone="", language="", theme="", single_keys=True, digest="daily", digest_hour=7)
    change_preferences(leila, chosen, by=Actor.console())
    page = chromium.new_page()
    page.goto(f"{live_server.url}/stop-digest/{stop_token(leila)}/")
    page.get_by_role("button", name="Stop it").click()
    assert page.get_by_role("heading", name="You get no digest").is_visible()
    assert check(page, "digest-stopped") == []
    page.close()
    assert Preference.objects.get(user=leila).digest == "off"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_letter_itself_reads_well(chromium: Browser, leila: User, theme: Theme) -> None:
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    content = next_digest(leila, now=datetime(2026, 11, 20, 7, tzinfo=UTC))
    assert content is not None
    page = chromium.new_page(color_scheme=theme, viewport={"width": 390, "height": 900})
    page.set_content(write_digest(content).html)
    assert check(page, f"digest-{theme}") == []
    page.close()
