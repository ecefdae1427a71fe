"""A text whose process is killed anywhere on its way, from arrival to publication, is there once, or not yet."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from goodword.evidence.lake.local import LocalLake
from tests.doors.cli.conftest import Console

pytestmark = [pytest.mark.xdist_group("command line"), pytest.mark.faults]

WIN = "We cut onboarding from six weeks to four days"


def killed(console: Console, where: str, *arguments: str) -> None:
    own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "-m", "tests.doors.cli.dying", *where.split(":"), "-w", str(console.workspace)]
    done = subprocess.run([*command, *arguments], env=own, stdout=subprocess.DEVNULL, check=False)
    assert done.returncode == -signal.SIGKILL


def count(workspace: Path, question: str, *values: object) -> int:
    with closing(sqlite3.connect(workspace / "programme.sqlite3")) as database:
        return int(database.execute(f"SELECT count(*) FROM {question}", values).fetchone()[0])


def published(console: Console, person: str) -> tuple[int, int]:
    """How many remarks of these words readers see, and how many moments they lead."""
    now = "generation_id = (SELECT generation_id FROM advocates_publication) AND person_id = ?"
    remarks = count(console.workspace, f"advocates_remark WHERE {now} AND piece LIKE ?", person, f"%{WIN}%")
    return remarks, count(console.workspace, f"advocates_moment WHERE {now} AND words LIKE ?", person, f"%{WIN}%")


def kept(console: Console) -> tuple[int, int]:
    """How many texts are on their way, and how often these words rest in the lake."""
    lake = LocalLake(console.workspace / "lake").stored("interactions")
    rests = sum(row["text"] == WIN for rows in lake for row in rows.to_pylist())
    return count(console.workspace, "advocates_arrivedtext"), rests


@pytest.fixture
def console(run_console: Callable[[], Console]) -> Console:
    console = run_console()
    console.out("run")
    return console


@pytest.fixture
def person(console: Console) -> str:
    rows: list[dict[str, Any]] = console.json("find", "--limit", "0")
    return str(next(row["person_id"] for row in rows if not row["held"] and row["person_keys"]))


@pytest.mark.parametrize("where", ["goodword.runs.at_once:keep_text", "goodword.runs.at_once:raise_moment"])
def test_before_its_end_nothing_is_kept_and_the_same_text_comes_in_once(
    console: Console, person: str, where: str
) -> None:
    killed(console, where, "hear", WIN, "--person", person)
    assert (kept(console), published(console, person)) == ((0, 0), (0, 0))
    assert console.json("hear", WIN, "--person", person)["new"] is True
    assert (kept(console), published(console, person)) == ((1, 0), (1, 1))
    console.out("run")
    assert (kept(console), published(console, person)) == ((0, 1), (1, 1))


@pytest.mark.parametrize(
    "where",
    [
        "goodword.runs.landing_texts:load_plan",
        "goodword.runs.late_texts:land_texts",
        "goodword.programme.advocates.actions.publish_findings:_write",
        "goodword.programme.advocates.actions.publish_findings:_flip",
        "goodword.runs.publication:post_told_values",
    ],
)
def test_killed_on_its_way_into_the_lake_or_to_readers_it_is_there_once(
    console: Console, person: str, where: str
) -> None:
    console.out("hear", WIN, "--person", person)
    killed(console, where, "run")
    assert published(console, person) == (1, 1)
    assert kept(console)[1] == 1
    assert console.json("hear", WIN, "--person", person)["new"] is False
    imports = len(console.json("imports"))
    console.out("run")
    assert (kept(console), published(console, person)) == ((0, 1), (1, 1))
    assert len(console.json("imports")) == imports
