"""The programme database where it is PostgreSQL: `pg_dump` and `pg_restore` do the work, in one snapshot."""

import hashlib
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from goodword.kit.errors import GoodwordError
from goodword.runs.operate.databases.sums import Sum, Sums, Tell

_SHOWN = 300  # characters of what a tool complains about


class Postgresql:
    """What `databases.choosing.Engine` promises, on PostgreSQL."""

    name = "postgresql"
    file_name = "programme.pgdump"

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def copy(self, target: Path, tell: Tell) -> Sums:
        """Dump what there is at one moment; the dump and the sums see the same snapshot."""
        tell(0, 0)
        with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            snapshot = str(cursor.fetchone()[0])
            found = _sums(self.connection)
            options = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}"]
            _run(self.connection, "pg_dump", *options, f"--file={target}")
        target.chmod(0o600)
        return found

    def examine(self, copy: Path) -> tuple[Sums, list[str]]:
        """Restore a dump into a database of its own, say what it holds, and drop it again."""
        with _scratch(self.connection) as scratch:
            _restore(scratch, copy)
            return _sums(scratch), []

    def fill(self, copy: Path) -> None:
        """Restore a dump into the database in use, which must be empty."""
        if self.connection.introspection.table_names():
            raise GoodwordError(
                "database-not-empty",
                f"The database {self.connection.settings_dict['NAME']} holds tables already.",
                "Name an empty one in DATABASE_URL; nothing was changed.",
            )
        _restore(self.connection, copy)


def _restore(connection: BaseDatabaseWrapper, dump: Path) -> None:
    options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
    _run(connection, "pg_restore", *options, str(dump))


def _run(connection: BaseDatabaseWrapper, tool: str, *arguments: str) -> None:
    path = shutil.which(tool)
    if path is None:
        raise GoodwordError(
            "no-pg-tools",
            f"The programme database is PostgreSQL, and {tool} is not installed here.",
            "Install PostgreSQL's client programs of the server's version or newer (on Debian: postgresql-client).",
        )
    with _address(connection) as address:
        done = subprocess.run(  # noqa: S603 - PostgreSQL's own tool, with our own database
            [path, "--no-password", f"--dbname={address}", *arguments], check=False, capture_output=True, text=True
        )
    if done.returncode:
        raise GoodwordError("pg-tool-failed", f"{tool} failed: {done.stderr.strip()[:_SHOWN]}", retry=True)


@contextmanager
def _address(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Where the database is, for PostgreSQL's tools. The password is in a file: a command line can be read by all."""
    told = connection.settings_dict
    parts = {"host": told["HOST"], "port": told["PORT"], "dbname": told["NAME"], "user": told["USER"]}
    with tempfile.TemporaryDirectory(prefix="goodword-") as folder:
        if told["PASSWORD"]:
            passfile = Path(folder) / "pass"
            passfile.touch(0o600)
            passfile.write_text(f"*:*:*:*:{_escaped(told['PASSWORD'], ':')}\n", encoding="utf-8")
            parts["passfile"] = str(passfile)
        yield " ".join(f"{name}='{_escaped(value, chr(39))}'" for name, value in parts.items() if value)


def _escaped(value: object, sign: str) -> str:
    return str(value).replace("\\", "\\\\").replace(sign, f"\\{sign}")


@contextmanager
def _scratch(connection: BaseDatabaseWrapper) -> Iterator[BaseDatabaseWrapper]:
    """An empty database beside the one in use; gone afterwards."""
    name = f"goodword_proof_{secrets.token_hex(6)}"
    quoted = connection.ops.quote_name(name)
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {quoted} TEMPLATE template0")
    except DatabaseError as error:
        raise GoodwordError(
            "no-scratch-database",
            f"No database can be made to prove the backup in: {str(error).strip()}",
            f"Let the user make databases: ALTER ROLE {connection.settings_dict['USER']} CREATEDB.",
        ) from error
    scratch = connection.copy(alias="proof")
    scratch.settings_dict["NAME"] = name
    try:
        yield scratch
    finally:
        scratch.close()
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {quoted}")


def _sums(connection: BaseDatabaseWrapper) -> Sums:
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
    return {table: _sum(connection, table) for table in tables}


def _sum(connection: BaseDatabaseWrapper, table: str) -> Sum:
    quoted, digest = connection.ops.quote_name(table), hashlib.sha256()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {quoted}")
        rows = int(cursor.fetchone()[0])
        key = connection.introspection.get_primary_key_column(cursor, table)
        # The same order in every database, whatever its language sorts by.
        order = f'{connection.ops.quote_name(key)}::text COLLATE "C"' if key else f'{quoted}::text COLLATE "C"'
        raw: Any = cursor.cursor
        with raw.copy(f"COPY (SELECT * FROM {quoted} ORDER BY {order}) TO STDOUT") as stream:
            for piece in stream:
                digest.update(piece)
    return Sum(rows, digest.hexdigest())
