"""Loads, undos and runs as jobs: done twice they leave what they leave when done once."""

import threading
from pathlib import Path
from typing import Any

import pytest

from goodword.doors.offering import SAMPLE
from goodword.evidence.intake import land, plan_load
from goodword.evidence.lake.local import LocalLake
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Publication
from goodword.programme.team.actor import Actor
from goodword.programme.team.models.audit import AuditEntry
from goodword.runs.intake.labelling import says_synthetic
from goodword.runs.intake.loading import all_imports, load_plan
from goodword.runs.intake.uploads import Receiving, Upload, find_upload
from goodword.runs.jobs import queue
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.actions.cancel_job import cancel_job
from goodword.runs.jobs.kinds import Task, job, kind_named
from goodword.runs.jobs.models import Job
from goodword.runs.jobs.running import LOAD, RUN, UNDO
from goodword.runs.jobs.worker import Report, perform
from goodword.runs.workspace import Workspace, create_workspace, open_workspace

pytestmark = pytest.mark.django_db

PEOPLE = "person_key,full_name,email\nP1,Ana Lima,ana@oriel.example\nP2,Bo Ek,bo@oriel.example\n"
LEILA = Actor("user", "7", "Leila", "web")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "workspace")


def uploaded(workspace: Workspace, text: str = PEOPLE, name: str = "people.csv") -> Upload:
    receiving = Receiving(workspace)
    receiving.place_for(name).write_text(text, encoding="utf-8")
    return receiving.complete(LEILA, clock.now())


def do(workspace: Workspace, stop: threading.Event | None = None) -> Job:
    """Let a worker do the next job, and return the job as it is then."""
    found = queue.claim("anna", clock.now())
    assert found is not None
    perform(found, workspace, Report(stop or threading.Event()))
    return Job.objects.get(pk=found.pk)


def told(noun: str) -> list[tuple[str, str, str]]:
    entries = AuditEntry.objects.filter(noun=noun).order_by("number")
    return [(entry.verb, entry.object_id, entry.actor_id) for entry in entries]


def test_a_load_lands_the_upload_and_the_trail_says_who(workspace: Workspace) -> None:
    upload = uploaded(workspace)
    ask_job(LOAD, {"upload": upload.name}, by=LEILA)
    done = do(workspace)
    (landed,) = all_imports(workspace)
    assert (done.state, done.result) == ("done", {"import_id": landed.import_id})
    assert landed.totals == {"rows": 2, "new": 2, "changed": 0, "same": 0, "rejected": 0}
    assert told("import") == [("load", landed.import_id, "7")]
    assert find_upload(workspace, upload.name) is None


def test_a_load_that_was_killed_after_it_landed_is_finished_and_lands_nothing_twice(workspace: Workspace) -> None:
    upload = uploaded(workspace)
    wish = ask_job(LOAD, {"upload": upload.name}, by=LEILA)
    first = queue.claim("killed", clock.now())
    assert first is not None
    key = f"job-{wish.pk}-{wish.asked_at.isoformat()}"
    # What the killed worker had done by then: the rows count, and nothing else was written.
    notes = {"by": {"kind": LEILA.kind, "ident": LEILA.ident, "door": LEILA.door}, "key": key}
    land(
        LocalLake(workspace.lake), upload.plan(), rejected_dir=workspace.path / "rejected", at=clock.now(), notes=notes
    )
    assert told("import") == []
    queue.hand_back(first, clock.now())
    done = do(workspace)
    (landed,) = all_imports(workspace)
    assert (done.state, done.attempts, done.result) == ("done", 2, {"import_id": landed.import_id})
    assert landed.totals["new"] == 2
    assert told("import") == [("load", landed.import_id, "7")]


def test_an_undo_is_done_once_and_says_so_again(workspace: Workspace) -> None:
    report = load_plan(workspace, plan_load([write(workspace, PEOPLE)]), by=LEILA)
    ask_job(UNDO, {"import_id": report.import_id}, by=LEILA)
    found = queue.claim("killed", clock.now())
    assert found is not None
    task = task_of(found, workspace)
    assert kind_named(UNDO).handler(task) == kind_named(UNDO).handler(task) == {"import_id": report.import_id}
    assert told("import") == [("load", report.import_id, "7"), ("undo", report.import_id, "7")]
    ask_job(UNDO, {"import_id": report.import_id}, by=LEILA)
    other = do(workspace)
    assert (other.state, other.error_code) == ("failed", "undone-already")


def test_a_run_publishes_and_done_again_publishes_nothing_new(workspace: Workspace) -> None:
    load_plan(workspace, plan_load([write(workspace, PEOPLE)]), by=LEILA)
    for _ in range(2):
        ask_job(RUN, by=LEILA, key=RUN)
        assert do(workspace).state == "done"
    current = Publication.current()
    assert current is not None
    assert told("generation") == [("publish", str(current.number), "7")]


def test_a_cancelled_load_leaves_nothing_behind_and_its_files_wait(workspace: Workspace) -> None:
    upload = uploaded(workspace)
    wish = ask_job(LOAD, {"upload": upload.name}, by=LEILA)
    found = queue.claim("anna", clock.now())
    assert found is not None
    cancel_job(wish.pk, by=LEILA)
    report = Report(threading.Event())
    report.cancelled.set()  # what the pulse does when it sees the wish
    perform(found, workspace, report)
    assert Job.objects.get().state == "cancelled"
    assert all_imports(workspace) == []
    assert find_upload(workspace, upload.name) is not None


def test_a_worker_that_has_to_stop_hands_the_job_back_at_once(workspace: Workspace) -> None:
    upload, stop = uploaded(workspace), threading.Event()
    ask_job(LOAD, {"upload": upload.name}, by=LEILA)
    stop.set()
    assert do(workspace, stop).state == "waiting"
    assert do(workspace).state == "done"


def test_an_upload_that_is_gone_ends_the_job_with_a_sentence(workspace: Workspace) -> None:
    ask_job(LOAD, {"upload": "0" * 24}, by=LEILA)
    done = do(workspace)
    assert (done.state, done.error_code) == ("failed", "no-upload")
    assert "Upload them again." in done.error_mend


def test_what_nobody_foresaw_ends_the_job_and_shows_nothing_of_the_inside(workspace: Workspace) -> None:
    @job("breaks in a test")
    def breaks(_task: Task) -> dict[str, Any]:
        raise ValueError("secret")

    ask_job("breaks in a test", by=LEILA)
    done = do(workspace)
    assert (done.state, done.error_code) == ("failed", "unexpected")
    assert "secret" not in done.error_sentence
    assert kind_named("breaks in a test").handler is breaks
    with pytest.raises(ValueError, match="two handlers"):
        job("breaks in a test")(lambda _task: {})


def test_a_job_that_kills_every_worker_is_given_up(workspace: Workspace) -> None:
    ask_job(RUN, by=LEILA)
    Job.objects.update(attempts=queue.MOST_ATTEMPTS)
    done = do(workspace)
    assert (done.state, done.error_code) == ("failed", "worker-died")


def test_the_sample_company_comes_labelled_into_an_empty_workspace_only(workspace: Workspace) -> None:
    ask_job(SAMPLE, {"accounts": 6}, by=LEILA)
    done = do(workspace)
    assert done.state == "done", done.error_sentence
    assert says_synthetic(workspace.path)
    assert open_workspace(workspace.path).is_synthetic
    assert Publication.current() is not None
    ask_job(SAMPLE, {"accounts": 6}, by=LEILA)
    assert do(workspace).error_code == "not-empty"
    (landed,) = all_imports(workspace)
    ask_job(UNDO, {"import_id": landed.import_id}, by=LEILA)
    assert do(workspace).state == "done"
    assert not open_workspace(workspace.path).is_synthetic


def test_a_stage_that_is_told_moves_the_report_and_says_how_long_it_takes() -> None:
    report = Report(threading.Event())
    report.progress("people.csv", 5, 0)
    assert (report.stage, report.done, report.total, report.left()) == ("people.csv", 5, 0, None)
    report.progress("people.csv", 5, 10)
    left = report.left()
    assert left is not None
    assert left.total_seconds() >= 0
    report.progress("people.csv", 12, 10)
    assert report.done == 10


def write(workspace: Workspace, text: str) -> Path:
    path = workspace.path / "people.csv"
    path.write_text(text, encoding="utf-8")
    return path


def task_of(found: Job, workspace: Workspace) -> Task:
    return Task(workspace, found.arguments, found.asked_by, "job-key", lambda *_far: None)


def test_an_error_that_may_pass_lets_the_job_wait(workspace: Workspace) -> None:
    @job("busy in a test")
    def busy(_task: Task) -> dict[str, Any]:
        raise GoodwordError("busy", "Somebody else is at it.", "Wait.", retry=True)

    assert kind_named("busy in a test").handler is busy
    ask_job("busy in a test", by=LEILA)
    assert do(workspace).state == "waiting"
