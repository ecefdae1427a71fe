"""What is deleted by itself, and what is not."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry, FailedSignIn
from goodword.runs.jobs.models import Job
from goodword.runs.retention import due_now, purge
from goodword.runs.settings.changing import change
from goodword.runs.workspace import Workspace, create_workspace

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 19, 12, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path)


def job(days_ago: int, *, state: str = "done") -> Job:
    ended = NOW - timedelta(days=days_ago)
    over = {"ended_at": ended, "result": {}} if state == "done" else {}
    return Job.objects.create(
        kind="run", asked_by_kind="console", asked_door="cli", asked_at=ended, due_at=ended, state=state, **over
    )


def counts(workspace: Workspace) -> dict[str, int]:
    return {one.what.name: one.count for one in due_now(workspace, NOW)}


def test_what_is_older_than_the_setting_goes_and_the_rest_stays(workspace: Workspace) -> None:
    old, young, open_one = job(91), job(89), job(400, state="waiting")
    FailedSignIn.objects.create(address="x", at=NOW - timedelta(days=2))
    assert counts(workspace)["jobs"] == counts(workspace)["failed_sign_ins"] == 1
    gone = purge(workspace, NOW)
    assert (gone["jobs"], gone["failed_sign_ins"]) == (1, 1)
    assert set(Job.objects.values_list("pk", flat=True)) == {young.pk, open_one.pk}
    assert old.pk not in Job.objects.values_list("pk", flat=True)


def test_a_longer_time_in_the_settings_keeps_it(workspace: Workspace) -> None:
    job(91)
    change(workspace.settings, "retention.jobs_days", 100, by=Actor.console())
    assert purge(workspace, NOW)["jobs"] == 0
    assert Job.objects.count() == 1


def test_the_trail_tells_of_a_purge_once_and_is_never_purged_itself(workspace: Workspace) -> None:
    job(91)
    purge(workspace, NOW)
    purge(workspace, NOW + timedelta(days=4000))
    purged = AuditEntry.objects.filter(verb="purge")
    assert [entry.facts_before for entry in purged] == [{"jobs": 1}]


def test_an_upload_that_nobody_came_back_to_goes_with_its_files(workspace: Workspace) -> None:
    left = workspace.path / "uploads" / ".receiving-0123"
    left.mkdir(parents=True)
    tomorrow = datetime.now(UTC) + timedelta(days=2)
    assert {one.what.name: one.count for one in due_now(workspace, tomorrow)}["uploads"] == 1
    purge(workspace, tomorrow)
    assert not left.exists()
