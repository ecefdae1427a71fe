"""Killed workers and pulled triggers on PostgreSQL: jobs are taken up again, the trail refuses to be changed."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, LiteralString

import psycopg
import pytest

from tests.architecture.tree import ROOT
from tests.on_postgresql.server import Database

pytestmark = [pytest.mark.engines, pytest.mark.faults, pytest.mark.xdist_group("postgresql")]

PATIENCE_SECONDS = 60.0


@contextmanager
def worker(database: Database, workspace: Path, *asked: str) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "tests.on_postgresql.standing_still", str(workspace), *asked]
    process = subprocess.Popen(command, env=database.surroundings(workspace), cwd=ROOT)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def wait_for[Found](look: Callable[[], Found]) -> Found:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if found := look():
            return found
        time.sleep(0.1)
    raise AssertionError("it never came")


def job_in(database: Database) -> tuple[Any, ...]:
    rows = database.ask("SELECT state, attempts, failures, worker FROM jobs_job")
    return rows[0] if rows else ("none", 0, 0, "")


def test_a_job_whose_worker_is_killed_is_done_by_the_next_and_once(database: Database, workspace: Path) -> None:
    with worker(database, workspace, "stands still once") as process:
        wait_for((workspace / "standing").exists)
        process.kill()
        process.wait()
    state, attempts, failures, held = job_in(database)
    assert (state, attempts, failures) == ("running", 1, 0)
    assert held
    with worker(database, workspace):
        # What half a minute of waiting would do.
        database.ask("UPDATE jobs_job SET lease_until = '2020-01-01 00:00:00+00'")
        wait_for(lambda: job_in(database)[0] == "done")
    assert job_in(database)[:3] == ("done", 2, 0)
    assert len(database.ask("SELECT 1 FROM team_auditentry WHERE noun = 'thing'")) == 1


def test_an_error_that_may_pass_is_tried_again(database: Database, workspace: Path) -> None:
    with worker(database, workspace, "fails once"):
        wait_for(lambda: job_in(database)[:3] == ("waiting", 1, 1))
        database.ask("UPDATE jobs_job SET due_at = '2020-01-01 00:00:00+00'")
        wait_for(lambda: job_in(database)[0] == "done")
    assert job_in(database)[1:3] == (2, 1)


CHANGES: tuple[LiteralString, ...] = (
    "UPDATE team_auditentry SET reason = 'never happened'",
    "DELETE FROM team_auditentry",
    "TRUNCATE team_auditentry",
    "INSERT INTO team_auditentry SELECT * FROM team_auditentry",
)


def test_entries_of_the_trail_stay_whoever_asks_the_database(database: Database, workspace: Path) -> None:
    database.run(workspace, "-c", WRITE)
    before = database.ask("SELECT * FROM team_auditentry ORDER BY number")
    assert len(before) == 3
    for change in CHANGES:
        with pytest.raises(psycopg.Error):
            database.ask(change)
    assert database.ask("SELECT * FROM team_auditentry ORDER BY number") == before


def test_whoever_pulls_the_triggers_is_found_out_by_the_chain(database: Database, workspace: Path) -> None:
    database.run(workspace, "-c", WRITE)
    assert database.run(workspace, "-c", VERIFY).strip() == "[]"
    database.ask("ALTER TABLE team_auditentry DISABLE TRIGGER USER")
    database.ask("UPDATE team_auditentry SET reason = 'never happened' WHERE number = 2")
    database.ask("DELETE FROM team_auditentry WHERE number = 3")
    said = database.run(workspace, "-c", VERIFY)
    assert "Entry 2 was changed after it was written." in said
    assert "The trail ends at 2, and should end at 3." in said


WRITE = """
import django
django.setup()
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
for number in range(3):
    record(Actor.console(), "change", "thing", str(number), after={"number": number, "words": "süß, “so” \\x00"})
"""
VERIFY = """
import django
django.setup()
from goodword.programme.team.trail import verify
print([one.sentence for one in verify()])
"""
