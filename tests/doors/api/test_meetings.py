"""The meeting of a need for programs: times, a pick with its entry, calling off, and how it ended."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.programme.acts.models import Act
from goodword.programme.meetings.models import Pick
from goodword.programme.needs.models import Claim
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.runs.workspace import create_workspace
from tests.doors.api.conftest import NewProgram, Program, problem_in
from tests.programme.meetings.agreed import agreed, event_in, offered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("published")]


@pytest.fixture
def claim(published: object, settings: Settings, tmp_path: Path) -> Claim:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # nothing is sent here
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.DEFAULT_FROM_EMAIL = "Goodword <goodword@northwind.example>"
    return agreed()


def test_times_are_read_and_one_is_picked_with_its_entry(program: Program, claim: Claim) -> None:
    meeting = f"/needs/{claim.need_id}/meeting"
    assert program.get(meeting).json()["state"] == "wanted"
    slots = list(offered(claim, 3, 4).slots.order_by("starts_at"))
    told = program.get(meeting).json()
    assert [one["time_id"] for one in told["times"]] == [slot.pk for slot in slots]
    made = program.post(f"{meeting}/pick", {"time_id": slots[0].pk, "place": "https://meet.example/7"})
    assert made.status_code == 200, made.text
    event = event_in(made.json()["calendar"])
    assert event["DTSTART"].dt == slots[0].starts_at
    problem_in(program.post(f"{meeting}/pick", {"time_id": slots[1].pk}), 422, "picked-meanwhile")
    moved = program.post(f"{meeting}/pick", {"time_id": slots[1].pk, "instead_of": 0}).json()
    assert (moved["sequence"], moved["picked"]["time_id"]) == (1, slots[1].pk)
    assert program.post(f"{meeting}/call-off", {}).json()["state"] == "wanted"
    assert AuditEntry.objects.filter(door="api", noun="meeting").count() == 3


def test_a_call_that_arrives_twice_picks_once(program: Program, claim: Claim) -> None:
    slot, key = offered(claim).slots.all()[0], {"idempotency-key": "p-1"}
    for _ in range(2):
        program.post(f"/needs/{claim.need_id}/meeting/pick", {"time_id": slot.pk}, **key)
    assert Pick.objects.count() == 1


def test_what_is_no_time_of_this_need_is_missing_and_what_makes_no_sense_a_problem(
    program: Program, claim: Claim
) -> None:
    meeting = f"/needs/{claim.need_id}/meeting"
    problem_in(program.post(f"{meeting}/pick", {"time_id": 987_654}), 404, "missing")
    problem_in(program.post(f"{meeting}/pick", {"time_id": 0}), 422, "invalid")
    problem_in(program.post(f"{meeting}/other-times", {}), 422, "times-gone")
    problem_in(program.post(f"/needs/{claim.need_id}/end", {"how": "forgotten"}), 422, "invalid")
    offered(claim)
    assert program.post(f"{meeting}/other-times", {}).json()["state"] == "turned_down"


def test_done_is_one_act(program: Program, claim: Claim) -> None:
    for _ in range(2):
        assert program.post(f"/needs/{claim.need_id}/end", {"how": "done"}).json()["state"] == "ended"
    assert Act.objects.get().person_id == "hemi"


def test_sales_arranges_what_sales_needs_and_nothing_else(as_role: NewProgram, claim: Claim) -> None:
    assert as_role(Role.SALES).get(f"/needs/{claim.need_id}/meeting").status_code == 403
