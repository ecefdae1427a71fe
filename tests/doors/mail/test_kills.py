"""The sender is killed at random points, many times: nobody ever receives two copies."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.mailserver import MailServer, running

pytestmark = [pytest.mark.faults, pytest.mark.xdist_group("command line")]

KILLS = 12
A_KILL = 15
"""Letters for each kill: enough that it falls among them."""

# A worker of its own: it says when it begins, sends what is due, and says nothing more.
SENDER = """
import sys
import django
django.setup()
from goodword.doors.mail.sending import send_due
sys.stdout.write("begins\\n")
sys.stdout.flush()
while send_due(5):
    pass
"""

FILL = """
import sys
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from goodword.programme.outbox.actions.queue_letter import Draft, queue_letter
from goodword.programme.team.actor import Actor
for number in range(int(sys.argv[1])):
    slow = number % 7 * 3
    queue_letter(
        Draft(purpose="notification", dedupe_key=f"letter {number}", to=f"slow-{slow}@n{number}.example",
              sender="goodword@northwind.example", subject="Thank you", text="Thank you."),
        by=Actor.system(),
    )
"""

COUNT = """
import json
import sys
from datetime import timedelta
import django
django.setup()
from goodword.kit import clock
from goodword.programme.outbox.models import Attempt, Letter
from goodword.programme.outbox.querysets import HELD_AFTER
from goodword.programme.outbox.standing import counts
later = clock.now() + HELD_AFTER + timedelta(seconds=1)
held = sorted(attempt.letter.to for attempt in Attempt.objects.held(later).select_related("letter"))
sys.stdout.write(json.dumps({"held": held, "counts": counts(later)}))
"""


def surroundings(workspace: Path, server: MailServer) -> dict[str, str]:
    return os.environ | {
        "GOODWORD_WORKSPACE": str(workspace),
        "DJANGO_SETTINGS_MODULE": "goodword.config.settings",
        "GOODWORD_SMTP_URL": server.url,
    }


def python(text: str, *arguments: str, env: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", text, *arguments], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def start(env: dict[str, str]) -> subprocess.Popen[str]:
    sender = subprocess.Popen([sys.executable, "-c", SENDER], env=env, stdout=subprocess.PIPE, text=True)
    assert sender.stdout is not None
    sender.stdout.readline()
    return sender


def kill_after(sender: subprocess.Popen[str], seconds: float) -> bool:
    """Kill it unless it ended before; say whether it was killed."""
    time.sleep(seconds)
    running_still = sender.poll() is None
    sender.send_signal(signal.SIGKILL)
    with closing(sender.stdout or sys.stdin):
        sender.wait()
    return running_still


@pytest.mark.parametrize("senders", [1, 2])
def test_nobody_gets_two_copies_however_often_the_sender_dies(tmp_path: Path, senders: int) -> None:
    chance = random.Random(7 + senders)  # noqa: S311  # the same points every time
    (tmp_path / "goodword.toml").write_text("", encoding="utf-8")
    (tmp_path / "lake").mkdir()
    with running(tmp_path) as server:
        env = surroundings(tmp_path, server)
        python(FILL, str(KILLS * A_KILL), env=env)
        killed = 0
        for _ in range(KILLS // senders):
            together = [start(env) for _ in range(senders)]
            killed += sum(kill_after(sender, chance.uniform(0, 0.3)) for sender in together)
        last = start(env)
        last.communicate()
        copies = Counter(server.recipients)
        told = json.loads(python(COUNT, env=env))
    assert killed > KILLS // 2
    assert max(copies.values()) == 1
    # Each letter arrived or is held for a person; none is lost, and none that surely did not leave is held.
    assert set(copies) | set(told["held"]) == {
        f"slow-{number % 7 * 3}@n{number}.example" for number in range(KILLS * A_KILL)
    }
    assert len(told["held"]) <= killed
    assert told["counts"]["waiting"] == 0
