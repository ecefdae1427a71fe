"""`goodword serve`: pages, and the run that is due."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("command line")

PATIENCE_SECONDS = 90.0


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def serving(console: Console, port: int, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "-m", "goodword.config.main", "-w", str(console.workspace), "serve", "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL, env=own)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=PATIENCE_SECONDS)


def eventually[Found](look: Callable[[], Found | None], log: Path) -> Found:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        found = look()
        if found is not None:
            return found
        time.sleep(0.3)
    raise AssertionError(f"it never came; the console said:\n{log.read_text(encoding='utf-8')}")


def page(port: int) -> str | None:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return None


def days_published(console: Console) -> str:
    with closing(sqlite3.connect(console.workspace / "programme.sqlite3")) as database:
        rows = database.execute(
            "SELECT as_of FROM advocates_generation g JOIN advocates_publication p ON p.generation_id = g.number"
        )
        return str(rows.fetchone()[0])


def test_a_run_that_was_missed_is_made_up_for_while_pages_are_served(
    run_console: Callable[[], Console], tmp_path: Path
) -> None:
    console, port, log = run_console(), free_port(), tmp_path / "log"
    with closing(sqlite3.connect(console.workspace / "programme.sqlite3")) as database:
        long_ago = (datetime.now(UTC) - timedelta(days=2)).strftime("%Y-%m-%d %H:%M:%S")
        database.execute("UPDATE advocates_generation SET published_at = ?", [long_ago])
        database.commit()
    with serving(console, port, log):
        assert "Sign in" in eventually(lambda: page(port), log)
        today = datetime.now(UTC).date().isoformat()
        eventually(lambda: days_published(console) if days_published(console) >= today else None, log)
    said = log.read_text(encoding="utf-8")
    # The first user is made on the console, with a password of their own.
    assert re.search(r"password [0-9a-f]{6}-[0-9a-f]{6}-", said)


def test_a_port_in_use_is_said_in_one_sentence(console: Console) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = console.run("serve", "--port", str(port))
    assert done.returncode == 2
    assert f"Port {port} on 127.0.0.1 cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
