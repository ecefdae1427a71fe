"""Users from before there were roles keep what they could do: everything."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from goodword.kit import clock


def _give(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    user, assignment = apps.get_model("team", "User"), apps.get_model("team", "Assignment")
    for one in user.objects.filter(assignments=None):
        assignment.objects.create(user=one, role="administrator", reach="all", given_at=clock.now())


class Migration(migrations.Migration):
    dependencies = [("team", "0003_append_only")]
    operations = [migrations.RunPython(_give, migrations.RunPython.noop)]
