"""A preview whose worker is killed is made all the same, says what it would have said, and changes nothing."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.doors.cli.conftest import DAY, Console
from tests.doors.cli.workers import let_lease_run_out, row, surroundings, trail, wait_for, worker

pytestmark = [pytest.mark.xdist_group("command line"), pytest.mark.faults]

KILLS = 3
# Asks for a preview, as the page does it where that takes long.
ASK = """
import sys
import django
django.setup()
from goodword.programme.team.actor import Actor
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.previewing import PREVIEW
trial = {"finders.super_user.window_days": 30}
arguments = {"trial": trial, "day": sys.argv[1], "reason": "Too many of them."}
sys.stdout.write(str(ask_job(PREVIEW, arguments, by=Actor.console()).pk))
"""


def ask_preview(console: Console) -> int:
    env = {**surroundings(console), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"}
    told = subprocess.run([sys.executable, "-c", ASK, DAY], env=env, capture_output=True, text=True, check=True)
    return int(told.stdout)


def with_something_new(console: Console, tmp_path: Path) -> Console:
    """The list is published, and something came in since: so a preview has every step before it."""
    more = tmp_path / "people.csv"
    more.write_text("person_key,full_name,email\nP1,Ana Lima,ana@oriel.example\n", encoding="utf-8")
    console.out("load", str(more), "--yes")
    return console


def begun(times: int) -> Callable[[dict[str, Any]], bool]:
    """Whether a job was begun so often; one that was quicker than the kill is done, and not begun again."""
    return lambda found: bool(found["attempts"] >= times or found["state"] == "done")


def test_a_preview_whose_worker_is_killed_again_and_again_says_the_same_and_changes_nothing(
    run_console: Callable[[], Console], tmp_path: Path
) -> None:
    undisturbed, killed = (with_something_new(run_console(), tmp_path) for _ in range(2))
    log = tmp_path / "log"
    job = ask_preview(undisturbed)
    with worker(undisturbed, log):
        wait_for(undisturbed, job, log, lambda found: found["state"] == "running")
        began = time.monotonic()
        expected = wait_for(undisturbed, job, log, lambda found: found["state"] == "done")
        length = time.monotonic() - began

    job, before = ask_preview(killed), what_counts(killed)
    for number in range(1, KILLS + 1):
        with worker(killed, log) as process:
            wait_for(killed, job, log, begun(number))
            time.sleep(length * number / (KILLS + 1))
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert what_counts(killed) == before
        let_lease_run_out(killed, job)
    with worker(killed, log):
        finished = wait_for(killed, job, log, lambda found: found["state"] == "done")
    assert json.loads(finished["result"]) == json.loads(expected["result"])
    assert json.loads(finished["arguments"])["reason"] == "Too many of them."
    assert row(killed, job)["attempts"] > 1
    assert what_counts(killed) == before
    found = [console.json("find", "--as-of", DAY, "--limit", "0") for console in (killed, undisturbed)]
    assert found[0] == found[1]  # what the killed workers had computed by then is right, and used


def what_counts(console: Console) -> tuple[object, ...]:
    """What readers see and what was written down: a preview adds nothing to it."""
    with closing(sqlite3.connect(console.workspace / "programme.sqlite3", timeout=30)) as database:
        published = database.execute("SELECT number, state, as_of FROM advocates_generation ORDER BY number").fetchall()
    return (console.json("imports"), console.json("settings", "list"), trail(console), published)
