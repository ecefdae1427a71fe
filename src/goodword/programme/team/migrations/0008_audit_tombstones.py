"""Entries of the audit trail may be blacked out, where a tombstone says so, and changed in no other way."""

from django.db import migrations, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_STAYS = ("number", "at", "actor_kind", "actor_id", "door", "verb", "noun", "previous", "digest")
_OTHERWISE = " OR ".join(f"NEW.{name} <> OLD.{name}" for name in _STAYS)
_NOT_ANNOUNCED = "NOT EXISTS (SELECT 1 FROM team_audittombstone WHERE number = OLD.number)"
_SQLITE = (
    "DROP TRIGGER IF EXISTS audit_entry_no_update",
    "DROP TRIGGER IF EXISTS audit_entry_no_delete",
    f"""
    CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON team_auditentry
    WHEN {_OTHERWISE} OR {_NOT_ANNOUNCED}
    BEGIN SELECT RAISE(ABORT, 'entries of the audit trail stay as they are'); END
    """,
    """
    CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON team_auditentry
    BEGIN SELECT RAISE(ABORT, 'entries of the audit trail stay as they are'); END
    """,
)
_SQLITE_OFF = _SQLITE[:2]
_POSTGRESQL_OFF = (
    "DROP TRIGGER IF EXISTS audit_entry_stays_row ON team_auditentry",
    "DROP TRIGGER IF EXISTS audit_entry_stays_table ON team_auditentry",
)
_POSTGRESQL = (
    f"""
    CREATE OR REPLACE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' THEN
            IF NOT ({_OTHERWISE} OR {_NOT_ANNOUNCED}) THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION 'entries of the audit trail stay as they are';
    END $$
    """,
    *_POSTGRESQL_OFF,
    """
    CREATE TRIGGER audit_entry_stays_row BEFORE UPDATE OR DELETE ON team_auditentry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_stays()
    """,
    """
    CREATE TRIGGER audit_entry_stays_table BEFORE TRUNCATE ON team_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays()
    """,
)


def protect(connection: BaseDatabaseWrapper) -> None:
    """Put the guards up; doing it again changes nothing."""
    _run(connection, _SQLITE if connection.vendor == "sqlite" else _POSTGRESQL)


def unprotect(connection: BaseDatabaseWrapper) -> None:
    """Take the guards down."""
    _run(connection, _SQLITE_OFF if connection.vendor == "sqlite" else _POSTGRESQL_OFF)


def _run(connection: BaseDatabaseWrapper, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _forwards(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    protect(editor.connection)


def _backwards(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    unprotect(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("team", "0007_failed_sign_in_origin")]
    operations = [
        migrations.CreateModel(
            name="AuditTombstone",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RunPython(_forwards, _backwards),
    ]
