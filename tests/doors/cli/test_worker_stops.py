"""A worker that has to stop stops in time, also in the middle of a step that tells nothing; its job goes on."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.workers import row, surroundings

pytestmark = [pytest.mark.xdist_group("command line"), pytest.mark.faults]

# A worker with one job whose handler never says how far it is, and which is asked to stop while it is at it.
STUBBORN = """
import sys, threading, time
from pathlib import Path
import django
django.setup()
from goodword.programme.team.actor import Actor
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.kinds import job
from goodword.runs.jobs.worker import work
from goodword.runs.workspace import open_workspace
stop = threading.Event()

@job("dig")
def dig(task):
    stop.set()
    time.sleep(120)
    return {}

print(ask_job("dig", by=Actor.console()).pk, flush=True)
work(lambda: open_workspace(Path(sys.argv[1])), stop, patience_seconds=0.5)
print("went on")
"""


def test_a_job_that_does_not_look_up_is_handed_back_and_its_worker_ends(new_console: Callable[[], Console]) -> None:
    console = new_console()
    env = {**surroundings(console), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"}
    told = subprocess.run(
        [sys.executable, "-c", STUBBORN, str(console.workspace)],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    left = row(console, int(told.stdout))
    assert (left["state"], left["worker"], left["lease_until"], left["attempts"]) == ("waiting", "", None, 1)
