"""The audit trail takes new entries and refuses every other change, whoever asks the database."""

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = {
    f"audit_entry_no_{verb}": f"""
        CREATE TRIGGER IF NOT EXISTS audit_entry_no_{verb} BEFORE {verb.upper()} ON team_auditentry
        BEGIN SELECT RAISE(ABORT, 'entries of the audit trail stay as they are'); END
    """
    for verb in ("update", "delete")
}
_POSTGRESQL = (
    """
    CREATE OR REPLACE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'entries of the audit trail stay as they are'; END $$
    """,
    "DROP TRIGGER IF EXISTS audit_entry_stays_row ON team_auditentry",
    """
    CREATE TRIGGER audit_entry_stays_row BEFORE UPDATE OR DELETE ON team_auditentry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_stays()
    """,
    "DROP TRIGGER IF EXISTS audit_entry_stays_table ON team_auditentry",
    """
    CREATE TRIGGER audit_entry_stays_table BEFORE TRUNCATE ON team_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays()
    """,
)
_POSTGRESQL_OFF = (
    "DROP TRIGGER IF EXISTS audit_entry_stays_row ON team_auditentry",
    "DROP TRIGGER IF EXISTS audit_entry_stays_table ON team_auditentry",
)


def protect(connection: BaseDatabaseWrapper) -> None:
    """Put the guards up; doing it again changes nothing."""
    statements = tuple(_SQLITE.values()) if connection.vendor == "sqlite" else _POSTGRESQL
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def unprotect(connection: BaseDatabaseWrapper) -> None:
    """Take the guards down."""
    names = tuple(f"DROP TRIGGER IF EXISTS {name}" for name in _SQLITE)
    with connection.cursor() as cursor:
        for statement in names if connection.vendor == "sqlite" else _POSTGRESQL_OFF:
            cursor.execute(statement)


def _forwards(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    protect(editor.connection)


def _backwards(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    unprotect(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("team", "0002_roles_tokens_trail")]
    operations = [migrations.RunPython(_forwards, _backwards)]
