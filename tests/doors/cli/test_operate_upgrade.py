"""`goodword upgrade`: a backup first, then all migrations or none, wherever somebody pulls the plug."""

import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest

from tests.doors.cli.ageing import (
    LACKING,
    applied,
    database_of,
    make_newer,
    make_older,
    script,
    start,
    state_of,
    tables,
)
from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("operate")

# Statements of the migration before which the process dies; the last is one that never comes.
STATEMENTS = (1, 20, 33, 10_000)
KILLS = 4
DIES = """
import os, signal
from django.db import connection
from goodword.programme.team.actor import Actor
from goodword.runs.operate import upgrade as upgrading
from goodword.runs.workspace import open_workspace
left = [{statement}]
def die(execute, sql, params, many, context):
    left[0] -= 1
    if left[0] <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(sql, params, many, context)
whole = upgrading.migrate_whole
def watched(then):
    with connection.execute_wrapper(die):
        whole(then)
upgrading.migrate_whole = watched
upgrading.upgrade(open_workspace(workspace), by=Actor.console())
"""


@pytest.fixture(scope="module")
def new(new_console: Callable[[], Console]) -> Console:
    """A workspace of this version, with somebody in it; tests leave it as it is."""
    console = new_console()
    console.out("user", "add", "leila@northwind.example", "--generate")
    return console


@pytest.fixture
def older(new: Console, tmp_path: Path) -> Console:
    """The same as an older version left it."""
    copytree(new.workspace, tmp_path / "workspace")
    make_older(tmp_path / "workspace")
    return Console(tmp_path / "workspace")


@pytest.fixture
def newer(new: Console, tmp_path: Path) -> Console:
    """The same as a newer version left it."""
    copytree(new.workspace, tmp_path / "workspace")
    make_newer(tmp_path / "workspace")
    return Console(tmp_path / "workspace")


def archives(console: Console) -> list[str]:
    return [one["state"] for one in console.json("backup", "--list")]


def test_an_older_database_is_refused_with_what_to_do(older: Console) -> None:
    for command in (["imports"], ["user", "add", "a@b.example", "--generate"], ["init", "."]):
        whole = [*command[:-1], str(older.workspace)] if command[0] == "init" else command
        done = older.run(*whole)
        assert done.returncode == 2
        assert "older than this Goodword" in done.stderr
        assert "goodword upgrade" in done.stderr
    assert not any(name.startswith("meetings_") for name in tables(older.workspace))


def test_a_newer_database_is_refused_by_every_command(newer: Console) -> None:
    for command in (["imports"], ["upgrade"]):
        done = newer.run(*command)
        assert done.returncode == 2
        assert "made by a newer Goodword" in done.stderr
        assert "team.9999_of_tomorrow" in done.stderr


def test_an_upgrade_names_what_is_pending_proves_a_backup_and_migrates(older: Console, new: Console) -> None:
    before = applied(older.workspace)
    said = older.out("upgrade")
    assert "sessions.0001_initial" in said
    assert "meetings.0001_initial" in said
    assert "Restored and compared" in said
    assert archives(older) == ["restored and compared"]
    assert {app for app, _name in applied(older.workspace) - before} == set(LACKING)
    assert tables(older.workspace) == tables(new.workspace)
    assert "Nothing was loaded yet" in older.out("imports")


@pytest.mark.parametrize("app", ["people", "advocates", "team"])
def test_a_database_that_lacks_the_newest_migrations_of_an_app_is_brought_up_to_date(
    new: Console, tmp_path: Path, app: str
) -> None:
    console = Console(Path(copytree(new.workspace, tmp_path / "before")))
    back = f"from django.core.management import call_command\ncall_command('migrate', '{app}', '0003', verbosity=0)\n"
    went = script(console.workspace, back)
    assert went.returncode == 0, went.stderr
    assert "Restored and compared" in console.out("upgrade")
    assert "Nothing to do" in console.out("upgrade")
    assert "Nothing deviates" in console.out("doctor")


def test_where_nothing_is_pending_nothing_is_done(new: Console) -> None:
    assert "Nothing to do" in new.out("upgrade")
    assert archives(new) == []


@pytest.mark.parametrize("in_the_way", ["django_session", "meetings_pick"])
def test_a_migration_that_fails_leaves_everything_as_it_was(older: Console, in_the_way: str) -> None:
    with closing(sqlite3.connect(database_of(older.workspace))) as database:
        database.execute(f"CREATE TABLE {in_the_way} (anything TEXT)")
    before, history = state_of(older.workspace), applied(older.workspace)
    done = older.run("upgrade")
    assert done.returncode == 2
    assert f"{in_the_way}" in done.stderr
    assert "The database is as it was before" in done.stderr
    assert (state_of(older.workspace), applied(older.workspace)) == (before, history)
    assert archives(older) == ["restored and compared"]


def test_without_a_backup_that_counts_nothing_is_migrated(older: Console) -> None:
    (older.workspace / "backups").write_text("a file where the folder should be", encoding="utf-8")
    before = state_of(older.workspace)
    done = older.run("upgrade")
    assert done.returncode == 2
    assert "backup" in done.stderr
    assert state_of(older.workspace) == before


@pytest.mark.faults
@pytest.mark.parametrize("statement", STATEMENTS)
def test_killed_at_a_statement_it_leaves_the_old_state_or_the_new_one(older: Console, statement: int) -> None:
    before = state_of(older.workspace)
    died = script(older.workspace, DIES.format(statement=statement))
    if statement == STATEMENTS[-1]:
        assert died.returncode == 0, died.stderr
    else:
        assert died.returncode == -signal.SIGKILL
        assert state_of(older.workspace) == before
    older.out("upgrade")
    assert older.out("upgrade") == "Nothing to do: the database is up to date.\n"
    assert len(tables(older.workspace)) > len(before)


@pytest.mark.faults
def test_killed_at_any_time_a_second_upgrade_finishes(older: Console, tmp_path: Path) -> None:
    copytree(older.workspace, tmp_path / "undisturbed")
    before = state_of(older.workspace)
    began = time.monotonic()
    Console(tmp_path / "undisturbed").out("upgrade")
    length, wanted = time.monotonic() - began, state_of(tmp_path / "undisturbed")
    for number in range(1, KILLS + 1):
        process = start(older.workspace, "upgrade")
        time.sleep(length * number / (KILLS + 1))
        process.kill()
        process.communicate()
        assert state_of(older.workspace) in (before, wanted)
    older.out("upgrade")
    assert state_of(older.workspace) == wanted
    older.out("backup")  # it sweeps what the killed ones left
    assert [path.name for path in (older.workspace / "backups").glob(".goodword-*")] == []


def test_every_migration_can_be_undone_by_the_database(new: Console) -> None:
    told = script(
        new.workspace,
        "from django.db import connection\nfrom django.db.migrations.loader import MigrationLoader\n"
        "loader = MigrationLoader(connection)\n"
        "print([key for key, one in loader.disk_migrations.items() if not one.atomic])",
    )
    assert told.stdout == "[]\n", told.stderr
