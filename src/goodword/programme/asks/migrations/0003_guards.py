"""The database refuses a reservation that breaks a rest or a cap, whoever inserts it."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from goodword.programme.asks.guards import protect, unprotect


def _forwards(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    protect(editor.connection)


def _backwards(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    unprotect(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("asks", "0002_load")]
    operations = [migrations.RunPython(_forwards, _backwards)]
