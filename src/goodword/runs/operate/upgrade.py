"""Bring the programme database up to date, with a proven backup first."""

from dataclasses import dataclass
from pathlib import Path

from goodword.kit.errors import GoodwordError
from goodword.kit.lock import only_one
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.runs.operate.backup import Backup, back_up
from goodword.runs.operate.schema import Schema, migrate_whole, read_schema, refusal
from goodword.runs.opt_outs.suppressed_list import share_suppressed
from goodword.runs.progress import Progress, silent
from goodword.runs.workspace import Workspace

_BUSY = GoodwordError(
    code="upgrade-busy",
    sentence="Another upgrade of this workspace is at work.",
    mend="Wait until it has ended.",
    retry=True,
)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade did.

    Attributes:
        migrations: those that were pending.
        backup: the one that was taken first.
    """

    migrations: tuple[str, ...]
    backup: Backup


def pending() -> Schema:
    """How far the database is.

    Raises:
        GoodwordError: a newer Goodword made it (code `database-ahead`).
    """
    schema = read_schema()
    why = refusal(schema)
    if why is not None and schema.unknown:
        raise why
    return schema


def upgrade(
    workspace: Workspace, *, by: Actor, folder: Path | None = None, progress: Progress = silent
) -> Upgrade | None:
    """Back up, prove the backup, then migrate in one transaction.

    Killed at any point it leaves the old state or the new one; doing it again finishes it.

    Returns:
        what was done; None where there was nothing to do.

    Raises:
        GoodwordError: the backup does not count, or a migration failed (code `upgrade-failed`) and the database is as
            it was before.
    """
    with only_one(workspace.path / "upgrade.lock", patience_seconds=0, busy=_BUSY):
        schema = pending()
        if not schema.pending:
            return None
        backup = back_up(workspace, folder=folder, progress=progress)
        progress("migrate", 0, 0)
        try:
            migrate_whole(lambda: record(by, "upgrade", "workspace", after={"migrations": list(schema.pending)}))
        except Exception as error:
            raise _failed(schema, backup, error) from error
        share_suppressed(workspace)
        return Upgrade(schema.pending, backup)


def _failed(before: Schema, backup: Backup, error: Exception) -> GoodwordError:
    what = f"A migration failed: {str(error).strip() or type(error).__name__}"
    if read_schema() == before:
        return GoodwordError(
            "upgrade-failed",
            f"{what}. The database is as it was before.",
            f"Go on with the version of Goodword you had, and report this. The backup is {backup.path}.",
        )
    return GoodwordError(
        "upgrade-failed",
        f"{what}. The database is not as it was before.",
        f"Restore the backup: goodword restore {backup.path} --to DIR",
    )
