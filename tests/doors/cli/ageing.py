"""Workspaces as an older or a newer version left them, and what can be seen in one from outside."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from goodword.runs.operate.databases.sqlite import sums
from goodword.runs.operate.databases.sums import Sums
from tests.doors.cli.ready import ready

# Two apps that nothing else hangs on, with the first letters of their tables.
LACKING = {"meetings": "meetings_", "sessions": "django_session"}
PEOPLE = "person_key,full_name,email\n" + "".join(f"p{n},Person {n},p{n}@oriel.example\n" for n in range(40))


def database_of(workspace: Path) -> Path:
    return workspace / "programme.sqlite3"


def state_of(workspace: Path) -> Sums:
    """Every table with its rows, and the schema; without the trail and the history of migrations, which tell when."""
    left = {"django_migrations", "team_auditentry", "team_audithead", "sqlite_sequence"}
    return {name: value for name, value in sums(database_of(workspace)).items() if name not in left}


def applied(workspace: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(database_of(workspace))) as database:
        return set(database.execute("SELECT app, name FROM django_migrations").fetchall())


def tables(workspace: Path) -> set[str]:
    with closing(sqlite3.connect(database_of(workspace))) as database:
        return {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def make_older(workspace: Path) -> None:
    """Take away what the newest version brought."""
    with closing(sqlite3.connect(database_of(workspace))) as database:
        for app, begin in LACKING.items():
            for name in [name for name in tables(workspace) if name.startswith(begin)]:
                database.execute(f"DROP TABLE {name}")
            database.execute("DELETE FROM django_migrations WHERE app = ?", [app])
        database.commit()


def make_newer(workspace: Path) -> None:
    """Let a version that does not exist yet have been here."""
    with closing(sqlite3.connect(database_of(workspace))) as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('team', '9999_of_tomorrow', '2030-01-01')"
        )
        database.commit()


def start(workspace: Path, *arguments: str) -> "subprocess.Popen[str]":
    """Start a command and let it run."""
    own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return subprocess.Popen(
        [sys.executable, "-m", "goodword.config.main", "--workspace", str(workspace), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        env=own,
    )


def script(workspace: Path, text: str) -> "subprocess.CompletedProcess[str]":
    """Run Python in a workspace, as a command would, in a process of its own."""
    begin = (
        "from pathlib import Path\nfrom goodword.config.main import set_up\n"
        f"workspace = Path({str(workspace)!r})\nset_up(workspace)\n"
    )
    own = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return ready().run([], own, begin + text)
