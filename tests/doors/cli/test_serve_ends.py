"""`goodword serve` ends, and all it started with it: by Ctrl-C, asked to, with its terminal, or killed."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.test_serve import eventually, free_port, page
from tests.doors.cli.workers import row, surroundings

pytestmark = [pytest.mark.xdist_group("command line"), pytest.mark.faults]

PATIENCE_SECONDS = 30.0
"""A few seconds, and room for a machine with other things to do."""

# Asks for a job that takes longer than any of these tests, as the page does it.
ASK = """
import sys
import django
django.setup()
from goodword.doors.offering import SAMPLE
from goodword.programme.team.actor import Actor
from goodword.runs.jobs.actions.ask_job import ask_job
sys.stdout.write(str(ask_job(SAMPLE, {"accounts": 400}, by=Actor.console()).pk))
"""


@dataclass(frozen=True, slots=True)
class Server:
    """What `goodword serve` started, in a session of its own as a terminal's is.

    Attributes:
        process: the one that was started.
        port: where it listens.
        log: what it printed.
        seen: everything it was seen to have started; by number the instant, for numbers are given again.
    """

    process: subprocess.Popen[bytes]
    port: int
    log: Path
    seen: dict[int, str] = field(default_factory=dict)

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def family(self) -> set[int]:
        """It and what it started, as far as they live."""
        living = everybody()
        ours = {self.process.pid} & set(living)
        while more := {pid for pid, (parent, _) in living.items() if parent in ours} - ours:
            ours |= more
        self.seen.update({pid: living[pid][1] for pid in ours})
        return ours

    def left(self) -> set[int]:
        """What lives of all that it was seen to have started."""
        return {pid for pid, (_, start) in everybody().items() if self.seen.get(pid) == start}


def everybody() -> dict[int, tuple[int, str]]:
    """Parent and start of every living process that the system tells us of."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue  # gone while we looked
        if fields[0] != "Z":
            found[int(path.parent.name)] = (int(fields[1]), fields[19])
    return found


@contextmanager
def serving(console: Console, log: Path) -> Iterator[Server]:
    """Serve; whatever a test leaves of it is killed at the end."""
    port = free_port()
    heard = ["/usr/bin/env", "--default-signal=HUP"]  # also where the tests themselves were started with nohup
    serve = [
        *heard,
        sys.executable,
        "-m",
        "goodword.config.main",
        "-w",
        str(console.workspace),
        "serve",
        "--no-nightly",
    ]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*serve, "--port", str(port)],
            stdout=output,
            stderr=output,
            stdin=subprocess.DEVNULL,
            env={**surroundings(console), "PYTHONUNBUFFERED": "1"},
            start_new_session=True,
        )
    server = Server(process, port, log)
    try:
        yield server
    finally:
        server.family()
        for pid in server.left():
            os.kill(pid, signal.SIGKILL)
        process.wait()


def ask_long_job(console: Console) -> int:
    env = {**surroundings(console), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"}
    told = subprocess.run([sys.executable, "-c", ASK], env=env, capture_output=True, text=True, check=True)
    return int(told.stdout)


def everything_ends(server: Server) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    server.process.wait(timeout=PATIENCE_SECONDS)
    while left := server.left():
        assert time.monotonic() < deadline, f"left behind: {left}\n{server.said}"
        time.sleep(0.1)
    assert not re.search(r"Traceback|Fatal Python error|Exception ignored", server.said), server.said


@pytest.fixture(scope="module")
def console(new_console: Callable[[], Console]) -> Console:
    """A console in a workspace where a long job waits."""
    return new_console()


@pytest.fixture(scope="module")
def job(console: Console) -> int:
    """That job: it runs whenever somebody serves, and is never done."""
    return ask_long_job(console)


@pytest.mark.parametrize(
    ("end", "number", "code"),
    [
        pytest.param(os.killpg, signal.SIGINT, 0, id="Ctrl-C, which reaches every process of the terminal"),
        pytest.param(os.kill, signal.SIGINT, 0, id="an interrupt of the server alone"),
        pytest.param(os.kill, signal.SIGTERM, 0, id="asked to end"),
        pytest.param(os.killpg, signal.SIGHUP, 0, id="its terminal is closed"),
        pytest.param(os.kill, signal.SIGKILL, -signal.SIGKILL, id="killed"),
    ],
)
def test_nothing_is_left_and_a_job_that_runs_is_handed_back(
    console: Console, job: int, tmp_path: Path, *, end: Callable[[int, int], None], number: signal.Signals, code: int
) -> None:
    log = tmp_path / "log"
    with serving(console, log) as server:
        eventually(lambda: page(server.port), log)
        with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)) as browser:
            browser.request("GET", "/healthz/")
            browser.getresponse().read()  # and the connection stays open, as browsers leave it
            eventually(lambda: True if row(console, job)["state"] == "running" else None, log)
            assert len(server.family()) >= 3  # the server, who answers pages, the worker
            end(server.process.pid, number)
            everything_ends(server)
    assert server.process.returncode == code
    handed_back = row(console, job)
    assert (handed_back["state"], handed_back["lease_until"]) == ("waiting", None)


def test_nothing_is_left_where_it_is_stopped_in_the_moment_it_starts(console: Console, tmp_path: Path) -> None:
    log = tmp_path / "log"
    for moment in (0.0, 0.3, 0.9):  # before, while and after the pages are loaded
        with serving(console, log) as server:
            eventually(lambda seen=server: True if "Goodword is on" in seen.said else None, log)  # type: ignore[misc]
            time.sleep(moment)
            server.family()
            os.killpg(server.process.pid, signal.SIGINT)
            everything_ends(server)
            assert server.left() == set(), moment


def test_a_worker_that_is_killed_is_started_again(console: Console, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(console, log) as server:
        (worker,) = eventually(lambda: workers(server) or None, log)
        os.kill(worker, signal.SIGKILL)
        again = eventually(lambda: workers(server) - {worker} or None, log)
        assert len(again) == 1
        assert "The worker ended; it is started again." in server.said


def workers(server: Server) -> set[int]:
    """Those of the family that do jobs."""
    return {pid for pid in server.family() if b"\0work\0" in Path(f"/proc/{pid}/cmdline").read_bytes()}
