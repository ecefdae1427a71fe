"""One server for the ring, and a database with our tables in it."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.on_postgresql.server import Database, Server, running

_NUMBERS = count(1)
_MIGRATE = (
    "import django; django.setup(); from django.core.management import call_command as c; c('migrate', verbosity=0)"
)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The server."""
    with running() as made:
        yield made


@pytest.fixture(scope="session")
def ours(server: Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database that has our tables and nothing in them; others are made like it."""
    server.make("ours").run(tmp_path_factory.mktemp("ours"), "-c", _MIGRATE)
    return "ours"


@pytest.fixture
def database(server: Server, ours: str) -> Database:
    """A database with our tables, for one test."""
    return server.make(f"ours_{next(_NUMBERS)}", like=ours)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace for the database."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    (folder / "goodword.toml").touch()
    return folder
