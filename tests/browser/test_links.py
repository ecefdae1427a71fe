"""The links of letters on a phone: with the keyboard alone, with and without a script."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.kit import clock
from goodword.programme.acts.models import Act
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.asks.actions.answer_ask import answer_ask
from goodword.programme.asks.actions.ask_person import ask_person
from goodword.programme.asks.bounds import Bounds
from goodword.programme.asks.models import Answer, Ask
from goodword.programme.links.models import Link
from goodword.programme.permissions.models import Grant
from goodword.programme.stories.actions.want_change import want_change
from goodword.runs.workspace import create_workspace
from tests.browser.visits import Theme, Visitor, nothing_wrong
from tests.doors.mail.every_letter import SITE, links_in, queue_every_letter, state
from tests.doors.portal.linked import approved_story, asked, link_to, link_to_ask
from tests.permissions import CONSOLE, allows, person
from tests.world import TODAY, the_cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def workspace(transactional_db: None, tmp_path: Path, settings: Settings) -> None:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


def pressed_until(page: Page, role: str, name: str) -> None:
    """Go on with the Tab key until something has the focus."""
    wanted = page.get_by_role(role, name=name)  # type: ignore[arg-type]  # a role, by its name
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.evaluate("part => part === document.activeElement"):
            return
    raise AssertionError(f"the Tab key never comes to {name}")


@pytest.mark.parametrize(("theme", "script"), [("light", True), ("dark", True), ("light", False)])
def test_an_ask_is_answered_on_a_phone_with_the_keyboard_alone(visit: Visitor, theme: Theme, *, script: bool) -> None:
    url = link_to_ask(asked())
    window = visit(width=390, theme=theme, script=script)
    page, judge = window.page, window.check if script else window.keep  # axe is a script
    with nothing_wrong(window):
        window.open(url)
        judge(f"link-ask-{theme}")
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.locator("input[name=answer]:focus").count():
                break
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        pressed_until(page, "button", "Send my answer")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Your answer: never")).to_be_visible()
        judge(f"link-sure-{theme}")
        assert not Answer.objects.exists()
        pressed_until(page, "button", "Never, send it")
        page.keyboard.press("Enter")
        expect(page.get_by_text("You answered: Never.")).to_be_visible()
        judge(f"link-answered-{theme}")
    assert Answer.objects.get().answer == "never"


def full_page_of(who: str) -> str:
    """Somebody with one of everything on their page."""
    first = asked(who)
    answer_ask(first, "accepted", day=clock.today(), by=CONSOLE)
    began = clock.today() + timedelta(days=100)
    ask_person(who, "talk", day=began, bounds=Bounds(), by=CONSOLE)
    Ask.objects.filter(kind="talk").update(asked_on=clock.today())
    allows(person(who), "reference_call", given_on=clock.today())
    want_change(approved_story().versions.get(), who, "It took six days, not five.", by=CONSOLE)
    Act.objects.create(kind="beta", person_key=f"crm:{who}", done_on=clock.today(), url="https://beta.example/notes")
    return link_to(who, "own_page")


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (390, "dark"), (1440, "light"), (1440, "dark")])
def test_their_own_page_is_sound_at_every_size(visit: Visitor, width: int, theme: Theme) -> None:
    url = full_page_of("hemi")
    window = visit(width=width, theme=theme)
    with nothing_wrong(window):
        window.look(f"link-own-page-{theme}-{width}", url)
        window.look(f"link-unsubscribe-{theme}-{width}", link_to("hemi", "unsubscribe"))
        window.open(url)
        window.page.get_by_role("button", name="Erase me").click()
        window.check(f"link-erase-{theme}-{width}")


def test_links_that_open_nothing_are_sound_pages(visit: Visitor) -> None:
    url = link_to("hemi", "own_page")
    began = clock.now() - timedelta(days=30)
    Link.objects.update(made_at=began, expires_at=began + timedelta(days=1))
    window = visit(width=390)
    for name, path in (("unknown", "/a/made-up/"), ("over", url)):
        window.open(path)
        window.check(f"link-{name}")
    assert [line for line in window.wrong if "the server responded with a status of 4" not in line] == []


def test_what_they_choose_on_a_phone_is_shown_once_more_and_then_holds(visit: Visitor) -> None:
    window = visit(width=390)
    page = window.page
    with nothing_wrong(window):
        window.open(link_to("hemi", "own_page"))
        page.get_by_role("radiogroup", name="A talk, near you").get_by_text("Never").click()
        page.get_by_label("At most").select_option("One ask a year")
        page.locator("#may-ask").get_by_role("button", name="Save").click()
        expect(page.get_by_role("listitem").filter(has_text="A talk, near you: Never")).to_be_visible()
        window.check("link-limits-sure")
        page.get_by_role("button", name="Save it").click()
        expect(page.get_by_role("status")).to_contain_text("counts from now on")
        expect(page.get_by_label("At most")).to_have_value("year")


def test_a_scanner_with_a_script_follows_every_link_and_presses_every_button_once(
    visit: Visitor, settings: Settings
) -> None:
    settings.SITE_URL, settings.SMTP_SERVER = SITE, read_server("smtp://127.0.0.1:2525")
    links = links_in(queue_every_letter())
    window, before = visit(width=390), state()
    page = window.page
    for link in links:
        window.open(link)
        page.wait_for_load_state("networkidle")
        page.evaluate(
            "href => document.head.append(Object.assign(document.createElement('link'), {rel: 'prefetch', href}))", link
        )
        page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
    for link in (one for one in links if one.startswith("/a/")):
        window.open(link)
        if page.get_by_role("heading", name="No more letters?").count():
            continue  # RFC 8058 wants that one press to count
        for number in range(page.get_by_role("button").count()):
            window.open(link)
            page.get_by_role("button").nth(number).click(timeout=2_000)
            page.wait_for_load_state()
    assert state() == before


def test_a_story_is_read_and_approved_on_a_phone(visit: Visitor) -> None:
    story = approved_story()
    window = visit(width=390)
    page = window.page
    with nothing_wrong(window):
        window.open(link_to("hemi", "own_page"))
        page.get_by_text("Read all of it").click()
        expect(page.locator("#stories").get_by_text("It used to hurt.")).to_be_visible()
        window.check("link-story")
        page.locator("#stories").get_by_role("button", name="Approve").click()
        window.check("link-story-sure")
        page.get_by_role("button", name="Approve the story").click()
        expect(page.locator("#stories")).to_have_count(0)
    assert Grant.objects.get(person="hemi").asset == story.asset
