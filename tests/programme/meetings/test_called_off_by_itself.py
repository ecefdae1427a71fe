"""A meeting of somebody who wants it no more is called off by whichever door they said so; nobody waits for nobody."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.cli.work import _chores
from goodword.doors.mail.overtaking import overtaken
from goodword.doors.mail.reminding import call_off_by_clock
from goodword.doors.mail.server import read_server
from goodword.kit import clock
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.desk.models import Notification, Preference
from goodword.programme.meetings.actions.keep_promises import call_off_refused
from goodword.programme.meetings.models import MeetingLetter, Pick
from goodword.programme.needs.models import Claim
from goodword.programme.outbox.models import Letter
from goodword.programme.people.actions.opt_out_person import opt_out_person
from goodword.programme.permissions.actions.withdraw_grant import withdraw_grant
from goodword.programme.permissions.models import Grant
from goodword.programme.personal import Subject
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role
from goodword.runs.progress import silent
from goodword.runs.rights.erasing import STEPS, Work, begin
from goodword.runs.workspace import Workspace, create_workspace
from tests.permissions import CONSOLE, TODAY, account, forbids
from tests.programme.meetings.agreed import actor_of, agreed, entry_in, picked
from tests.team import let_in
from tests.world import the_cast

pytestmark = pytest.mark.django_db

HEMI = Subject(reference="", person_ids=("hemi",), pairs=(("crm", "crm:hemi"),), emails=("hemi@teawa.example",))


@pytest.fixture(autouse=True)
def workspace(db: None, settings: Settings, tmp_path: Path) -> Workspace:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # nothing is sent here
    workspace = create_workspace(tmp_path / "workspace")
    settings.WORKSPACE = workspace.path
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.DEFAULT_FROM_EMAIL = "Goodword <goodword@northwind.example>"
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    return workspace


@pytest.fixture
def rep() -> User:
    return let_in("rep@northwind.example", Role.SALES, name="Marcus Lindqvist")


@pytest.fixture
def claim(rep: User) -> Claim:
    return agreed(by=actor_of(rep))


def opts_out() -> None:
    opt_out_person("hemi", by=CONSOLE)


def takes_it_back() -> None:
    withdraw_grant(Grant.objects.get(), by=CONSOLE)


def company_says_no() -> None:
    forbids(account("teawa"), "reference_call")


@pytest.mark.parametrize("stop", [opts_out, takes_it_back, company_says_no])
def test_the_worker_calls_it_off_once_and_only_whoever_needed_it_is_written_to(
    claim: Claim, rep: User, stop: Callable[[], None]
) -> None:
    picked(claim)
    assert call_off_by_clock() == 0, "while they want it, it stays"
    stop()
    assert [call_off_by_clock() for _ in range(2)] == [1, 0]
    assert Pick.objects.get(sequence=1).slot is None
    cancelled = MeetingLetter.objects.get(what="cancellation", side="rep")
    assert overtaken(cancelled.letter) == ""
    event = entry_in(cancelled.letter)
    assert (str(event["STATUS"]), int(event["SEQUENCE"])) == ("CANCELLED", 1)
    if stop is opts_out:
        assert not MeetingLetter.objects.filter(what="cancellation", side="advocate").exists()
    assert Notification.objects.filter(user=rep, kind="meeting_called_off").count() == 1


def test_the_worker_of_a_workspace_does_so_by_itself(claim: Claim, workspace: Workspace) -> None:
    picked(claim)
    opts_out()
    (chore,) = [one for one in _chores(workspace, nightly=False) if one.name == "call off meetings that may not be"]
    assert chore.do() == 1


def test_what_has_begun_ended_or_was_called_off_is_left_alone(claim: Claim) -> None:
    picked(claim, 3)
    opts_out()
    later = clock.now() + timedelta(days=4)
    assert call_off_refused(now=later, write=lambda _telling: None, by=CONSOLE) == 0
    assert Pick.objects.count() == 1


def test_whoever_counts_on_somebody_who_is_erased_is_told_without_a_name(
    claim: Claim, rep: User, workspace: Workspace
) -> None:
    Preference.objects.create(user=rep, digest="daily")
    picked(claim)
    erasure = begin(workspace, HEMI, by=CONSOLE)
    for _ in range(2):  # killed after the step and before it was noted, it is done again
        STEPS["tables"](Work(workspace, erasure, HEMI, CONSOLE, silent))
    assert not Pick.objects.exists()
    assert Notification.objects.get(user=rep, kind="meeting_called_off").url == f"/requests/{claim.need_id}/"
    told = Letter.objects.get(purpose="notification", subject__contains="A meeting was called off.")
    assert told.to == rep.email
    assert "Hemi" not in f"{told.subject} {told.text}"
