"""The programme database where it is SQLite: copied in one snapshot while others write."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from goodword.kit.errors import GoodwordError
from goodword.runs.operate.databases.sums import Sum, Sums, Tell, sum_of
from goodword.runs.workspace import DATABASE_NAME

SCHEMA = "schema"
"""Name under which tables, indexes and triggers are summed up; no table of ours has it."""

_PAGES = 2_000  # copied between two reports of progress
_ROWS = 1_000
_PATIENCE_SECONDS = 30.0
_SHOWN_FAULTS = 5


class Sqlite:
    """What `databases.choosing.Engine` promises, on SQLite."""

    name = "sqlite"
    file_name = DATABASE_NAME

    def __init__(self, path: Path) -> None:
        self.path = path

    def copy(self, target: Path, tell: Tell) -> Sums:
        """Copy what there is at one moment."""
        return copy_database(self.path, target, tell)

    def examine(self, copy: Path) -> tuple[Sums, list[str]]:
        """Open a copy; say what it holds and what is wrong in it."""
        wrong = faults(copy)
        return ({} if wrong else sums(copy), wrong)

    def fill(self, copy: Path) -> None:
        """Nothing: a copy is the database as soon as it lies where the database belongs."""


def copy_database(source: Path, target: Path, tell: Tell) -> Sums:
    """Copy a database as it is at one moment, and sum up that same moment from the original.

    Others go on writing: an open read transaction keeps the moment for both, and in WAL mode it holds nobody up.

    Args:
        source: the database in use.
        target: a file that is not there yet.
        tell: told how many pages are copied, of how many.
    """
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with _opened(source) as there, closing(sqlite3.connect(target)) as here:
        there.execute("BEGIN")
        there.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the moment begins with the first read
        there.backup(here, pages=_PAGES, sleep=0, progress=lambda _status, left, all_: tell(all_ - left, all_))
        here.execute("PRAGMA journal_mode = DELETE")  # the copy is one file; no log beside it
        return _sums(there)


def sums(path: Path) -> Sums:
    """Sum up a database."""
    with _opened(path) as database:
        database.execute("BEGIN")
        return _sums(database)


def faults(path: Path) -> list[str]:
    """What is wrong inside a database file; empty where it is sound."""
    try:
        with _opened(path) as database:
            said = [str(row[0]) for row in database.execute(f"PRAGMA integrity_check({_SHOWN_FAULTS})")]
            found = [line for line in said if line != "ok"]
            orphans = database.execute("PRAGMA foreign_key_check").fetchmany(_SHOWN_FAULTS)
    except GoodwordError as error:
        return [error.sentence]
    return found + [f"row {row[1]} of {row[0]} names a row of {row[2]} that is not there" for row in orphans]


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that never makes a file."""
    try:
        address = f"file:{quote(str(path))}?mode=rw"
        with closing(sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE_SECONDS)) as connection:
            yield connection
    except sqlite3.DatabaseError as error:
        raise GoodwordError(
            "database-unreadable", f"The database {path} cannot be read: {error}.", "See: goodword doctor", retry=True
        ) from error


def _sums(database: sqlite3.Connection) -> Sums:
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY 1"
    tables = [str(name) for (name,) in database.execute(names).fetchall()]
    database.text_factory = bytes  # a text that is no UTF-8 has a checksum as well
    found = {table: sum_of(_batches(database, table)) for table in tables}
    found[SCHEMA] = _schema(database)
    return found


def _schema(database: sqlite3.Connection) -> Sum:
    rows = database.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    return sum_of([rows])


def _batches(database: sqlite3.Connection, table: str) -> Iterator[list[Any]]:
    cursor = database.execute(f'SELECT * FROM "{table.replace(chr(34), chr(34) * 2)}" ORDER BY rowid')
    while rows := cursor.fetchmany(_ROWS):
        yield rows
