"""Workers that are started, looked at from outside, and killed."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from tests.doors.cli.conftest import Console

PATIENCE_SECONDS = 120.0


def surroundings(console: Console) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return {**own, "GOODWORD_WORKSPACE": str(console.workspace)}


@contextmanager
def worker(console: Console, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "goodword.config.main", "-w", str(console.workspace), "work", "--no-nightly"]
    with log.open("ab") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env=surroundings(console))
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def row(console: Console, job: int) -> dict[str, Any]:
    with closing(sqlite3.connect(console.workspace / "programme.sqlite3", timeout=30)) as database:
        database.row_factory = sqlite3.Row
        return dict(database.execute("SELECT * FROM jobs_job WHERE id = ?", [job]).fetchone())


def let_lease_run_out(console: Console, job: int) -> None:
    """What half a minute of waiting would do."""
    with closing(sqlite3.connect(console.workspace / "programme.sqlite3", timeout=30)) as database:
        past = "2020-01-01 00:00:00"
        database.execute("UPDATE jobs_job SET lease_until = ? WHERE id = ? AND state = 'running'", [past, job])
        database.commit()


def wait_for(console: Console, job: int, log: Path, enough: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        found = row(console, job)
        if enough(found):
            return found
        time.sleep(0.05)
    raise AssertionError(f"job {job} did not get there: {row(console, job)}\n{log.read_text(encoding='utf-8')}")


def trail(console: Console) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(console.workspace / "programme.sqlite3")) as database:
        return database.execute("SELECT verb, noun, object_id FROM team_auditentry ORDER BY number").fetchall()
