"""Learning from labels and reading everything again: killed at any step, the next worker ends as if nobody was."""

import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pytest

from goodword.runs.listening.heard import Heard, InUse
from tests.doors.cli.conftest import Console
from tests.doors.cli.test_run_survives_kill import published
from tests.doors.cli.workers import let_lease_run_out, row, surroundings, trail, wait_for, worker
from tests.purring import ACCOUNTS, PEOPLE, interactions, said

pytestmark = [pytest.mark.xdist_group("command line"), pytest.mark.faults]

ROWS = said(15)
ASK = """
import json, sys
import django
django.setup()
from goodword.programme.labels.actions.label_remark import label_remark
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
from goodword.programme.tuning.actions.change_setting import change_setting
from goodword.runs import retraining
from goodword.runs.jobs import running
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.listening.one_record import hear_record, sentence_of
from goodword.runs.records import read_record
from goodword.runs.workspace import open_workspace
from pathlib import Path
workspace, kind, by = open_workspace(Path(sys.argv[1])), sys.argv[2], Actor.console()
for n, (words, meant) in enumerate(json.loads(sys.argv[3])):
    heard = hear_record(workspace, "interactions", read_record(workspace, "interactions", f"I{n}"))
    sentence = sentence_of(heard, heard.at(0, len(words)), Person.objects.get().pk)
    label_remark(sentence, meant, by=by, way="random")
if kind == "reread":
    change_setting("listening.wrong_at_most", 50, check=lambda value: value, otherwise=10, by=by)
print(ask_job(kind, by=by, key=kind).pk)
"""
# A worker that dies before or after a step, the n-th time it comes to it; it keeps what it heard every five texts.
DYING = """
import importlib, os, signal, sys
import django
django.setup()
from goodword.runs.listening import hearing
hearing._BATCH = hearing._KEPT_AT_ONCE = 5
where, name, when, left = sys.argv[2], sys.argv[3], sys.argv[4], [int(sys.argv[5])]
module, _, inside = where.partition(":")
owner = importlib.import_module(module)
owner = getattr(owner, inside) if inside else owner
real = getattr(owner, name)
def die():
    left[0] -= 1
    if left[0] < 1:
        os.kill(os.getpid(), signal.SIGKILL)
def dying(*some, **more):
    if when == "before":
        die()
    found = real(*some, **more)
    if when == "after":
        die()
    return found
setattr(owner, name, dying)
sys.argv = ["goodword", "-w", sys.argv[1], "work", "--no-nightly"]
from goodword.config.main import main
main()
"""
LEARNING = "goodword.runs.labels.learning"
HEARD = "goodword.runs.listening.heard:Heard"


@pytest.fixture
def new_company(new_console: Callable[[], Console], tmp_path: Path) -> Callable[[], Console]:
    """Makes workspaces in which the same things were said, each heard and published."""
    exports = tmp_path / "exports"
    exports.mkdir()
    loved = [(f"We love the ledger in bay {n}.", "praise") for n in range(15)]
    for name, text in {"accounts": ACCOUNTS, "people": PEOPLE, "interactions": interactions([*ROWS, *loved])}.items():
        (exports / f"{name}.csv").write_text(text, encoding="utf-8")

    def make() -> Console:
        console = new_console()
        console.out("load", str(exports), "--yes")
        console.out("run")
        return console

    return make


def python(console: Console, code: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code, str(console.workspace), *arguments],
        env={**surroundings(console), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"},
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


def ask(console: Console, kind: str) -> int:
    done = python(console, ASK, kind, json.dumps(ROWS if kind == "retrain" else []))
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def kill_at(console: Console, job: int, *point: str) -> None:
    """Let a worker die there; nobody does anything about it but wait until its lease is over."""
    done = python(console, DYING, *point)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert row(console, job)["state"] == "running"
    let_lease_run_out(console, job)


def finish(console: Console, job: int, log: Path) -> None:
    with worker(console, log):
        wait_for(console, job, log, lambda found: found["state"] == "done")


def learnt(console: Console) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(console.workspace / "programme.sqlite3")) as database:
        return database.execute("SELECT version, digest, labels, beside, figures FROM labels_trainedmodel").fetchall()


def models(console: Console) -> set[str]:
    return {path.name for path in (console.workspace / "models").iterdir()}


def test_learning_that_is_killed_at_every_step_leaves_one_listener_the_same(
    new_company: Callable[[], Console], tmp_path: Path
) -> None:
    undisturbed, killed = new_company(), new_company()
    finish(undisturbed, ask(undisturbed, "retrain"), tmp_path / "log")
    job = ask(killed, "retrain")
    kill_at(killed, job, LEARNING, "held_out_figures", "after", "1")
    kill_at(killed, job, "goodword.kit.durable", "write_whole", "before", "1")  # in the middle of its file
    kill_at(killed, job, LEARNING, "write_model", "after", "1")
    kill_at(killed, job, LEARNING, "keep_model", "after", "1")
    finish(killed, job, tmp_path / "log")
    (row_of_it,) = learnt(killed)
    assert [row_of_it] == learnt(undisturbed)
    assert models(killed) == models(undisturbed) == {f"{row_of_it[1]}.json"}
    assert [entry for entry in trail(killed) if entry[1] == "listener"] == [("train", "listener", row_of_it[0])]
    assert killed.json("listening", "status")["listener"] == undisturbed.json("listening", "status")["listener"]


def remarks(console: Console, reading: str) -> list[dict[str, object]]:
    rows = Heard(console.workspace).rows(reading)
    return pa.Table.from_batches(rows.to_batches()).sort_by([("told", "ascending"), ("start", "ascending")]).to_pylist()


def in_use(console: Console) -> InUse:
    return Heard(console.workspace).in_use()


def test_reading_again_that_is_killed_at_every_step_ends_with_the_same_remarks_published(
    new_company: Callable[[], Console], tmp_path: Path
) -> None:
    undisturbed, killed = new_company(), new_company()
    finish(undisturbed, ask(undisturbed, "reread"), tmp_path / "log")
    before = in_use(killed)
    job = ask(killed, "reread")
    kill_at(killed, job, HEARD, "add", "before", "2")
    kill_at(killed, job, HEARD, "add", "after", "2")
    assert in_use(killed) == before
    kill_at(killed, job, HEARD, "use", "before", "1")
    assert in_use(killed) == before
    kill_at(killed, job, HEARD, "use", "after", "1")
    kill_at(killed, job, "goodword.runs.rereading", "ask_job", "after", "1")
    for console in (undisturbed, killed):
        with worker(console, tmp_path / "log"):
            wait_for(console, job, tmp_path / "log", lambda found: found["state"] == "done")
            (run,) = [one["id"] for one in console.json("jobs", "list") if one["kind"] == "run"]
            wait_for(console, run, tmp_path / "log", lambda found: found["state"] == "done")
    assert in_use(killed) == in_use(undisturbed) != before
    now = in_use(killed).now
    assert remarks(killed, now) == remarks(undisturbed, now)
    assert len(remarks(killed, now)) == 15
    assert published(killed.workspace)["remark"] == published(undisturbed.workspace)["remark"]
    assert not list((killed.workspace / "heard").rglob(".*.tmp"))
