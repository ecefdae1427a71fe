"""`goodword doctor`: what can go wrong is seen, said with a way to mend it, and mended where that is safe."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.doors.cli.ageing import PEOPLE, database_of, make_newer, make_older
from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("operate")

KEYS = ["name", "looks_at", "state", "found", "means", "mend", "can_mend"]
NAMES = (
    "settings-file disk permissions clock time-zones settings database integrity migrations durability lake orphans "
    "ledger publication doubts audit-trail debug hosts https keys jobs mail sending backup"
).split()
ASKS = "ask_id,person_key,kind,asked_on,answer,answered_on\nk1,p1,talk,2026-10-05,accepted,2026-10-06\n"

type Break = Callable[[Path], None]


@pytest.fixture(scope="module")
def healthy(new_console: Callable[[], Console], tmp_path_factory: pytest.TempPathFactory) -> Console:
    """A workspace in which nothing deviates; tests leave it as it is."""
    console, folder = new_console(), tmp_path_factory.mktemp("exports")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "asks.csv").write_text(ASKS, encoding="utf-8")
    console.out("load", str(folder), "--yes")
    console.out("user", "add", "leila@northwind.example", "--generate")
    console.out("run")
    console.out("backup")
    return console


@pytest.fixture
def patient(healthy: Console, tmp_path: Path) -> Console:
    """The same, for one test to break."""
    copytree(healthy.workspace, tmp_path / "workspace")
    (tmp_path / "workspace").chmod(0o700)
    return Console(tmp_path / "workspace")


def diagnosis(console: Console, *arguments: str) -> tuple[int, dict[str, dict[str, Any]]]:
    done = console.run("doctor", "--format", "json", *arguments)
    assert done.stdout, done.stderr
    told = json.loads(done.stdout)
    found = {one["name"]: one for one in told["findings"]}
    assert (told["state"] == "deviates") == (done.returncode == 1)
    return done.returncode, found


def sql(*statements: str) -> Break:
    def broken(workspace: Path) -> None:
        with closing(sqlite3.connect(database_of(workspace))) as database:
            for statement in statements:
                database.execute(statement)
            database.commit()

    return broken


def toml(text: str) -> Break:
    def broken(workspace: Path) -> None:
        (workspace / "goodword.toml").write_text(text, encoding="utf-8")

    return broken


def rows_file(workspace: Path) -> Path:
    return max((workspace / "lake").rglob("*-rows.parquet"), key=lambda path: path.stat().st_size)


def torn(workspace: Path) -> None:
    rows_file(workspace).write_bytes(rows_file(workspace).read_bytes()[:-30])


def missing(workspace: Path) -> None:
    rows_file(workspace).unlink()


def flipped(workspace: Path) -> None:
    body = bytearray(rows_file(workspace).read_bytes())
    body[40] ^= 0xFF
    rows_file(workspace).write_bytes(body)


def open_to_all(workspace: Path) -> None:
    workspace.chmod(0o755)
    for name in ("secret.key", "secret.key.old"):
        (workspace / name).write_text("a key\n", encoding="utf-8")
        (workspace / name).chmod(0o644)


def from_tomorrow(workspace: Path) -> None:
    path = workspace / "lake" / "manifest.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["imports"][-1]["at"] = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    path.write_text(json.dumps(told), encoding="utf-8")


def rotten(workspace: Path) -> None:
    """A page that something stands on: a migration may have left any other one free."""
    with closing(sqlite3.connect(database_of(workspace))) as database:
        (page,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'auth_permission'").fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
    with database_of(workspace).open("r+b") as file:
        file.seek(size * (page - 1))
        file.write(b"\xff" * size)


LONG_AGO = "UPDATE advocates_generation SET as_of = '2020-01-01', published_at = '2020-01-01'"
CHANGED = ("DROP TRIGGER audit_entry_no_update", "UPDATE team_auditentry SET verb = 'praise' WHERE number = 1")
CUT = ("DROP TRIGGER audit_entry_no_delete", "DELETE FROM team_auditentry WHERE number = 1")
JOB = """INSERT INTO jobs_job (kind, arguments, asked_by_kind, asked_by_id, asked_door, asked_at, due_at, state,
attempts, failures, worker, stage, done, total, error_code, error_sentence, error_mend, ended_at)
VALUES ('run', '{}', 'console', '', 'cli', datetime('now'), datetime('now'), 'failed',
1, 0, '', '', 0, 0, 'x', 'The disk is full.', 'Make room.', datetime('now'))"""


def test_nothing_deviates_and_the_answer_keeps_its_shape(healthy: Console) -> None:
    code, found = diagnosis(healthy)
    assert code == 0, [one for one in found.values() if one["state"] == "deviates"]
    assert list(found) == NAMES
    assert all(list(one) == KEYS for one in found.values())
    assert {one["state"] for one in found.values()} <= {"ok", "to know"}
    assert {name for name, one in found.items() if one["state"] == "to know"} == {"mail"}


def test_looking_changes_nothing(healthy: Console) -> None:
    def files() -> dict[str, bytes]:
        paths = (path for path in healthy.workspace.rglob("*") if path.is_file() and path.suffix != ".lock")
        return {str(path): path.read_bytes() for path in paths if not path.name.endswith(("-wal", "-shm"))}

    before = files()
    diagnosis(healthy)
    assert files() == before


# Each patient suffers from several things at once; every one of them must be seen.
PATIENTS: tuple[dict[str, tuple[Break, str]], ...] = (
    {"settings-file": (toml("[run\n"), "cannot be read")},
    {"migrations": (make_older, "older than this Goodword")},
    {"migrations": (make_newer, "newer Goodword")},
    {"integrity": (rotten, "")},
    {
        "settings": (toml("[rum]\nat = 3\n"), "“rum”"),
        "permissions": (open_to_all, "secret.key, secret.key.old"),
        "clock": (from_tomorrow, "landed at"),
        "lake": (missing, "is missing"),
        "publication": (sql(LONG_AGO), "2020-01-01"),
        "audit-trail": (sql(*CHANGED), "Entry 1 was changed"),
        "jobs": (sql(JOB), "The disk is full"),
    },
    {
        "settings": (toml("[workspace]\nsyntetic = true\n"), "“syntetic”"),
        "integrity": (sql("DELETE FROM advocates_generation"), "that is not there"),
        "lake": (flipped, "not what it was when it landed"),
        "ledger": (sql("DELETE FROM asks_answer"), "differ between the lake and the ledger"),
        "audit-trail": (sql(*CUT), "missing"),
    },
    {
        "settings": (toml("[finders.super_user]\nwindow_days = -1\n"), "window_days"),
        "lake": (torn, "is torn"),
        "publication": (sql("DELETE FROM advocates_listedperson"), "shows 0 people"),
    },
    {
        "ledger": (sql("DELETE FROM asks_answer", "DELETE FROM asks_ask"), "differ between the lake and the ledger"),
        "publication": (sql("DELETE FROM advocates_publication"), "Nothing was published"),
    },
)


@pytest.mark.parametrize("ills", PATIENTS, ids=" ".join)
def test_what_is_broken_is_seen_with_a_way_to_mend_it(patient: Console, ills: dict[str, tuple[Break, str]]) -> None:
    for broken, _said in ills.values():
        broken(patient.workspace)
    code, found = diagnosis(patient)
    assert code == 1
    assert {name: found[name]["state"] for name in ills} == dict.fromkeys(ills, "deviates")
    for name, (_broken, said) in ills.items():
        assert said in found[name]["found"]
        assert found[name]["mend"]
        assert found[name]["means"]


def test_a_backup_that_is_gone_or_old_is_seen(patient: Console) -> None:
    told = json.loads((patient.workspace / "last-backup.json").read_text(encoding="utf-8"))
    gone = {**told, "archive": str(patient.workspace / "backups" / "gone.tar.zst")}
    (patient.workspace / "last-backup.json").write_text(json.dumps(gone), encoding="utf-8")
    assert "is gone" in diagnosis(patient)[1]["backup"]["found"]
    old = {**told, "created_at": (datetime.now(UTC) - timedelta(days=20)).isoformat()}
    (patient.workspace / "last-backup.json").write_text(json.dumps(old), encoding="utf-8")
    assert "20 days old" in diagnosis(patient)[1]["backup"]["found"]
    assert diagnosis(patient, "--backup-days", "30")[1]["backup"]["state"] == "ok"


@pytest.mark.parametrize(
    ("names", "variables"),
    [
        ({"debug", "hosts", "https", "mail"}, {"GOODWORD_DEBUG": "1", "GOODWORD_ALLOWED_HOSTS": "*"}),
        ({"hosts", "https", "mail"}, {"GOODWORD_ALLOWED_HOSTS": ".northwind.example"}),
        ({"https", "mail"}, {"GOODWORD_ALLOWED_HOSTS": "goodword.northwind.example"}),
        ({"mail"}, {"GOODWORD_SECURE": "1"}),
    ],
)
def test_how_it_is_served_is_looked_at(
    healthy: Console, monkeypatch: pytest.MonkeyPatch, names: set[str], variables: dict[str, str]
) -> None:
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    found = diagnosis(healthy)[1]
    assert {name for name, one in found.items() if one["state"] == "deviates"} == names


def test_served_as_the_how_to_says_nothing_deviates(healthy: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOODWORD_ALLOWED_HOSTS", "goodword.northwind.example")
    monkeypatch.setenv("GOODWORD_SITE_URL", "https://goodword.northwind.example")
    monkeypatch.setenv("GOODWORD_SECURE", "1")
    monkeypatch.setenv("GOODWORD_SMTP_URL", "smtp://user:password@mail.northwind.example:587")
    assert {one["state"] for one in diagnosis(healthy)[1].values()} == {"ok"}


def test_nothing_is_mended_unless_somebody_says_yes(patient: Console) -> None:
    sql("DELETE FROM asks_answer")(patient.workspace)
    done = patient.run("doctor", "--mend")
    assert done.returncode == 2
    assert "--mend --yes" in done.stderr
    assert diagnosis(patient)[1]["ledger"]["state"] == "deviates"


def test_mending_posts_the_ledger_removes_orphans_and_closes_what_is_open(patient: Console) -> None:
    sql("DELETE FROM asks_answer")(patient.workspace)
    open_to_all(patient.workspace)
    orphan = rows_file(patient.workspace).with_name("999999-rows.parquet")
    orphan.write_bytes(b"half a file")
    assert diagnosis(patient)[1]["orphans"]["state"] == "to know"
    code, found = diagnosis(patient, "--mend", "--yes")
    assert code == 0
    assert {found[name]["state"] for name in ("ledger", "orphans", "permissions")} == {"ok"}
    assert not orphan.exists()
    assert rows_file(patient.workspace).exists()
    with closing(sqlite3.connect(database_of(patient.workspace))) as database:
        assert database.execute("SELECT count(*) FROM asks_answer").fetchone() == (1,)
    assert diagnosis(patient)[0] == 0


def test_without_a_workspace_it_says_so(tmp_path: Path) -> None:
    done = Console(tmp_path).run("doctor")
    assert done.returncode == 2
    assert "There is no Goodword workspace" in done.stderr
