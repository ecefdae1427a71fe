"""How far a programme database is, and bringing it up to date in one step."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from goodword.kit.errors import GoodwordError


@dataclass(frozen=True, slots=True)
class Schema:
    """Which migrations a database has, beside those of the code; each as `app.name`.

    Attributes:
        applied: those it has, sorted.
        pending: those of the code that it lacks, in the order they come.
        unknown: those it has and the code does not know: a newer Goodword was here.
    """

    applied: tuple[str, ...]
    pending: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever set up in it."""
        return not self.applied


def read_schema() -> Schema:
    """Look at the database that Django was told to use; changes nothing.

    Raises:
        GoodwordError: it cannot be reached (code `database-away`).
    """
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        what = str(error).strip().partition("\n")[0]
        raise GoodwordError(
            "database-away", f"The programme database cannot be read: {what}", "See: goodword doctor", retry=True
        ) from error
    loader = executor.loader
    applied = set(MigrationRecorder(connection).applied_migrations())
    plan = executor.migration_plan(loader.graph.leaf_nodes())
    return Schema(
        applied=tuple(sorted(f"{app}.{name}" for app, name in applied)),
        pending=tuple(f"{migration.app_label}.{migration.name}" for migration, _backwards in plan),
        unknown=tuple(sorted(f"{app}.{name}" for app, name in applied - set(loader.disk_migrations))),
    )


def refusal(schema: Schema) -> GoodwordError | None:
    """Why commands cannot work with a database as it is; None where they can, or where it is new."""
    if schema.unknown:
        return GoodwordError(
            code="database-ahead",
            sentence="The programme database was made by a newer Goodword: this one does not know "
            f"{schema.unknown[0]}{_more(schema.unknown)}.",
            mend="Install that version again, or restore a backup that this one made: goodword restore",
        )
    if schema.pending and not schema.is_new:
        return GoodwordError(
            code="database-behind",
            sentence="The programme database is older than this Goodword: it lacks "
            f"{schema.pending[0]}{_more(schema.pending)}.",
            mend="Bring it up to date, with a backup first: goodword upgrade",
        )
    return None


def migrate_whole(then: Callable[[], object] | None = None) -> None:
    """Bring the database up to date in one transaction: all of it, or nothing, wherever the process ends.

    Args:
        then: called in the same transaction once the tables are as they should be.

    Raises:
        Exception: whatever a migration raises; the database is as it was before.
    """
    connection.ensure_connection()
    # SQLite rebuilds tables, and keeps foreign keys only outside a transaction; they are checked before the end.
    connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            call_command("migrate", verbosity=0, interactive=False)
            if then is not None:
                then()
            connection.check_constraints()
    finally:
        connection.enable_constraint_checking()


def _more(names: tuple[str, ...]) -> str:
    return f" and {len(names) - 1} more" if len(names) > 1 else ""
