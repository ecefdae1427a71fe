"""Senders that are killed: the inside of `passes.py`, in a process that has loaded everything.

It fills an outbox, and forks senders that it kills with SIGKILL. What dies is a process of its own, with its own
connection to the database and its own line to the server; loading it anew for each would take longer than all else.
What a sender did is judged by others: by what the server wrote down, and by what the outbox says of each letter.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.core.management import call_command
from django.db import transaction

from goodword.doors.mail.sending import send_due
from goodword.kit import clock
from goodword.programme.outbox.models import Letter, Waiting
from goodword.programme.outbox.querysets import HELD_AFTER
from goodword.programme.outbox.standing import standing_of
from tests.doors.mail.passes import VARIANTS, Variant
from tests.letters import queued
from tests.own_process import fork, kill

A_KILL = 5
"""Letters for each kill: enough that most deaths fall among them."""

_A_LIFE, _A_WHILE, _A_LOOK = 0.08, 0.01, 0.001
"""Seconds that a sender lives at most (of every second one: after it began to send), and is stopped at most."""

_A_COPY = 100
"""One copy is restored for so many kills, in the pass that does so, from the middle on: it takes seconds."""


def main() -> None:
    """Make the passes; print what became of each as one line."""
    kills, names = int(sys.argv[1]), sys.argv[2:]
    call_command("migrate", verbosity=0)
    for name in names:
        told = _make_a_pass(VARIANTS[name], kills, random.Random(name))  # noqa: S311  # the same points every time
        sys.stdout.write(json.dumps({"variant": name} | told) + "\n")
        sys.stdout.flush()


def _make_a_pass(variant: Variant, kills: int, chance: random.Random) -> dict[str, object]:
    letters = _filled(kills * A_KILL, variant.people)
    killed = from_copies = copies = 0
    while killed < kills and _is_left():
        children = [fork(_sender(chance.choice(variant.hours))) for _ in range(variant.senders)]
        killed += sum([_end(child, chance, pauses=variant.pauses) for child in children])
        if variant.copies and killed >= kills // 2 + copies * _A_COPY:
            copies += 1
            from_copies += _try_a_copy()
    while _is_left():
        os.waitpid(fork(_sender(max(variant.hours))), 0)
    return {"killed": killed, "from_copies": from_copies, "stood": _stood(letters)}


def _filled(count: int, people: tuple[str, ...]) -> list[int]:
    """Queue so many letters, old enough that they are due for whoever's clock is two hours behind."""
    then, first = clock.now() - timedelta(hours=3), Letter.objects.count()
    with transaction.atomic():
        numbers = range(first, first + count)
        return [queued(f"{people[number % len(people)]}@n{number}.example", now=then).pk for number in numbers]


def _sender(hours: int) -> Callable[[], None]:
    """A sender whose clock is so far off."""

    def send() -> None:
        right = clock.now
        clock.now = lambda: right() + timedelta(hours=hours)
        while send_due(A_KILL):
            pass

    return send


def _end(child: int, chance: random.Random, *, pauses: bool) -> bool:
    """Let it live for a moment, and kill it; say whether it was at work until then."""
    if chance.random() < 1 / 2:
        _let_send(child)
    time.sleep(chance.uniform(0, _A_LIFE))
    if pauses:
        os.kill(child, signal.SIGSTOP)
        time.sleep(chance.uniform(0, _A_WHILE))
        os.kill(child, signal.SIGCONT)
        time.sleep(chance.uniform(0, _A_WHILE))
    return kill(child)


def _let_send(child: int) -> None:
    """Wait until the server has taken something, or nobody is left to send: how long that takes a load decides."""
    had = _taken()
    while _taken() == had and os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        time.sleep(_A_LOOK)


def _taken() -> int:
    """How many bytes the server wrote down."""
    kept = Path(os.environ["GOODWORD_WORKSPACE"]) / "kept.jsonl"
    return kept.stat().st_size if kept.exists() else 0


def _is_left() -> bool:
    """Whether any letter waits. What was put off has its time come at once, and nobody waits for a minute."""
    Waiting.objects.update(due_at=clock.now() - timedelta(hours=3))
    return Waiting.objects.exists()


def _stood(letters: list[int]) -> dict[str, str]:
    """Where each letter stands by its Message-ID, when everybody has given up on who died."""
    later = clock.now() + timedelta(hours=2) + HELD_AFTER  # clocks that were ahead wrote down claims of two hours on
    found = Letter.objects.filter(pk__range=(letters[0], letters[-1])).select_related("waiting", "drop")
    whole = found.prefetch_related("attempts__outcome", "attempts__ruling")
    return {letter.message_id: standing_of(letter, now=later)[0] for letter in whole}


def _try_a_copy() -> int:
    """Restore a copy of the workspace as it is now, let it try to send, release it, try again.

    Return how many bytes the server took from it.
    """
    workspace, before = Path(os.environ["GOODWORD_WORKSPACE"]), _taken()
    with tempfile.TemporaryDirectory() as shelf:
        copy = Path(shelf) / "copy"
        _goodword(workspace, "backup", "--to", shelf)
        [archive] = [path for path in Path(shelf).iterdir() if path.suffix in {".zip", ".tar", ".gz", ".zst"}]
        _goodword(workspace, "restore", str(archive), "--to", str(copy))
        refused = _goodword(copy, "outbox", "send", status=2)
        assert "goodword release" in refused, refused
        _goodword(copy, "release", "--yes")
        _goodword(copy, "outbox", "send")
    return _taken() - before


def _goodword(workspace: Path, *arguments: str, status: int = 0) -> str:
    """Run a command on a workspace; return what it said."""
    command = [sys.executable, "-m", "goodword.config.main", "--workspace", str(workspace), *arguments]
    surroundings = {name: value for name, value in os.environ.items() if name != "GOODWORD_WORKSPACE"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr
