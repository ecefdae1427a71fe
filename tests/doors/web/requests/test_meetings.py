"""The time of a meeting on the page of a request: picked once, in both zones, moved, called off; and what is told."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.programme.acts.models import Act
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.meetings.models import MeetingLetter, Pick, Slot
from goodword.programme.needs.models import Claim, Feedback, Need
from goodword.programme.team.models import AuditEntry, User
from goodword.programme.team.roles import Role
from goodword.runs.workspace import create_workspace
from tests.permissions import CONSOLE, TODAY
from tests.programme.meetings.agreed import actor_of, agreed, event_in, in_days, offered
from tests.team import let_in, window_of
from tests.world import the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def surroundings(db: None, settings: Settings, tmp_path: Path) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # nothing is sent here
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.DEFAULT_FROM_EMAIL = "Goodword <goodword@northwind.example>"
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


@pytest.fixture
def rep() -> User:
    user = let_in("rep@northwind.example", Role.SALES, name="Marcus Lindqvist")
    User.objects.filter(pk=user.pk).update(timezone="Europe/Stockholm")
    return User.objects.get(pk=user.pk)


@pytest.fixture
def claim(rep: User) -> Claim:
    return agreed(by=actor_of(rep))


@pytest.fixture
def window(rep: User) -> Client:
    return window_of(rep)


def page_of(claim: Claim) -> str:
    return f"/requests/{claim.need_id}/"


def pressed(window: Client, claim: Claim, what: str, **fields: str | int) -> str:
    """Press a button of the page; the page that follows."""
    return window.post(
        f"{page_of(claim)}{what}/", {name: str(value) for name, value in fields.items()}, follow=True
    ).text


def test_the_rep_sees_the_times_by_both_clocks_and_picks_one(window: Client, claim: Claim) -> None:
    assert "They choose times" in window.get(page_of(claim)).text
    slots = list(offered(claim, 3, 4).slots.order_by("starts_at"))
    page = window.get(page_of(claim)).text
    assert page.count("Stockholm time (UTC") == page.count("For them: ") == 2
    assert page.count("Auckland time (UTC") == 2
    page = pressed(window, claim, "pick", slot=slots[1].pk, place="https://meet.example/7")
    assert "The time is agreed." in page
    assert Pick.objects.get().slot == slots[1]
    assert "How to join: https://meet.example/7" in page
    assert MeetingLetter.objects.filter(what="invitation").count() == 2


def test_two_reps_and_two_presses_are_one_pick(window: Client, claim: Claim) -> None:
    first, second = offered(claim, 3, 4).slots.order_by("starts_at")
    pressed(window, claim, "pick", slot=first.pk)
    pressed(window, claim, "pick", slot=first.pk)
    other = window_of(let_in("boss@northwind.example", Role.MANAGER))
    assert "A time is picked already." in pressed(other, claim, "pick", slot=second.pk)
    assert Pick.objects.get().slot == first


def test_it_is_moved_by_whoever_saw_what_holds(window: Client, claim: Claim) -> None:
    first, second = offered(claim, 3, 4).slots.order_by("starts_at")
    pressed(window, claim, "pick", slot=first.pk)
    pressed(window, claim, "pick", slot=second.pk, instead_of=0)
    assert "A time is picked already." in pressed(window, claim, "pick", slot=first.pk, instead_of=0)
    assert list(Pick.objects.values_list("sequence", "slot")) == [(0, first.pk), (1, second.pk)]


def test_other_times_are_asked_for_and_a_meeting_is_called_off(window: Client, claim: Claim) -> None:
    offered(claim)
    assert "They are asked for other times." in pressed(window, claim, "other-times")
    slot = offered(claim, 9).slots.get()
    pressed(window, claim, "pick", slot=slot.pk)
    assert "The meeting is called off." in pressed(window, claim, "call-off")
    assert Pick.objects.latest("pk").slot is None
    assert "They choose times" in window.get(page_of(claim)).text


def test_only_whoever_needs_it_and_whoever_asks_picks_a_time(claim: Claim) -> None:
    slot = offered(claim).slots.all()[0]
    for role, told in ((Role.SALES, 403), (Role.EXECUTIVE, 403), (Role.MANAGER, 302)):
        other = window_of(let_in(f"{role}@northwind.example", role))
        assert other.post(f"{page_of(claim)}pick/", {"slot": slot.pk}).status_code == told


def test_a_time_of_another_request_is_none_of_this_one(window: Client, claim: Claim) -> None:
    slot = offered(claim).slots.all()[0]
    need = Need.objects.get()
    other = Need.objects.create(act_kind=need.act_kind, text="Another one", at=need.at, by=need.by)
    for number in (slot.pk, 0, "x"):
        page = window.post(f"/requests/{other.pk}/pick/", {"slot": number}, follow=True).text
        assert "No time was chosen, and nothing was changed." in page
    assert not Pick.objects.exists()


def test_the_file_for_the_calendar_has_the_instant_and_names_no_address_of_theirs(window: Client, claim: Claim) -> None:
    assert window.get(f"{page_of(claim)}meeting.ics").status_code == 404
    slot = offered(claim).slots.all()[0]
    pressed(window, claim, "pick", slot=slot.pk)
    answer = window.get(f"{page_of(claim)}meeting.ics")
    event = event_in(answer.content)
    assert event["DTSTART"].dt == slot.starts_at
    assert str(event["ATTENDEE"]) == "mailto:rep@northwind.example"
    assert b"hemi@" not in answer.content


def test_once_its_time_has_passed_the_rep_says_how_it_ended_and_done_is_one_act(window: Client, claim: Claim) -> None:
    slot = offered(claim).slots.all()[0]
    pressed(window, claim, "pick", slot=slot.pk)
    Slot.objects.filter(pk=slot.pk).update(starts_at=in_days(-1)[0])
    assert "The time has passed" in window.get(page_of(claim)).text
    for _ in range(2):
        page = pressed(window, claim, "end", how="done")
    assert "Did it help the deal?" in page
    assert Act.objects.get().person_id == "hemi"
    pressed(window, claim, "reopen")
    assert not Act.objects.standing().exists()


def test_what_the_advocate_says_afterwards_is_for_those_who_ask_people(window: Client, claim: Claim) -> None:
    pressed(window, claim, "end", how="done")
    facts = {"side": "advocate", "question": "again", "yes": True, "words": "With joy.", "at": claim.at + timedelta(1)}
    Feedback.objects.create(need=claim.need, **facts)
    assert "With joy." not in window.get(page_of(claim)).text
    boss = window_of(let_in("boss@northwind.example", Role.MANAGER))
    assert "With joy." in boss.get(page_of(claim)).text


def test_the_trail_says_who_proposed_picked_and_called_off(window: Client, claim: Claim) -> None:
    slot = offered(claim).slots.all()[0]
    pressed(window, claim, "pick", slot=slot.pk)
    pressed(window, claim, "call-off")
    told = list(AuditEntry.objects.filter(noun="meeting").order_by("number").values_list("verb", "object_id"))
    assert told == [(verb, str(claim.need_id)) for verb in ("offer", "pick", "call_off")]
    page = window_of(let_in("boss@northwind.example", Role.MANAGER)).get("/audit/?noun=meeting").text
    assert "called a meeting off" in page
    assert CONSOLE.kind == "console"
