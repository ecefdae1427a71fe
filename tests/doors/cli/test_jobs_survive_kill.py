"""Jobs outlive their workers: killed at any point, a job is taken up again and finished once."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.workers import PATIENCE_SECONDS, let_lease_run_out, row, surroundings, trail, wait_for, worker

pytestmark = [pytest.mark.xdist_group("command line"), pytest.mark.faults]

KILLS = 3
# Asks for a load of an upload, as the page does it, in a process of its own.
ASK = """
import json, shutil, sys
from pathlib import Path
import django
django.setup()
from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.running import LOAD
from goodword.runs.intake.uploads import Receiving
from goodword.runs.workspace import open_workspace
receiving = Receiving(open_workspace(Path(sys.argv[1])))
for path in sorted(Path(sys.argv[2]).iterdir()):
    shutil.copy(path, receiving.place_for(path.name))
upload = receiving.complete(Actor.console(), clock.now())
job = ask_job(LOAD, {"upload": upload.name}, by=Actor.console(), key=f"load:{upload.name}")
print(json.dumps([job.pk, upload.name]))
"""


def ask_load(console: Console, exports: Path) -> tuple[int, str]:
    told = subprocess.run(
        [sys.executable, "-c", ASK, str(console.workspace), str(exports)],
        env={**surroundings(console), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    job, upload = json.loads(told.stdout)
    return job, upload


def _taken_up(found: dict[str, Any], times: int) -> bool:
    """Whether a job was begun so often; one that was quicker than the kill is done, and will not be begun again."""
    return bool(found["attempts"] >= times or found["state"] == "done")


def test_a_load_whose_worker_is_killed_again_and_again_lands_once(
    sample: Path, new_console: Callable[[], Console], tmp_path: Path
) -> None:
    undisturbed, killed = new_console(), new_console()
    log = tmp_path / "log"
    job, _ = ask_load(undisturbed, sample / "exports")
    with worker(undisturbed, log):
        wait_for(undisturbed, job, log, lambda found: found["state"] == "running")
        began = time.monotonic()
        wait_for(undisturbed, job, log, lambda found: found["state"] == "done")
        length = time.monotonic() - began
    job, _ = ask_load(killed, sample / "exports")
    for number in range(1, KILLS + 1):
        with worker(killed, log) as process:
            wait_for(killed, job, log, lambda found, times=number: _taken_up(found, times))  # type: ignore[misc]
            time.sleep(length * number / KILLS)
            process.send_signal(signal.SIGKILL)
            process.wait()
        let_lease_run_out(killed, job)
    with worker(killed, log):
        finished = wait_for(killed, job, log, lambda found: found["state"] == "done")
    landed, expected = killed.json("imports"), undisturbed.json("imports")
    assert len(landed) == len(expected) == 1
    assert landed[0]["totals"] == expected[0]["totals"]
    assert json.loads(finished["result"]) == {"import_id": landed[0]["import_id"]}
    assert [entry for entry in trail(killed) if entry[1] == "import"] == [("load", "import", landed[0]["import_id"])]
    assert not list((killed.workspace / "uploads").iterdir())
    assert killed.json("jobs", "show", str(job))["state"] == "done"


def test_an_upload_and_its_job_are_there_after_a_kill_before_any_worker_came(
    sample: Path, new_console: Callable[[], Console], tmp_path: Path
) -> None:
    console, log = new_console(), tmp_path / "log"
    job, upload = ask_load(console, sample / "exports")
    assert (console.workspace / "uploads" / upload / "upload.json").is_file()
    assert (console.workspace / "uploads" / upload).stat().st_mode & 0o077 == 0
    assert console.json("jobs", "list")[0]["state"] == "waiting"
    with worker(console, log):
        wait_for(console, job, log, lambda found: found["state"] == "done")
    assert console.json("imports")[0]["totals"]["new"] > 0


def test_a_worker_that_is_asked_to_stop_hands_its_job_to_the_next(
    sample: Path, new_console: Callable[[], Console], tmp_path: Path
) -> None:
    console, log = new_console(), tmp_path / "log"
    job, _ = ask_load(console, sample / "exports")
    with worker(console, log) as process:
        wait_for(console, job, log, lambda found: found["state"] == "running")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENCE_SECONDS) == 0
    handed_back = row(console, job)
    assert handed_back["state"] in {"waiting", "done"}
    assert handed_back["lease_until"] is None
    with worker(console, log):
        wait_for(console, job, log, lambda found: found["state"] == "done")
    assert len(console.json("imports")) == 1


def test_a_job_is_cancelled_on_the_console(sample: Path, new_console: Callable[[], Console]) -> None:
    console = new_console()
    job, _ = ask_load(console, sample / "exports")
    assert f"Job {job} is cancelled." in console.out("jobs", "cancel", str(job))
    assert "cancelled" in console.out("jobs", "list")
    again = console.run("jobs", "cancel", str(job))
    assert again.returncode == 2
    assert "has ended already" in again.stderr
    assert console.run("jobs", "show", "999").returncode == 2
