"""`goodword backup` and `goodword restore`: one archive while others work, and a copy that keeps quiet."""

import json
import sqlite3
import tarfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pyarrow as pa
import pytest

from goodword.runs.operate.databases.sqlite import sums
from tests.doors.cli.ageing import PEOPLE, database_of, make_newer, make_older, script, start, state_of
from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("operate")

ASKS = "ask_id,person_key,kind,asked_on,answer,answered_on\n"
DISTURBED = """
import subprocess, sys
from goodword.runs.operate.backup import back_up
from goodword.runs.workspace import open_workspace
left = [{command!r}]
def progress(stage, done, total):
    if stage == {stage!r} and left:
        subprocess.run([sys.executable, "-m", "goodword.config.main", "-w", str(workspace), *left.pop()], check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(back_up(open_workspace(workspace), progress=progress).path)
"""


@pytest.fixture(scope="module")
def filled(new_console: Callable[[], Console], tmp_path_factory: pytest.TempPathFactory) -> Console:
    """A workspace with people, two asks, a colleague and a key; tests leave it as it is."""
    console, folder = new_console(), tmp_path_factory.mktemp("exports")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "asks.csv").write_text(f"{ASKS}k1,p1,talk,2026-10-05,accepted,2026-10-06\nk2,p2,quote,2026-10-05,,\n")
    console.out("load", str(folder), "--yes")
    console.out("user", "add", "leila@northwind.example", "--generate")
    (console.workspace / "secret.key").write_text("a key that signs\n", encoding="utf-8")
    (console.workspace / "secret.key.old").write_text("a key of before\n", encoding="utf-8")
    (console.workspace / "maps").mkdir()
    (console.workspace / "maps" / "crm.toml").write_text("# a map\n", encoding="utf-8")
    with closing(sqlite3.connect(database_of(console.workspace))) as database:
        database.execute("INSERT INTO django_session VALUES ('leila', 'signed in', '2030-01-01')")
        database.commit()
    return console


@pytest.fixture
def mine(filled: Console, tmp_path: Path) -> Console:
    """The same, for one test to change."""
    copytree(filled.workspace, tmp_path / "workspace", ignore=lambda _folder, _names: {"backups", "last-backup.json"})
    return Console(tmp_path / "workspace")


@pytest.fixture(scope="module")
def archive(filled: Console, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of it."""
    shelf = tmp_path_factory.mktemp("shelf")
    return Path(filled.json("backup", "--to", str(shelf))["archive"])


@pytest.fixture(scope="module")
def copy(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Console:
    """What was restored from that; tests leave it as it is."""
    target = tmp_path_factory.mktemp("restored") / "copy"
    Console(target).out("restore", str(archive), "--to", str(target))
    return Console(target)


def names_in(archive: Path) -> set[str]:
    with pa.input_stream(str(archive), compression="zstd") as stream, tarfile.open(fileobj=stream, mode="r|") as tar:
        return {entry.name for entry in tar}


def findings(console: Console, *arguments: str) -> dict[str, str]:
    done = console.run("doctor", "--format", "json", *arguments)
    assert done.returncode in {0, 1}, done.stderr
    return {one["name"]: one["state"] for one in json.loads(done.stdout)["findings"]}


def asks(console: Console) -> set[str]:
    with closing(sqlite3.connect(database_of(console.workspace))) as database:
        rows = database.execute(
            "SELECT record_id FROM asks_ask WHERE id NOT IN (SELECT ask_id FROM asks_askwithdrawal)"
        )
        return {ident for (ident,) in rows}


def test_an_archive_holds_everything_that_cannot_be_made_again(archive: Path, filled: Console) -> None:
    names = names_in(archive)
    lake = {name for name in names if name.startswith("lake/")}
    assert names - lake == {
        "goodword-backup.json", "goodword.toml", "maps/crm.toml", "programme.sqlite3", "secret.key", "secret.key.old",
        "suppression.key",
    }  # fmt: skip
    there = {f"lake/{path.relative_to(filled.workspace / 'lake')}" for path in filled.workspace.rglob("*.parquet")}
    assert lake == there | {"lake/manifest.json"}


def test_only_its_owner_can_read_an_archive(archive: Path) -> None:
    assert archive.stat().st_mode & 0o077 == 0


def test_the_key_stays_out_where_it_is_asked_to(mine: Console) -> None:
    (mine.workspace / "secret.key.old").write_text("a key of before\n", encoding="utf-8")
    said = mine.out("backup", "--without-secret")
    (made,) = (mine.workspace / "backups").glob("*.tar.zst")
    assert {"secret.key", "secret.key.old"}.isdisjoint(names_in(made))
    assert "keep secret.key apart" in said


def test_the_copy_is_the_original_but_for_sessions_and_the_trail(copy: Console, filled: Console) -> None:
    there, here = state_of(filled.workspace), state_of(copy.workspace)
    assert there.pop("django_session").rows == 1
    assert here.pop("django_session").rows == 0
    assert here == there
    assert asks(copy) == {"k1", "k2"}
    for name in ("goodword.toml", "secret.key", "secret.key.old", "maps/crm.toml", "lake/manifest.json"):
        assert (copy.workspace / name).read_bytes() == (filled.workspace / name).read_bytes()
    assert json.loads(copy.out("imports", "--format", "json")) == json.loads(filled.out("imports", "--format", "json"))


def test_the_copy_says_beside_every_list_and_in_doctor_that_it_sends_nothing(copy: Console) -> None:
    assert "it sends nothing" in copy.run("imports").stderr
    assert "it sends nothing" in copy.run("find").stderr
    assert findings(copy)["sending"] == "to know"


def test_the_copy_is_nobody_elses_on_the_machine(copy: Console) -> None:
    assert copy.workspace.stat().st_mode & 0o077 == 0
    assert findings(copy)["permissions"] == "ok"


def test_a_copy_is_released_by_somebody_who_says_so_and_the_trail_tells(copy: Console, tmp_path: Path) -> None:
    copytree(copy.workspace, tmp_path / "copy")
    mine = Console(tmp_path / "copy")
    unconfirmed = mine.run("release", "--workspace", str(mine.workspace))
    assert unconfirmed.returncode == 2
    assert "--yes" in unconfirmed.stderr
    assert (mine.workspace / "restored.json").exists()
    mine.out("release", "--workspace", str(mine.workspace), "--yes")
    assert "sends nothing" not in mine.run("imports").stderr
    assert findings(mine)["sending"] == "ok"
    with closing(sqlite3.connect(database_of(mine.workspace))) as database:
        told = database.execute("SELECT verb FROM team_auditentry WHERE noun = 'workspace' ORDER BY number").fetchall()
    assert told == [("restore",), ("release",)]
    again = mine.run("release", "--yes")
    assert again.returncode == 2
    assert "no restored copy" in again.stderr


LINKED = """
from datetime import timedelta
from goodword.kit import clock
from goodword.programme.links.actions.make_link import make_link
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
Person.objects.get_or_create(person_id="hemi")
for purpose in ("own_page", "unsubscribe", "answer"):
    make_link("hemi", purpose, "ledger:1", expires_at=clock.now() + timedelta(days=9), by=Actor.console())
"""


def test_a_copy_answers_the_letters_of_the_original_but_opens_no_page_of_anybodys_own(
    mine: Console, tmp_path: Path
) -> None:
    assert script(mine.workspace, LINKED).returncode == 0
    made = mine.json("backup", "--to", str(tmp_path / "shelf"))["archive"]
    copy = Console(tmp_path / "copy")
    copy.out("restore", made, "--to", str(copy.workspace))
    with closing(sqlite3.connect(database_of(copy.workspace))) as database:
        told = database.execute(
            "SELECT purpose, why FROM links_link l LEFT JOIN links_linkend e ON e.link_id = l.id ORDER BY l.id"
        ).fetchall()
    assert told == [("own_page", "restored"), ("unsubscribe", None), ("answer", None)]


@pytest.mark.parametrize("command", [["load", "{new}", "--yes"], ["undo", "{last}"]])
@pytest.mark.parametrize("stage", ["copy", "pack"])
def test_an_import_or_undo_in_the_middle_leaves_a_backup_that_fits_together(
    mine: Console, tmp_path: Path, stage: str, command: list[str]
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "asks.csv").write_text(f"{ASKS}k9,p3,talk,2026-11-05,,\n", encoding="utf-8")
    last = mine.json("imports")[-1]["import_id"]
    filled = [part.format(new=tmp_path / "new", last=last) for part in command]
    done = script(mine.workspace, DISTURBED.format(command=filled, stage=stage))
    assert done.returncode == 0, done.stderr
    copy = Console(tmp_path / "copy")
    copy.out("restore", done.stdout.strip(), "--to", str(copy.workspace))
    # What the lake said when its manifest was read, after the database: a change before that is in, one after is not.
    changed = {"load": {"k1", "k2", "k9"}, "undo": set[str]()}[command[0]]
    assert asks(copy) == (changed if stage == "copy" else {"k1", "k2"})
    seen = findings(copy)
    assert {seen[name] for name in ("integrity", "lake", "ledger", "audit-trail", "orphans")} == {"ok"}
    assert asks(mine) == changed


def test_backups_count_while_imports_and_undos_go_on(mine: Console, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"asks{number}.csv").write_text(f"{ASKS}n{number},p3,talk,2026-11-05,,\n", encoding="utf-8")
    made = []
    for number in range(3):
        importing = start(mine.workspace, "load", str(tmp_path / f"asks{number}.csv"), "--yes")
        made.append(Path(mine.json("backup")["archive"]))
        said, _ = importing.communicate()
        assert importing.returncode == 0, said
    assert all(path.is_file() for path in made)
    copy = Console(tmp_path / "copy")
    copy.out("restore", str(made[-1]), "--to", str(copy.workspace))
    assert {"n0", "n1"} <= asks(copy)
    seen = findings(copy)
    assert (seen["ledger"], seen["lake"]) == ("ok", "ok")


def test_older_backups_go_only_once_the_new_one_counts(mine: Console, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    first, second = (Path(mine.json("backup", "--to", str(shelf))["archive"]) for _ in range(2))
    parquet = min((mine.workspace / "lake").rglob("*-rows.parquet"))
    whole = parquet.read_bytes()
    parquet.write_bytes(whole[:-20])
    failed = mine.run("backup", "--to", str(shelf), "--keep", "1")
    assert failed.returncode == 2
    assert parquet.name in failed.stderr or "lake" in failed.stderr
    assert first.exists()
    assert second.exists()
    parquet.write_bytes(whole)
    third = mine.json("backup", "--to", str(shelf), "--keep", "2")
    assert [Path(path).name for path in third["removed"]] == [first.name]
    states = [one["state"] for one in mine.json("backup", "--to", str(shelf), "--list")]
    assert sorted(states) == ["failed", "restored and compared", "restored and compared"]


def test_a_file_of_the_lake_that_rotted_makes_the_backup_fail_and_be_kept_aside(mine: Console) -> None:
    parquet = max((mine.workspace / "lake").rglob("*-rows.parquet"), key=lambda path: path.stat().st_size)
    body = bytearray(parquet.read_bytes())
    body[40] ^= 0xFF
    parquet.write_bytes(body)
    done = mine.run("backup")
    assert done.returncode == 2
    assert "does not count" in done.stderr
    assert "is not what it was when it landed" in done.stderr
    (row,) = mine.json("backup", "--list")
    assert row["state"] == "failed"
    assert row["archive"].endswith(".tar.zst.failed")
    assert findings(mine)["backup"] == "to know"


def test_another_workspaces_backups_on_the_same_shelf_are_left(mine: Console, filled: Console, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    theirs = Path(filled.json("backup", "--to", str(shelf))["archive"])
    mine.out("backup", "--to", str(shelf), "--keep", "1")
    mine.out("backup", "--to", str(shelf), "--keep", "1")
    assert theirs.exists()
    assert len(list(shelf.glob("*.tar.zst"))) == 2


@pytest.mark.faults
def test_a_killed_backup_does_not_count_and_the_next_one_sweeps_up(mine: Console) -> None:
    kill = "import os, signal\nfrom goodword.runs.operate.backup import back_up\n"
    kill += "from goodword.runs.workspace import open_workspace\n"
    kill += "def progress(stage, done, total):\n    if stage == {stage!r}: os.kill(os.getpid(), signal.SIGKILL)\n"
    kill += "back_up(open_workspace(workspace), progress=progress)\n"
    for stage in ("copy", "pack", "unpack", "compare"):
        assert script(mine.workspace, kill.format(stage=stage)).returncode < 0
    assert mine.json("backup", "--list") == []
    assert not (mine.workspace / "last-backup.json").exists()
    made = mine.json("backup")["archive"]
    assert [path.name for path in (mine.workspace / "backups").iterdir()] == [Path(made).name]


def test_a_folder_with_anything_in_it_is_not_restored_into(archive: Path, mine: Console, tmp_path: Path) -> None:
    before = sums(database_of(mine.workspace))
    done = mine.run("restore", str(archive), "--to", str(mine.workspace))
    assert done.returncode == 2
    assert "is not an empty folder" in done.stderr
    assert sums(database_of(mine.workspace)) == before


def test_a_damaged_archive_leaves_no_folder(archive: Path, tmp_path: Path) -> None:
    body = bytearray(archive.read_bytes())
    body[len(body) // 2] ^= 0xFF
    (tmp_path / "bad.tar.zst").write_bytes(body)
    done = Console(tmp_path).run("restore", str(tmp_path / "bad.tar.zst"), "--to", str(tmp_path / "copy"))
    assert done.returncode == 2
    assert "damaged" in done.stderr or "does not list" in done.stderr
    assert not (tmp_path / "copy").exists()


def test_a_copy_of_an_older_version_is_brought_up_to_date(mine: Console, tmp_path: Path) -> None:
    make_older(mine.workspace)
    made = mine.json("backup")["archive"]
    copy = Console(tmp_path / "copy")
    assert "migrations were applied" in copy.out("restore", made, "--to", str(copy.workspace))
    assert findings(copy)["migrations"] == "ok"


def test_a_copy_of_a_newer_version_is_refused(mine: Console, tmp_path: Path) -> None:
    make_newer(mine.workspace)
    made = mine.json("backup")["archive"]
    done = mine.run("restore", made, "--to", str(tmp_path / "copy"))
    assert done.returncode == 2
    assert "made by a newer Goodword" in done.stderr
    assert not (tmp_path / "copy").exists()


@pytest.mark.faults
def test_a_killed_restore_leaves_no_workspace_and_can_be_done_again(archive: Path, tmp_path: Path) -> None:
    copy = Console(tmp_path / "copy")
    text = f"""
import os, signal
from goodword.runs.operate.restore import restoring
def progress(stage, done, total): os.kill(os.getpid(), signal.SIGKILL)
with restoring(Path({str(archive)!r}), Path({str(copy.workspace)!r}), progress):
    pass
"""
    assert script(tmp_path / "nowhere", text).returncode < 0
    assert not (copy.workspace / "goodword.toml").exists()
    copy.out("restore", str(archive), "--to", str(copy.workspace))
    assert asks(copy) == {"k1", "k2"}
    assert sorted(path.name for path in copy.workspace.iterdir() if path.name.startswith(".")) == []
