"""The same findings give the same lists, counts and hits on PostgreSQL, and readers never see half of them there."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

pytestmark = [pytest.mark.engines, pytest.mark.xdist_group("postgresql")]

_TOLD = """
import json, sys
import django
django.setup()
from django.core.management import call_command
from django.db import connection
from goodword.doors.web.listing import ORDERS, Chosen, list_people
from goodword.programme.advocates import models
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.roster import counts_for
from goodword.programme.advocates.search.engine import search
from tests.world import TODAY, crowd, the_cast

class PulledPlugError(Exception):
    pass

def pull_the_plug(stage, done, total):
    if stage == "index":
        raise PulledPlugError

call_command("migrate", verbosity=0)
publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="one")
try:
    publish_findings(crowd(40).findings(), as_of=TODAY, fingerprint="two", progress=pull_the_plug)
except PulledPlugError:
    pass
current = models.Publication.current()
leila = "LEILA@northwind.example"
tables = (models.ListedPerson, models.Signal, models.Hold, models.Likelihood, models.Remark, models.Moment)
rows = {}
for table in tables:
    names = [field.attname for field in table._meta.fields if field.attname not in {"id", "generation_id"}]
    rows[table.__name__] = list(table.objects.within(current).order_by("person_id", "id").values(*names))
told = {
    "vendor": connection.vendor,
    "fingerprint": current.fingerprint,
    "rows": rows,
    "lists": {
        f"{act} {sort} {owner}": list(list_people(current, Chosen(act=act, sort=sort), owner=owner).ids)
        for act in ("", "quote") for sort in ORDERS for owner in ("", leila)
    },
    "counts": [counts_for(current, owner) for owner in ("", leila)],
    "hits": {text: [str(hit) for hit in search(current, text)] for text in sys.argv[1:]},
}
after = publish_findings(crowd(40).findings(), as_of=TODAY, fingerprint="two")
told["after"] = [hit.id for hit in search(after, "person 7")]
publish_findings(crowd(5).findings(), as_of=TODAY, fingerprint="three")
told["left"] = sorted(set(models.SearchBlock.objects.values_list("generation_id", flat=True)))
print(json.dumps(told, default=str))
"""
TYPED = (
    "rhianon pug",
    "selin yildiz",
    "halden helth",
    "zephyr.example",
    "crm:hemi",
    "weekend",
    "s",
    "yıld",
    "nobody x",
)
BIN = Path("/usr/lib/postgresql/15/bin")
_SERVER = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root


def on(database: str, workspace: Path) -> dict[str, Any]:
    """What a process tells that publishes and reads on this database."""
    workspace.mkdir()
    (workspace / "goodword.toml").touch()
    surroundings = {
        **os.environ,
        "GOODWORD_WORKSPACE": str(workspace),
        "DJANGO_SETTINGS_MODULE": "goodword.config.settings",
        "PYTHONPATH": str(Path(__file__).parents[3]),
        "DATABASE_URL": database,
    }
    command = [sys.executable, "-c", _TOLD, *TYPED]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _commands() -> Path:
    # Debian keeps them out of the path, for several versions may be there.
    found = shutil.which("pg_ctl")
    return BIN if BIN.is_dir() or not found else Path(found).parent


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that a server can reach that may not run as root: those of pytest are root's alone."""
    with TemporaryDirectory(prefix="goodword-postgresql-") as name:
        if _SERVER:
            shutil.chown(name, _SERVER)
        yield Path(name)


@pytest.fixture(scope="module")
def postgresql(folder: Path) -> Iterator[str]:
    """A PostgreSQL of our own, on a free port of this machine, in a folder that goes away."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    data, commands = folder / "data", _commands()

    def run(*command: str) -> None:
        subprocess.run(
            [str(commands / command[0]), *command[1:]], check=True, user=_SERVER, cwd="/", capture_output=True
        )

    run("initdb", "-D", str(data), "-U", "goodword", "--auth=trust", "--locale=C.UTF-8", "--no-sync")
    listening = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off"
    run("pg_ctl", "-D", str(data), "-o", listening, "-l", str(folder / "log"), "-w", "start")
    yield f"postgresql://goodword@127.0.0.1:{port}/postgres"
    run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def test_both_databases_tell_the_same(postgresql: str, tmp_path: Path) -> None:
    theirs = on(postgresql, tmp_path / "on-postgresql")
    ours = on(f"sqlite:///{tmp_path}/programme.sqlite3", tmp_path / "on-sqlite")
    assert (theirs.pop("vendor"), ours.pop("vendor")) == ("postgresql", "sqlite")
    assert theirs == ours
    assert theirs["fingerprint"] == "one"
    assert theirs["after"] == ["p000007"]
    assert theirs["left"] == [2, 3]
    assert "rhiannon" in theirs["hits"]["rhianon pug"][0]
