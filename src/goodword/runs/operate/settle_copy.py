"""Make an unpacked copy ready to be a workspace: held, compared, up to date, with nobody signed in."""

from datetime import datetime
from pathlib import Path

from django.contrib.sessions.models import Session
from django.db import connection, transaction

from goodword.evidence.lake.local import LocalLake
from goodword.kit.errors import GoodwordError
from goodword.programme.links.actions.end_link import end_link
from goodword.programme.links.models import Link, LinkEnd
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.runs.ledger import post_ledger
from goodword.runs.operate.compare import differences
from goodword.runs.operate.contents import Contents
from goodword.runs.operate.databases.choosing import Engine, engine_in_use
from goodword.runs.operate.databases.sqlite import Sqlite
from goodword.runs.operate.restored import Restored, mark_restored
from goodword.runs.operate.schema import migrate_whole, read_schema, refusal
from goodword.runs.progress import Progress
from goodword.runs.workspace import LAKE_NAME

_SHOWN = 3


def settle_copy(folder: Path, contents: Contents, restored: Restored, *, by: Actor, progress: Progress) -> int:
    """Make the copy in `folder` ready; Django was told to use its database.

    Returns:
        how many migrations it lacked and has now.

    Raises:
        GoodwordError: the copy is not what was backed up, or a newer Goodword made it.
    """
    mark_restored(folder, restored)
    engine = _engine(folder, contents)
    found = differences(contents, folder, engine, progress)
    if found:
        raise GoodwordError(
            "copy-differs", f"The copy is not what was backed up: {' '.join(found[:_SHOWN])}", "Take another backup."
        )
    engine.fill(folder / contents.database)
    try:
        migrated = _up_to_date(restored.at, by, archive=restored.archive)
        with LocalLake(folder / LAKE_NAME).session() as session:
            post_ledger(session)
    finally:
        connection.close()
    return migrated


def _engine(folder: Path, contents: Contents) -> Engine:
    engine = engine_in_use()
    elsewhere = isinstance(engine, Sqlite) and engine.path.resolve() != (folder / contents.database).resolve()
    if engine.name != contents.engine or elsewhere:
        wanted = "an empty PostgreSQL database" if contents.engine == "postgresql" else "nothing"
        raise GoodwordError(
            "wrong-database",
            f"The backup holds a database of {contents.engine}, and DATABASE_URL names another place for it.",
            f"Let DATABASE_URL name {wanted} while you restore.",
        )
    return engine


def _up_to_date(at: datetime, by: Actor, *, archive: str) -> int:
    schema = read_schema()
    if schema.unknown:
        raise refusal(schema) or AssertionError("unknown migrations are refused")
    if schema.pending:
        migrate_whole()
    with transaction.atomic():
        # Whoever was signed in to the original signs in again: a cookie of there must not open the copy.
        Session.objects.all().delete()
        for link in Link.objects.standing().filter(purpose="own_page", expires_at__gt=at):
            end_link(link, LinkEnd.RESTORED, by=by)  # as a cookie: what letters of there open stays there
        record(by, "restore", "workspace", after={"archive": archive, "at": at.isoformat()})
    return len(schema.pending)
