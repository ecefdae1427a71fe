"""Only what nobody heard yet is heard; another listener takes over once it has heard everything; what is gone goes."""

import csv
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from goodword.evidence.intake import plan_load
from goodword.evidence.records.findings import TEXTS
from goodword.finding.listening import MODEL_VERSION, listen
from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.runs.intake.loading import load_plan, undo_import
from goodword.runs.jobs.models import Job
from goodword.runs.listening import hearing, remarks
from goodword.runs.listening.heard import Heard
from goodword.runs.listening.models import Model, model_in_use, shipped
from goodword.runs.pipeline import open_day
from goodword.runs.publication import run_day
from goodword.runs.rereading import ask_where_one_waits, read_again
from goodword.runs.workspace import Workspace, create_workspace

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 1)
SAID = (
    "We love the dashboards, item {}.",
    "We cut onboarding from six weeks to four days, item {}.",
    "It was great until the last update, item {}.",
    "Where do I find the invoice, item {}?",
)
COLUMNS = ("interaction_id", "channel", "direction", "person_key", "at", "text")


class Counting:
    """A listener that hears like the shipped one and remembers how many texts it was given."""

    def __init__(self, version: str = MODEL_VERSION) -> None:
        self.version, self.read = version, 0

    def __call__(self, texts: pa.Table, features: Sequence[str]) -> pa.Table:
        self.read += texts.num_rows
        found = listen(texts, features=features)
        place = found.schema.get_field_index("model_version")
        return found.set_column(place, "model_version", pa.array([self.version] * found.num_rows, pa.string()))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    return create_workspace(tmp_path / "workspace")


def write(path: Path, numbers: Sequence[int]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in numbers:
            text = SAID[number % len(SAID)].format(number)
            writer.writerow([f"t{number}", "email", "in", f"p{number % 7}", "2026-10-20T09:00:00Z", text])
    return path


def load(workspace: Workspace, folder: Path, numbers: Sequence[int]) -> str:
    path = write(folder / f"interactions-{numbers[0]}.csv", numbers)
    return load_plan(workspace, plan_load([path]), by=Actor.console()).import_id


def chosen(monkeypatch: pytest.MonkeyPatch, model: Counting) -> Counting:
    monkeypatch.setattr(remarks, "model_in_use", lambda _workspace: Model(model.version, model))
    return model


def heard_now(workspace: Workspace) -> pa.Table:
    with open_day(workspace, DAY) as work:
        return work.findings().remarks


def heard_at_once(workspace: Workspace) -> pa.Table:
    """What the shipped listener hears when it is given every text in one table."""
    with open_day(workspace, DAY) as work:
        work.know()
        found = listen(work.session.fetch(TEXTS.unbound()))
    return found.sort_by([(name, "ascending") for name in ("table", "id", "start", "remark_id")])


def test_a_workspace_that_chose_no_listener_has_the_shipped_one(workspace: Workspace) -> None:
    assert model_in_use(workspace) == shipped()
    assert shipped().version == MODEL_VERSION


def test_only_new_texts_are_read_and_everything_that_was_said_is_there(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = chosen(monkeypatch, Counting())
    load(workspace, tmp_path, range(60))
    first = heard_now(workspace)
    assert (model.read, first.num_rows) == (60, 45)
    load(workspace, tmp_path, range(60, 70))
    assert heard_now(workspace).equals(heard_at_once(workspace))
    assert model.read == 70
    heard_now(workspace)
    assert model.read == 70


def test_the_same_words_are_read_once_and_found_at_every_record(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = chosen(monkeypatch, Counting())
    path = tmp_path / "interactions.csv"
    rows = [f"t{number},email,in,p1,2026-10-20T09:00:00Z,We love the dashboards.\n" for number in range(5)]
    path.write_text(",".join(COLUMNS) + "\n" + "".join(rows))
    load_plan(workspace, plan_load([path]), by=Actor.console())
    found = heard_now(workspace)
    assert model.read == 1
    assert found["id"].to_pylist() == [f"t{number}" for number in range(5)]
    assert found.equals(heard_at_once(workspace))


def test_a_long_row_of_texts_is_read_by_two_processes_with_the_same_result(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "MANY", 1)
    monkeypatch.setattr(hearing, "_BATCH", 16)
    monkeypatch.setattr(hearing, "_KEPT_AT_ONCE", 32)
    load(workspace, tmp_path, range(300))
    assert heard_now(workspace).equals(heard_at_once(workspace))
    kept = list((workspace.path / "heard").glob("*/*.parquet"))
    assert len(kept) == 1  # many small files were put together


def test_while_another_listener_reads_the_old_remarks_stand_and_new_texts_are_heard(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen(monkeypatch, Counting("old"))
    load(workspace, tmp_path, range(40))
    run_day(workspace, DAY, by=Actor.console())
    monkeypatch.setattr(remarks, "MANY", 0)
    newer = chosen(monkeypatch, Counting("newer"))
    load(workspace, tmp_path, range(40, 44))
    run_day(workspace, DAY, by=Actor.console())
    versions = heard_now(workspace)["model_version"].to_pylist()
    assert (versions.count("old"), versions.count("newer"), newer.read) == (30, 3, 4)
    assert ask_where_one_waits(workspace, by=Actor.console()) == Job.objects.get(kind="reread")
    told: list[tuple[int, int]] = []
    read_again(workspace, progress=lambda stage, done, total: told.append((done, total)) if stage == "listen" else None)
    assert newer.read == 44
    assert told == [(0, 40)]
    assert set(heard_now(workspace)["model_version"].to_pylist()) == {"newer"}
    assert ask_where_one_waits(workspace, by=Actor.console()) is None
    assert newer.read == 44


def test_what_was_published_before_stays_to_be_seen_and_what_is_older_goes(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(workspace, tmp_path, range(8))
    for version in ("one", "two", "three"):
        chosen(monkeypatch, Counting(version))
        heard_now(workspace)
    heard = Heard(workspace.path)
    names = [one.name for one in heard.readings()]
    assert [name.split("+")[0] for name in names] == ["three", "two"]
    assert heard.in_use().now == names[0]
    assert set(heard.rows(names[1])["model_version"].to_pylist()) == {"two"}


def test_texts_that_no_record_holds_any_more_go(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, range(12))
    landed = load(workspace, tmp_path, range(12, 20))
    heard_now(workspace)
    assert Heard(workspace.path).readings()[0].texts == 20
    undo_import(workspace, landed, by=Actor.console())
    assert heard_now(workspace).equals(heard_at_once(workspace))
    assert Heard(workspace.path).readings()[0].texts == 12


def test_whoever_read_before_something_was_taken_out_cannot_keep_what_they_heard(
    workspace: Workspace, tmp_path: Path
) -> None:
    load(workspace, tmp_path, range(12))
    heard_now(workspace)
    heard = Heard(workspace.path)
    name, epoch = heard.in_use().now, heard.epoch()
    rows = heard.rows(name)
    assert heard.keep_words(rows.slice(0, 1).select(["words"])) == 11
    with pytest.raises(GoodwordError) as raised:
        heard.add(name, rows, epoch=epoch)
    assert raised.value.code == "listening-overtaken"
    assert heard.rows(name).num_rows == 1


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
os.environ["GOODWORD_WORKSPACE"], os.environ["DJANGO_SETTINGS_MODULE"] = sys.argv[1], "goodword.config.settings"
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from goodword.finding.listening import MODEL_VERSION, listen
from goodword.runs.listening import hearing, remarks
from goodword.runs.listening.models import Model
from goodword.runs.pipeline import find_day
from goodword.runs.workspace import open_workspace
hearing._BATCH = hearing._KEPT_AT_ONCE = 10
read = 0
def hear(texts, features):
    global read
    if read == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    read += texts.num_rows
    return listen(texts, features=features)
remarks.model_in_use = lambda workspace: Model(MODEL_VERSION, hear)
find_day(open_workspace(Path(sys.argv[1])), date(2026, 11, 1))
print(read)
"""


def killed_after(workspace: Workspace, texts: int) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", KILLED, str(workspace.path), str(texts)]
    own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=own)


@pytest.mark.faults
def test_who_is_killed_while_reading_loses_only_what_was_not_kept_yet(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, range(60))
    for killed_at in (0, 20, 20):  # of what is left
        assert killed_after(workspace, killed_at).returncode == -signal.SIGKILL
    done = killed_after(workspace, -1)
    assert (done.returncode, done.stdout) == (0, "20\n"), done.stderr
    assert heard_now(workspace).equals(heard_at_once(workspace))
    assert replace(Heard(workspace.path).readings()[0], size=0, name="").texts == 60
