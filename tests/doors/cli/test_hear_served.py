"""A text on the console beside a server: whoever serves keeps it, and where nobody serves the console does."""

import json
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from goodword.doors.cli.hearing.line import NAME, Facts, Request, answer_all, ask, close_line, open_line
from goodword.kit.errors import GoodwordError
from tests.doors.cli.conftest import Console
from tests.doors.cli.test_hear import WIN, moments_of, somebody
from tests.doors.cli.test_serve import eventually, free_port, page, serving

pytestmark = pytest.mark.xdist_group("command line")

SAID = Request(text=WIN, person="Ada", channel="", account="", at="")
FACTS: Facts = {"kept": True, "new": True, "record_id": "r-1", "person_id": "p-1", "person": "Ada", "remarks": []}


@pytest.fixture
def console(run_console: Callable[[], Console]) -> Console:
    console = run_console()
    console.out("run")
    return console


@contextmanager
def answering(folder: Path, keep: Callable[[Request], Facts]) -> Iterator[None]:
    line = open_line(folder)
    assert line is not None
    threading.Thread(target=answer_all, args=(line, keep), daemon=True).start()
    try:
        yield
    finally:
        close_line(folder, line)


def test_whoever_serves_keeps_the_text_and_after_their_end_the_console_does(console: Console, tmp_path: Path) -> None:
    person, port, log = somebody(console), free_port(), tmp_path / "log"
    key = person["person_keys"][0]
    with serving(console, port, log):
        eventually(lambda: page(port), log)
        served = ask(console.workspace, Request(WIN, key, "", "", ""))
        again = console.json("hear", WIN, "--person", key)
    assert served is not None
    (moment,) = moments_of(console, person["person_id"])
    assert served["moment"]["signal_id"] == moment[0]
    assert (served["new"], again["new"], again["record_id"]) == (True, False, served["record_id"])
    assert not (console.workspace / NAME).exists()
    assert ask(console.workspace, Request(WIN, key, "", "", "")) is None
    assert console.json("hear", WIN, "--person", key)["new"] is False


def test_a_server_that_was_killed_leaves_nothing_that_stands_in_the_way(console: Console, tmp_path: Path) -> None:
    key, port, log = somebody(console)["person_keys"][0], free_port(), tmp_path / "log"
    with serving(console, port, log) as process:
        eventually(lambda: page(port), log)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert (console.workspace / NAME).exists()
    eventually(lambda: True if ask(console.workspace, Request(WIN, key, "", "", "")) is None else None, log)
    assert console.json("hear", WIN, "--person", key)["record_id"]
    with answering(console.workspace, lambda _: FACTS):
        assert ask(console.workspace, SAID) == FACTS


def test_the_console_shows_what_the_server_says(new_console: Callable[[], Console]) -> None:
    console, heard = new_console(), []

    def keep(request: Request) -> Facts:
        heard.append(request)
        return {**FACTS, "moment": {"signal_id": "s", "resting": True}, "why_not": None}

    with answering(console.workspace, keep):
        shown = console.out("hear", WIN, "--person", "Ada", "--channel", "call", "--at", "2026-11-20")
    assert heard == [Request(WIN, "Ada", "call", "", "2026-11-20")]
    assert "It leads the moment of Ada on Today. They rest" in shown


def test_what_is_refused_there_is_said_here(new_console: Callable[[], Console]) -> None:
    def keep(_: Request) -> Facts:
        raise GoodwordError("unknown-person", "Nobody is known by “Ada”.", "Run first: goodword run")

    console = new_console()
    with answering(console.workspace, keep):
        done = console.run("hear", WIN, "--person", "Ada")
        assert done.returncode == 2
        assert "Nobody is known by “Ada”." in done.stderr


def test_a_mistake_of_ours_ends_one_answer_and_not_the_line(tmp_path: Path) -> None:
    answers: Iterator[Facts | None] = iter([None, FACTS])

    def keep(_: Request) -> Facts:
        facts = next(answers)
        if facts is None:
            raise RuntimeError("a mistake")
        return facts

    with answering(tmp_path, keep):
        assert ask(tmp_path, SAID) is None
        assert ask(tmp_path, SAID) == FACTS


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b"{}", b'{"version": "0"}', b"\xff" * 2_000_000])
def test_nonsense_on_the_line_is_answered_and_the_next_is_heard(tmp_path: Path, said: bytes) -> None:
    with answering(tmp_path, lambda _: FACTS):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.connect(str(tmp_path / NAME))
            try:
                line.sendall(said)
                line.shutdown(socket.SHUT_WR)
                answer = json.loads(line.recv(10_000))
            except (BrokenPipeError, ConnectionResetError):
                answer = {}  # hung up on who never stops
        assert answer.get("facts") is None
        assert ask(tmp_path, SAID) == FACTS


def test_only_whoever_serves_can_open_the_line(tmp_path: Path) -> None:
    with answering(tmp_path, lambda _: FACTS):
        assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600
        assert open_line(tmp_path) is None, "a second server takes nothing away"
        assert ask(tmp_path, SAID) == FACTS


def test_a_folder_whose_path_is_too_long_for_a_socket_has_a_line_too(tmp_path: Path) -> None:
    folder = tmp_path / ("long" * 40)
    folder.mkdir()
    with answering(folder, lambda _: FACTS):
        assert ask(folder, SAID) == FACTS
        done = subprocess.run(["ls", str(folder)], capture_output=True, text=True, check=True)
    assert NAME in done.stdout
