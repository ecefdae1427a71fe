"""A PostgreSQL of our own, on a free port of this machine, in a folder that goes away."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from tests.architecture.tree import ROOT

BIN = Path("/usr/lib/postgresql/15/bin")
_MEMORY = "/dev/shm"  # noqa: S108  # where there is one; a database of tests need not outlive them
_SERVER = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root


@dataclass(frozen=True, slots=True)
class Database:
    """A database of the server.

    Attributes:
        url: where it is, as `DATABASE_URL` names it.
    """

    url: str

    def surroundings(self, workspace: Path) -> dict[str, str]:
        """The environment of a process that works on it."""
        return {
            **os.environ,
            "GOODWORD_WORKSPACE": str(workspace),
            "DJANGO_SETTINGS_MODULE": "goodword.config.settings",
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": self.url,
        }

    def run(self, workspace: Path, *arguments: str) -> str:
        """Run Python on it, and return what it prints."""
        workspace.mkdir(exist_ok=True)
        (workspace / "goodword.toml").touch()
        command = [sys.executable, *arguments]
        surroundings = self.surroundings(workspace)
        done = subprocess.run(command, env=surroundings, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def ask(self, statement: LiteralString, *values: object) -> list[tuple[Any, ...]]:
        """Run one statement, past everything of ours; return its rows."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            cursor = connection.execute(statement, values)
            return cursor.fetchall() if cursor.description else []


@dataclass(frozen=True, slots=True)
class Server:
    """The server.

    Attributes:
        address: of it, without a database.
    """

    address: str

    def database(self, name: str) -> Database:
        """One of its databases, which is there already."""
        return Database(f"{self.address}/{name}")

    def make(self, name: str, *, like: str = "template0") -> Database:
        """A database, empty or as another one is."""
        with psycopg.connect(self.database("postgres").url, autocommit=True) as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(like))
            )
        return self.database(name)


@contextmanager
def running() -> Iterator[Server]:
    """A server until the end of the block."""
    # Not a folder of pytest: those are root's alone, and the server does not run as root.
    with TemporaryDirectory(
        prefix="goodword-postgresql-", dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None
    ) as name:
        folder = Path(name)
        if _SERVER:
            shutil.chown(name, _SERVER)
        data, port = folder / "data", _free_port()
        _run("initdb", "-D", str(data), "-U", "goodword", "--auth=trust", "--locale=C.UTF-8", "--no-sync")
        listening = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off -c full_page_writes=off -c autovacuum=off"
        _run("pg_ctl", "-D", str(data), "-o", listening, "-l", str(folder / "log"), "-w", "start")
        try:
            yield Server(f"postgresql://goodword@127.0.0.1:{port}")
        finally:
            _run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def _run(*command: str) -> None:
    # Debian keeps them out of the path, for several versions may be there.
    found = shutil.which("pg_ctl")
    commands = BIN if BIN.is_dir() or not found else Path(found).parent
    subprocess.run([str(commands / command[0]), *command[1:]], check=True, user=_SERVER, cwd="/", capture_output=True)
