"""The same findings give the same lists, counts and hits on PostgreSQL, and readers never see half of them there."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.on_postgresql.server import Database, Server

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


def on(database: Database, workspace: Path) -> dict[str, Any]:
    """What a process tells that publishes and reads on this database."""
    told: dict[str, Any] = json.loads(database.run(workspace, "-c", _TOLD, *TYPED).splitlines()[-1])
    return told


def test_both_databases_tell_the_same(server: Server, tmp_path: Path) -> None:
    theirs = on(server.make("published"), tmp_path / "on-postgresql")
    ours = on(Database(f"sqlite:///{tmp_path}/programme.sqlite3"), tmp_path / "on-sqlite")
    assert (theirs.pop("vendor"), ours.pop("vendor")) == ("postgresql", "sqlite")
    assert theirs == ours
    assert theirs["fingerprint"] == "one"
    assert theirs["after"] == ["p000007"]
    assert theirs["left"] == [2, 3]
    assert "rhiannon" in theirs["hits"]["rhianon pug"][0]
