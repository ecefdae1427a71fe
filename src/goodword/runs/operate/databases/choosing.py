"""Which engine the programme database runs on."""

from pathlib import Path
from typing import Protocol

from django.db import connection

from goodword.runs.operate.databases.postgresql import Postgresql
from goodword.runs.operate.databases.sqlite import Sqlite
from goodword.runs.operate.databases.sums import Sums, Tell


class Engine(Protocol):
    """How a programme database is copied, and a copy looked into."""

    name: str
    file_name: str

    def copy(self, target: Path, tell: Tell) -> Sums:
        """Copy the database as it is at one moment into a new file, and sum up that same moment."""

    def examine(self, copy: Path) -> tuple[Sums, list[str]]:
        """Say what a copy holds once it is a database again, and what is wrong in it."""

    def fill(self, copy: Path) -> None:
        """Make a copy the database in use."""


def engine_in_use() -> Engine:
    """The engine of the database that Django was told to use."""
    if connection.vendor == "postgresql":
        return Postgresql(connection)
    return Sqlite(Path(str(connection.settings_dict["NAME"])))
