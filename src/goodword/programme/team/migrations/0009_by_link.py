"""A customer's person does things by a link. SQLite makes the table anew for that, so the guards are put up again."""

from importlib import import_module

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_GUARDS = import_module("goodword.programme.team.migrations.0008_audit_tombstones")


def _protect(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _GUARDS.protect(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("team", "0008_audit_tombstones")]
    operations = [
        migrations.RemoveConstraint(model_name="auditentry", name="audit_actor_is_known_word"),
        migrations.AddConstraint(
            model_name="auditentry",
            constraint=models.CheckConstraint(
                condition=models.Q(actor_kind__in=["user", "token", "link", "console", "system"]),
                name="audit_actor_is_known_word",
            ),
        ),
        migrations.RunPython(_protect, _protect),
    ]
