"""`goodword export-person` and `goodword erase-person`: everything of somebody, and then nothing."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest

from goodword.evidence.lake.local import LocalLake
from tests.doors.cli.ageing import database_of, script
from tests.doors.cli.conftest import Console
from tests.doors.cli.leftovers import places_with
from tests.doors.cli.planting import BYSTANDER, PEOPLE, PLANT, email_of, write_exports, write_workbook

pytestmark = pytest.mark.xdist_group("rights")

WIN = "We cut onboarding from six weeks to four days"
STEPS = ("tables", "list", "lake", "files", "publish", "trail", "again", "check", "clean")
KILLED = """
import os, signal
from goodword.programme.team.actor import Actor
from goodword.runs.rights import erasing
from goodword.runs.workspace import open_workspace
step = erasing.STEPS[{step!r}]
def deadly(work):
    step(work)
    os.kill(os.getpid(), signal.SIGKILL)
erasing.STEPS[{step!r}] = deadly
(one,) = erasing.unfinished()
erasing.carry_out(open_workspace(workspace), one, by=Actor.console())
"""
INSIDE = """
import os, signal
from importlib import import_module
from goodword.programme.team.actor import Actor
from goodword.runs.rights import erasing
from goodword.runs.workspace import open_workspace
owner, calls = import_module({module!r}), []
*parts, name = {name!r}.split(".")
for part in parts:
    owner = getattr(owner, part)
real = getattr(owner, name)
def deadly(*given, **named):
    calls.append(name)
    if (len(calls), {when!r}) == ({number}, "before"):
        os.kill(os.getpid(), signal.SIGKILL)
    found = real(*given, **named)
    if len(calls) == {number}:
        os.kill(os.getpid(), signal.SIGKILL)
    return found
setattr(owner, name, deadly)
(one,) = erasing.unfinished()
erasing.carry_out(open_workspace(workspace), one, by=Actor.console())
"""
LAKE, FILES = "goodword.evidence.lake.local", "goodword.runs.rights.files"
POINTS = (
    ("goodword.runs.rights.tables", "tally", 1, "before"),  # rows are deleted, and nothing is committed
    ("goodword.runs.rights.tables", "tally", 6, "after"),
    ("goodword.runs.operate.replay_list", "write_whole", 1, "before"),
    (f"{LAKE}.rewriting", "settle", 1, "before"),  # a new file lies there under another name
    (f"{LAKE}.rewriting", "settle", 2, "after"),  # some files are new, and none of them counts
    (f"{LAKE}.lake", "write_manifest", 1, "before"),
    (f"{LAKE}.lake", "write_manifest", 1, "after"),  # the new ones count, and the old ones lie there
    ("pathlib", "Path.unlink", 2, "after"),  # some of the old ones lie there
    (FILES, "settle", 1, "before"),
    (FILES, "settle", 1, "after"),
    (FILES, "_parts_without", 1, "after"),
    ("goodword.runs.publication", "publish_findings", 1, "before"),
    ("goodword.runs.rights.erasing", "remove_generation", 1, "before"),
    ("goodword.runs.rights.tables", "erase_from_trail", 1, "after"),
    ("goodword.runs.rights.bytes_left", "_cut_log", 1, "before"),
    ("goodword.runs.rights.erasing", "write_proof", 1, "after"),
    ("goodword.runs.rights.erasing", "finish_erasure", 1, "before"),
)
"""Module, function, which of its calls, and where at it: each inside a step, in the order of the steps."""
PLACE = """
from goodword.runs.operate.snapshot import place_of
from goodword.runs.workspace import open_workspace
print(place_of(open_workspace(workspace)))
"""
BEGIN = """
from goodword.programme.team.actor import Actor
from goodword.runs.rights.erasing import begin
from goodword.runs.rights.who import find_person
from goodword.runs.workspace import open_workspace
space = open_workspace(workspace)
begin(space, find_person(space, {email!r})[0], by=Actor.console())
"""


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exports that brought everybody."""
    folder = tmp_path_factory.mktemp("exports") / "all"
    write_exports(folder)
    return folder


@pytest.fixture(scope="module")
def planted(new_console: Callable[[], Console], exports: Path, tmp_path_factory: pytest.TempPathFactory) -> Console:
    """A workspace with five people in every place there is; tests leave it as it is."""
    console, book = new_console(), tmp_path_factory.mktemp("book") / "waiting.xlsx"
    write_workbook(book)
    console.out("load", str(exports), "--yes")
    console.out("run")
    done = script(console.workspace, PLANT.format(book=str(book), words=PEOPLE))
    assert done.returncode == 0, done.stderr
    for word in PEOPLE:
        console.out("hear", f"{WIN}, as {word} said.", "--person", email_of(word))
    console.out("hear", f"{WIN} with Ada {PEOPLE[0].title()}.", "--person", BYSTANDER)
    return console


@pytest.fixture
def mine(planted: Console, tmp_path: Path) -> Console:
    """The same, for one test to change."""
    return Console(copytree(planted.workspace, tmp_path / "workspace"))


def rows_of_others(console: Console) -> dict[str, list[str]]:
    """Rows that are the bystander's, and every colleague's."""
    with closing(sqlite3.connect(database_of(console.workspace))) as database:
        return {
            "person": [str(row) for row in database.execute("SELECT * FROM people_person WHERE name = ?", [BYSTANDER])],
            "user": [str(row) for row in database.execute("SELECT email FROM team_user WHERE name = 'Leila'")],
        }


def records(console: Console, table: str) -> list[dict[str, object]]:
    return [row for rows in LocalLake(console.workspace / "lake").stored(table) for row in rows.to_pylist()]


def names_listed(console: Console) -> set[str]:
    return {row["name"] for row in console.json("find", "--all") if row["name"]}


def test_what_is_planted_is_found_in_every_place(planted: Console) -> None:
    for word in PEOPLE:
        found = places_with(planted.workspace, word)
        assert "programme.sqlite3" in found
        assert any(name.startswith("lake/records/people/") for name in found)
        assert any(name.startswith("lake/records/acts/") for name in found)
        assert any(name.startswith("rejected/.") for name in found)
        assert any(name.startswith("rejected/2") for name in found)
        assert any(name.startswith("uploads/") for name in found)
        assert any(name.startswith("takeouts/") for name in found)
        assert any(name.startswith("derived/") for name in found)
        assert any(name.startswith("heard/") for name in found)


def test_an_export_holds_every_piece_and_where_it_came_from(planted: Console, tmp_path: Path) -> None:
    word = PEOPLE[0]
    planted.out("export-person", email_of(word), "--to", str(tmp_path / "out"))
    told = json.loads((tmp_path / "out" / "everything.json").read_text(encoding="utf-8"))
    assert told["person"]["names"] == [f"Ada {word.title()}"]
    held = {section["where"]: section for section in told["held"]}
    assert len(held["programme database: advocates.ArrivedText"]["rows"]) == 1
    tables = ("people.Person", "outbox.Letter", "team.User", "advocates.ListedPerson", "asks.Ask", "acts.Act")
    for table in tables:
        assert word in json.dumps(held[f"programme database: {table}"]["rows"]).lower() or table == "asks.Ask"
    for table in ("people", "interactions", "responses", "acts", "asks"):
        assert held[f"lake: {table}"]["rows"], table
    assert f"42 {word}" in held["lake: people"]["rows"][0]["extra"]
    assert held["lake: people"]["rows"][0]["_files"]
    assert held["workspace: rejected"]["rows"]
    assert held["workspace: uploads"]["rows"]
    page = (tmp_path / "out" / "everything.html").read_text(encoding="utf-8")
    assert f"42 {word}" in page
    assert not [word for word in ("src=", "<link", "<script", "url(") if word in page]


def test_the_page_of_an_export_is_in_the_language_that_is_asked_for(planted: Console, tmp_path: Path) -> None:
    planted.out("export-person", email_of(PEOPLE[0]), "--to", str(tmp_path / "out"), "--language", "de")
    page = (tmp_path / "out" / "everything.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert "Was Sie in Umfragen geantwortet haben." in page
    done = planted.run("export-person", email_of(PEOPLE[0]), "--to", str(tmp_path / "out"), "--language", "xx")
    assert "One of: en-gb, de." in done.stderr


def test_an_export_shows_no_other_person_no_colleague_and_no_secret(planted: Console, tmp_path: Path) -> None:
    planted.out("export-person", email_of(PEOPLE[0]), "--to", str(tmp_path / "out"))
    text = (tmp_path / "out" / "everything.json").read_text(encoding="utf-8")
    assert BYSTANDER not in text
    assert PEOPLE[1] not in text
    assert "leila@" not in text
    assert not [word for word in ("md5$", "pbkdf2", "argon2", "session_key", "secret") if word in text]
    interactions = next(one for one in json.loads(text)["held"] if one["where"] == "lake: interactions")
    assert interactions["mentioned_in"] == 1


@pytest.fixture(scope="module")
def erased(planted: Console, exports: Path, tmp_path_factory: pytest.TempPathFactory) -> Console:
    """A workspace with a backup, in which all five were erased after it; tests leave it as it is."""
    console = Console(copytree(planted.workspace, tmp_path_factory.mktemp("erased") / "workspace"))
    console.out("backup")
    for word in PEOPLE:
        console.out("erase-person", email_of(word), "--yes")
    return console


def test_no_byte_of_anybody_erased_is_left(erased: Console) -> None:
    assert {word: places_with(erased.workspace, word) for word in PEOPLE} == {word: set() for word in PEOPLE}


def test_others_keep_what_is_theirs(planted: Console, erased: Console) -> None:
    assert rows_of_others(erased) == rows_of_others(planted)
    (said,) = [row for row in records(erased, "interactions") if row["interaction_id"] == "i-nadja"]
    assert said["text"] == (
        "Please ask " + " and ".join(["[erased] ([erased])"] * 5) + ". We love the new release, we saved six hours!"
    )


def test_that_acts_happened_is_kept_and_nobody_with_them(erased: Console) -> None:
    with closing(sqlite3.connect(database_of(erased.workspace))) as database:
        acts = database.execute("SELECT kind, done_on, account_id, person_key, record_id, url, note FROM acts_act")
        assert acts.fetchall() == [("quote", "2026-09-01", "oriel", "", "", "", "")] * 5
        assert database.execute("SELECT count(*) FROM asks_ask").fetchone() == (0,)


def test_the_trail_and_everything_else_still_hold(erased: Console) -> None:
    assert "The chain holds" in erased.out("audit", "verify")
    found = erased.json("doctor")["findings"]
    assert {one["name"] for one in found if one["state"] not in {"ok", "to know"}} == set()


def test_a_proof_names_every_place_and_nobody(erased: Console) -> None:
    proofs = sorted((erased.workspace / "erasures").glob("*.json"))
    assert len(proofs) == len(PEOPLE)
    for path in proofs:
        proof = json.loads(path.read_text(encoding="utf-8"))
        assert proof["complete"]
        assert tuple(step["step"] for step in proof["steps"]) == STEPS
        places = {place["place"]: place for step in proof["steps"] for place in step["places"]}
        assert places["table people.Person"]["found"] == 0
        assert places["lake, every stored row"]["found"] == 0
        assert path.with_suffix(".txt").read_text(encoding="utf-8").startswith("Proof of erasure")
        assert len(proof["kept"]["marks"]) >= 2


def test_an_old_export_brings_nobody_back(erased: Console, exports: Path, tmp_path: Path) -> None:
    console = Console(copytree(erased.workspace, tmp_path / "workspace"))
    report = console.json("load", str(exports), "--yes")
    people = next(file for file in report["files"] if file["path"].endswith("/people.csv"))
    assert (people["rejected"], people["erased"], people["same"]) == (5, 5, 1)
    assert "asked to be erased" in people["rejections"][0]["reason"]
    console.out("run")
    assert {word: places_with(console.workspace, word) - {"programme.sqlite3-wal"} for word in PEOPLE} == {
        word: {name for name in places_with(console.workspace, word) if "interactions" in name} for word in PEOPLE
    }
    assert all(places_with(console.workspace, f"KEY-{word}") == set() for word in PEOPLE)
    done = console.run("export-person", email_of(PEOPLE[0]))
    assert "Nobody is known by" in done.stderr


def test_a_backup_of_before_comes_back_without_them(erased: Console, tmp_path: Path) -> None:
    (archive,) = (erased.workspace / "backups").glob("*.tar.zst")
    copy = Console(tmp_path / "copy")
    said = copy.out("restore", str(archive), "--to", str(copy.workspace))
    assert "5 who asked to be erased are in it no more." in said
    assert {word: places_with(copy.workspace, word) for word in PEOPLE} == {word: set() for word in PEOPLE}
    assert rows_of_others(copy) == rows_of_others(erased)
    assert "The chain holds" in copy.out("audit", "verify")


def test_a_copy_without_the_key_is_no_workspace(erased: Console, tmp_path: Path) -> None:
    (archive,) = (erased.workspace / "backups").glob("*.tar.zst")
    (listed,) = (erased.workspace / "backups").glob("erased-*.json")
    other = tmp_path / "apart" / "erased.json"
    other.parent.mkdir()
    other.write_text(listed.read_text(encoding="utf-8").replace('"key": "', '"key": "0'), encoding="utf-8")
    copy = Console(tmp_path / "copy")
    done = copy.run("restore", str(archive), "--to", str(copy.workspace), "--erased", str(other))
    assert done.returncode == 2
    assert "the key is missing" in done.stderr
    assert not (copy.workspace / "goodword.toml").exists()


@pytest.mark.faults
def test_an_erasure_that_is_killed_after_each_step_ends_like_any_other(mine: Console, erased: Console) -> None:
    word = PEOPLE[2]
    assert script(mine.workspace, BEGIN.format(email=email_of(word))).returncode == 0
    for step in STEPS:
        killed = script(mine.workspace, KILLED.format(step=step))
        assert killed.returncode == -9, (step, killed.stderr)
    mine.out("erase-person", "--resume")
    assert places_with(mine.workspace, word) == set()
    assert places_with(mine.workspace, PEOPLE[1]) != set()
    assert rows_of_others(mine) == rows_of_others(erased)
    assert "The chain holds" in mine.out("audit", "verify")
    (proof,) = (mine.workspace / "erasures").glob("*.json")
    assert json.loads(proof.read_text(encoding="utf-8"))["complete"]


@pytest.mark.faults
def test_an_erasure_that_is_killed_inside_its_steps_ends_like_any_other(mine: Console, erased: Console) -> None:
    word = PEOPLE[3]
    assert script(mine.workspace, BEGIN.format(email=email_of(word))).returncode == 0
    for module, name, number, when in POINTS:
        killed = script(mine.workspace, INSIDE.format(module=module, name=name, number=number, when=when))
        assert killed.returncode == -9, (module, name, number, when, killed.stderr)
    mine.out("erase-person", "--resume")
    assert places_with(mine.workspace, word) == set()
    assert places_with(mine.workspace, PEOPLE[1]) != set()
    assert rows_of_others(mine) == rows_of_others(erased)
    assert "The chain holds" in mine.out("audit", "verify")
    (proof,) = (mine.workspace / "erasures").glob("*.json")
    assert json.loads(proof.read_text(encoding="utf-8"))["complete"]


@pytest.mark.faults
def test_what_killed_processes_left_goes_with_them(mine: Console) -> None:
    word = PEOPLE[4]
    place = script(mine.workspace, PLACE).stdout.split()[-1]
    left = (
        "lake/.manifest.json.tmp",
        "lake/.landing/1-cells.parquet",
        "lake/records/people/.9.parquet.tmp",
        "derived/0123/.links-keys-2.77.tmp",
        "rejected/.2026-11-01-1.csv.tmp",
        "erasing/.erased-0123.json.tmp",
        "takeouts/0123/.everything.html.tmp",
        f"backups/.goodword-{place}-x/restored/programme.sqlite3",
    )
    for name in left:
        path = mine.workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Ada {word}, {email_of(word)}", encoding="utf-8")
    mine.out("erase-person", email_of(word), "--yes")
    assert places_with(mine.workspace, word) == set()
    assert [name for name in left if (mine.workspace / name).exists()] == []


def test_a_dry_run_lists_what_would_go_and_changes_nothing(mine: Console) -> None:
    before = {path: path.read_bytes() for path in (mine.workspace / "lake").rglob("*") if path.is_file()}
    said = mine.out("erase-person", email_of(PEOPLE[0]), "--dry-run")
    assert "lake: interactions: 1, and 1 of others" in said
    assert before == {path: path.read_bytes() for path in (mine.workspace / "lake").rglob("*") if path.is_file()}
    assert mine.out("export-person", email_of(PEOPLE[0]), "--to", str(mine.workspace / "out"))


def test_nobody_is_erased_unless_somebody_confirms(mine: Console) -> None:
    done = mine.run("erase-person", email_of(PEOPLE[0]))
    assert done.returncode == 2
    assert "Nobody is here to confirm." in done.stderr
    assert places_with(mine.workspace, PEOPLE[0])
