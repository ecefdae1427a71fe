"""A call under a key is done once: killed before the commit, killed after it, or sent by four at once."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tree import ROOT

pytestmark = [pytest.mark.xdist_group("api processes"), pytest.mark.faults]

PREPARE = """
import django, sys
from datetime import timedelta
django.setup()
from django.core.management import call_command
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actor import Actor
from tests.team import let_in
from tests.world import TODAY, the_cast
call_command("migrate", verbosity=0)
publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
sys.stdout.write(make_token(let_in(), "sheet", scope="write", lasts=timedelta(days=9), by=Actor.console())[1])
"""


@dataclass(frozen=True)
class House:
    """A workspace with a database on the disk, and a token for it."""

    folder: Path
    secret: str = ""

    @property
    def surroundings(self) -> dict[str, str]:
        own = {"DJANGO_SETTINGS_MODULE": "goodword.config.settings", "GOODWORD_WORKSPACE": str(self.folder)}
        return {**os.environ, **own, "PYTHONPATH": str(ROOT)}

    def start(self, person: str, key: str, death: str = "never") -> subprocess.Popen[str]:
        path = f"/api/v1/moments/{person}/answers"
        command = [sys.executable, "-m", "tests.doors.api.caller", self.secret, path, key, death]
        return subprocess.Popen(command, env=self.surroundings, stdout=subprocess.PIPE, text=True)

    def call(self, person: str, key: str) -> dict[str, Any]:
        return told(self.start(person, key))

    def count(self, sql: str, *values: str) -> int:
        with closing(sqlite3.connect(self.folder / "programme.sqlite3")) as database:
            return int(database.execute(sql, values).fetchone()[0])

    def answers(self, person: str) -> tuple[int, int]:
        """How many answers there are to somebody's moment, and how many entries about it in the trail."""
        return (
            self.count("SELECT count(*) FROM advocates_momentanswer WHERE person_id = ?", person),
            self.count("SELECT count(*) FROM team_auditentry WHERE noun = 'moment' AND object_id = ?", person),
        )

    def forget_the_wait(self) -> None:
        """Let a claim be as old as one that nobody hears of."""
        with closing(sqlite3.connect(self.folder / "programme.sqlite3")) as database:
            database.execute("UPDATE calls_idempotencykey SET claimed_at = '2026-01-01 00:00:00' WHERE status IS NULL")
            database.commit()


def died(process: subprocess.Popen[str]) -> bool:
    process.communicate(timeout=120)
    return process.returncode == -9


def told(process: subprocess.Popen[str]) -> dict[str, Any]:
    out, _ = process.communicate(timeout=120)
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder = tmp_path_factory.mktemp("house")
    (folder / "goodword.toml").touch()
    made = House(folder)
    command = [sys.executable, "-c", PREPARE]
    done = subprocess.run(command, env=made.surroundings, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return House(folder, done.stdout.strip())


def test_killed_before_the_commit_nothing_was_done_and_the_call_can_be_made_again(house: House) -> None:
    process = house.start("rhiannon", "k-1", "before the commit")
    assert died(process)
    assert house.answers("rhiannon") == (0, 0)
    house.forget_the_wait()
    again = house.call("rhiannon", "k-1")
    assert (again["status"], again["again"]) == (200, None)
    assert house.answers("rhiannon") == (1, 1)


def test_killed_after_the_commit_the_call_gets_its_answer_and_is_not_done_again(house: House) -> None:
    process = house.start("hemi", "k-2", "after the commit")
    assert died(process)
    assert house.answers("hemi") == (1, 1)
    again = house.call("hemi", "k-2")
    assert (again["status"], again["again"]) == (200, "true")
    assert json.loads(again["body"])["verb"] == "thank"
    assert house.answers("hemi") == (1, 1)


def test_of_four_that_come_at_once_one_is_done(house: House) -> None:
    answers = [told(process) for process in [house.start("selin", "k-3") for _ in range(4)]]
    assert house.answers("selin") == (1, 1)
    assert {answer["status"] for answer in answers} <= {200, 409}
    first = [answer for answer in answers if answer["status"] == 200 and answer["again"] is None]
    assert len(first) == 1
    assert all(answer["body"] == first[0]["body"] for answer in answers if answer["status"] == 200)
