"""A run that is killed and started again ends like one that nobody disturbed."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.doors.cli.conftest import DAY, Console

pytestmark = [pytest.mark.xdist_group("command line"), pytest.mark.faults]

# Spread over the length of an undisturbed run, so that kills fall into every stage.
KILLS = 3


def published(workspace: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row that readers see, without what only names the publication."""
    with closing(sqlite3.connect(workspace / "programme.sqlite3")) as database:
        generation = database.execute("SELECT generation_id FROM advocates_publication").fetchone()[0]
        rows: dict[str, list[tuple[object, ...]]] = {}
        for table in ("listedperson", "signal", "hold", "likelihood", "moment", "remark"):
            columns = [row[1] for row in database.execute(f"PRAGMA table_info(advocates_{table})")]
            kept = ", ".join(f'"{column}"' for column in columns if column not in {"id", "generation_id"})
            rows[table] = sorted(
                database.execute(f"SELECT {kept} FROM advocates_{table} WHERE generation_id = ?", [generation]),
                key=repr,
            )
    return rows


def start_run(console: Console) -> subprocess.Popen[bytes]:
    own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "-m", "goodword.config.main", "-w", str(console.workspace), "run", "--as-of", DAY]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=own)


def test_a_killed_run_goes_on_and_ends_with_the_same_rows(loaded_console: Callable[[], Console]) -> None:
    undisturbed, killed = loaded_console(), loaded_console()
    began = time.monotonic()
    undisturbed.out("run", "--as-of", DAY)
    length = time.monotonic() - began
    for number in range(1, KILLS + 1):
        process = start_run(killed)
        try:
            process.wait(timeout=length * number / (KILLS + 1))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
    killed.out("run", "--as-of", DAY)
    assert published(killed.workspace) == published(undisturbed.workspace)
    assert published(undisturbed.workspace)["listedperson"]
    left = [path.name for path in (killed.workspace / "derived").rglob(".*.tmp")]
    assert left == []


def test_running_again_publishes_nothing_new(console: Console) -> None:
    first, second = console.out("run", "--as-of", DAY), console.out("run", "--as-of", DAY)
    assert first == second
    with closing(sqlite3.connect(console.workspace / "programme.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM advocates_generation").fetchone() == (1,)
