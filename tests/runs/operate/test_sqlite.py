"""A copy of SQLite is one moment, while others write."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from goodword.kit.errors import GoodwordError
from goodword.runs.operate.databases.sqlite import SCHEMA, copy_database, faults, sums


def told(_done: int, _total: int) -> None:
    """Tell nobody."""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two tables that are always written together, a few megabytes."""
    path = tmp_path / "source.sqlite3"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            "PRAGMA journal_mode = WAL; CREATE TABLE one (id INTEGER PRIMARY KEY, words TEXT);"
            "CREATE TABLE two (id INTEGER PRIMARY KEY REFERENCES one (id));"
        )
        database.executemany("INSERT INTO one VALUES (?, ?)", [(number, "x" * 900) for number in range(20_000)])
        database.execute("INSERT INTO two SELECT id FROM one")
        database.commit()
    return path


@contextmanager
def written(path: Path) -> Iterator[threading.Event]:
    """Somebody writes pairs for the length of the block; the event says that the first ones are there."""
    stop, begun = threading.Event(), threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as database:
            while not stop.is_set():
                database.executescript(
                    "BEGIN IMMEDIATE; INSERT INTO one (words) VALUES ('new');"
                    "INSERT INTO two SELECT max(id) FROM one; COMMIT;"
                )
                begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield begun
    finally:
        stop.set()
        writer.join()


def test_the_copy_is_the_moment_that_was_summed_up_while_others_write(source: Path, tmp_path: Path) -> None:
    with written(source) as begun:
        assert begun.wait(timeout=30)
        found = copy_database(source, tmp_path / "copy.sqlite3", told)
    assert sums(tmp_path / "copy.sqlite3") == found
    assert found["one"].rows == found["two"].rows > 20_000
    assert faults(tmp_path / "copy.sqlite3") == []
    assert sums(source) != found


def test_a_write_in_the_middle_of_the_copy_is_in_neither(source: Path, tmp_path: Path) -> None:
    told_of: list[tuple[int, int]] = []

    def disturb(done: int, total: int) -> None:
        told_of.append((done, total))
        with closing(sqlite3.connect(source, isolation_level=None)) as database:
            database.execute("UPDATE one SET words = 'changed' WHERE id = 19999")
            database.execute("DELETE FROM two WHERE id < 10")

    found = copy_database(source, tmp_path / "copy.sqlite3", disturb)
    assert len(told_of) > 1
    assert sums(tmp_path / "copy.sqlite3") == found
    assert found["two"].rows == 20_000


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE one SET words = 'y' WHERE id = 7",
        "DELETE FROM two WHERE id = 7",
        "UPDATE one SET words = NULL WHERE id = 7",
        "UPDATE one SET words = CAST(words AS BLOB) || X'FF' WHERE id = 7",
    ],
)
def test_any_change_of_a_row_changes_the_sums(source: Path, change: str) -> None:
    before = sums(source)
    with closing(sqlite3.connect(source)) as database:
        database.execute(change)
        database.commit()
    assert sums(source) != before


def test_an_index_that_is_gone_changes_the_sums(source: Path) -> None:
    with closing(sqlite3.connect(source)) as database:
        database.execute("CREATE INDEX by_words ON one (words)")
        before = sums(source)
        database.execute("DROP INDEX by_words")
    after = sums(source)
    assert {name for name in before if before[name] != after[name]} == {SCHEMA}


def test_faults_are_named(source: Path) -> None:
    with closing(sqlite3.connect(source)) as database:
        database.execute("DELETE FROM one WHERE id = 7")
        database.commit()
    assert faults(source) == ["row 7 of two names a row of one that is not there"]
    with source.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 5_000)
    assert faults(source)


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(GoodwordError, match="cannot be read"):
        sums(tmp_path / "none.sqlite3")
    assert not (tmp_path / "none.sqlite3").exists()
