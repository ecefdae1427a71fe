"""Some kinds of act are a meeting, for which both sides agree on a time."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def fill(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Say so of the one that is shipped."""
    apps.get_model("permissions", "ActKind").objects.filter(code="reference_call").update(at_a_time=True)


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0005_letter_versions'),
    ]

    operations = [
        migrations.AddField(
            model_name='actkind',
            name='at_a_time',
            field=models.BooleanField(db_default=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
