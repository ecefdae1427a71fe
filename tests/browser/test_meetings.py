"""A meeting from the request to the two questions: a rep, a colleague, and an advocate on a phone."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from goodword.doors.mail.reminding import remind_by_clock
from goodword.doors.mail.server import read_server
from goodword.kit import clock
from goodword.programme.acts.models import Act
from goodword.programme.asks.actions.thank_person import thank_person
from goodword.programme.meetings.models import MeetingLetter, Pick, Slot
from goodword.programme.needs.models import Feedback
from goodword.programme.outbox.models import Letter
from goodword.programme.people.models import Account
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from goodword.runs.workspace import create_workspace
from tests.browser.visits import Theme, Visit, Visitor, nothing_wrong
from tests.doors.portal.linked import link_to
from tests.permissions import CONSOLE
from tests.programme.meetings.agreed import actor_of, agreed, event_in, offered
from tests.team import let_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AUCKLAND = ZoneInfo("Pacific/Auckland")


@pytest.fixture(autouse=True)
def mailing(settings: Settings, tmp_path: Path) -> None:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # letters stay in the outbox


@pytest.fixture
def rep(people: User) -> User:  # the cast is published
    Account.objects.filter(people="hemi").update(country="New Zealand")
    return let_in("rep@northwind.example", Role.SALES, name="Marcus Lindqvist")


def link_in(letter: Letter) -> str:
    """Where the first link of a letter leads."""
    return "/a/" + letter.text.partition("/a/")[2].split("/")[0] + "/"


def give_times(page: Page, *days: int) -> None:
    today = clock.now().astimezone(AUCKLAND).date()
    for n, day in enumerate(days, 1):
        gap = page.get_by_role("group", name=f"Time {n}")
        gap.get_by_label("Day").fill(f"{today + timedelta(days=day)}")
        gap.get_by_label("Hour").fill("10:30")


def test_a_meeting_from_the_request_to_the_two_questions(people: User, rep: User, visit: Visitor) -> None:
    thank_person("hemi", "call", day=clock.today(), by=CONSOLE)
    sales, ours, phone = visit(), visit(), visit(width=390)
    for window, user in ((sales, rep), (ours, people)):
        window.come_in(user)
    sales.open("/requests/new/")
    sales.page.get_by_label("Of whom").fill("finance")
    sales.page.get_by_label("Who it is for").fill("Hallam Breweries")
    sales.page.get_by_role("button", name="Find who fits").click()
    sales.page.get_by_role("button", name="Request Hemi").click()
    expect(sales.page.get_by_role("heading", name="Who is wanted")).to_be_visible()
    request = sales.page.url.removeprefix(sales.server)
    ours.open(request)
    ours.page.get_by_role("link", name="Write to Hemi").click()
    ours.page.get_by_role("button", name="Send it to Hemi").click()
    expect(ours.page.get_by_text("They were asked and have not answered.")).to_be_visible()
    _says_yes_and_gives_times(phone)
    sales.open(request)
    expect(sales.page.get_by_text("For them:")).to_have_count(3)
    sales.page.get_by_role("radio").first.check()
    sales.page.get_by_label("How to join").fill("https://meet.example/7")
    sales.page.get_by_role("button", name="Pick this time").click()
    expect(sales.page.get_by_text("A time is agreed")).to_be_visible()
    slot = Pick.objects.get().slot
    assert slot is not None
    event = event_in(Letter.objects.filter(purpose="meeting").first().calendar)  # type: ignore[union-attr]
    assert event["DTSTART"].dt == slot.starts_at
    Slot.objects.filter(pk=slot.pk).update(starts_at=clock.now() + timedelta(hours=20))
    Pick.objects.update(at=clock.now() - timedelta(days=3))
    assert [remind_by_clock(), remind_by_clock()] == [2, 0]
    Slot.objects.filter(pk=slot.pk).update(starts_at=clock.now() - timedelta(hours=1))
    sales.open(request)
    sales.page.get_by_role("button", name="It is done").click()
    expect(sales.page.get_by_role("heading", name="How was it?")).to_be_visible()
    assert Act.objects.get().person_id == "hemi"
    _answers_two_questions(phone)
    for window in (sales, ours, phone):
        assert window.wrong == []


def _says_yes_and_gives_times(phone: Visit) -> None:
    page = phone.page
    phone.open(link_in(Letter.objects.get(purpose="ask")))
    page.get_by_role("radio", name="Yes").check()
    page.get_by_role("button", name="Send my answer").click()
    page.get_by_role("button", name="Yes, send it").click()
    expect(page.get_by_role("heading", name="When would it suit you?")).to_be_visible()
    phone.check("meeting-wanted-390")
    give_times(page, 2, 3, 4)
    page.get_by_role("button", name="Propose these times").click()
    phone.check("meeting-sure-390")
    page.get_by_role("button", name="Propose them").click()
    expect(page.get_by_text("You proposed these times.")).to_be_visible()
    phone.check("meeting-offered-390")


def _answers_two_questions(phone: Visit) -> None:
    page = phone.page
    phone.open(link_in(MeetingLetter.objects.get(what="thanks").letter))
    expect(page.get_by_role("heading", name="How was it?")).to_be_visible()
    phone.check("meeting-after-390")
    for answer in page.get_by_role("radio", name="Yes").all():
        answer.check()
    page.get_by_role("button", name="Send it").click()
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("Thank you. It is kept.")).to_be_visible()
    assert Feedback.objects.filter(side="advocate", yes=True).count() == 2


def test_times_are_given_without_a_script_and_with_keys_alone(rep: User, visit: Visitor) -> None:
    claim = agreed(by=actor_of(rep))
    window = visit(width=390, script=False)
    window.open(link_to("hemi", "slots", str(claim.pk)))
    give_times(window.page, 2)
    button = window.page.get_by_role("button", name="Propose these times")
    for _ in range(60):
        if button.evaluate("part => part === document.activeElement"):
            break
        window.page.keyboard.press("Tab")
    window.page.keyboard.press("Enter")
    window.page.get_by_role("button", name="Propose them").press("Enter")
    expect(window.page.get_by_text("You proposed these times.")).to_be_visible()
    assert window.wrong == []


@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (390, "dark"), (1440, "light"), (1440, "dark")])
def test_the_pages_of_a_meeting_are_sound_at_every_size(
    people: User, rep: User, visit: Visitor, width: int, theme: Theme
) -> None:
    claim, window, size = agreed(by=actor_of(rep)), visit(width=width, theme=theme), f"{theme}-{width}"
    window.come_in(people)
    link, request = link_to("hemi", "slots", str(claim.pk)), f"/requests/{claim.need_id}/"
    with nothing_wrong(window):
        window.look(f"meeting-link-wanted-{size}", link)
        window.look(f"meeting-request-wanted-{size}", request)
        slot = offered(claim).slots.all()[0]
        window.look(f"meeting-link-offered-{size}", link)
        window.look(f"meeting-request-offered-{size}", request)
        window.page.get_by_role("radio").first.check()
        window.page.get_by_role("button", name="Pick this time").click()
        expect(window.page.get_by_text("A time is agreed")).to_be_visible()
        assert Pick.objects.get().slot == slot
        window.look(f"meeting-link-picked-{size}", link)
        window.look(f"meeting-request-picked-{size}", request)
        window.look(f"meeting-own-page-{size}", link_to("hemi", "own_page"))
