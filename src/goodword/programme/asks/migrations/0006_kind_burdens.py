"""Places weigh what their act weighs; the database counts it, whoever takes one."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from goodword.programme.asks.guards import protect, unprotect


def _up(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    protect(editor.connection)


def _down(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    unprotect(editor.connection)


def _weigh(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Places of before weigh what their kind weighs today."""
    places = apps.get_model("asks", "Reservation").objects
    for kind in apps.get_model("permissions", "ActKind").objects.exclude(load=1):
        places.filter(act_kind=kind).update(load=kind.load)


class Migration(migrations.Migration):

    dependencies = [
        ('asks', '0005_ask_letters'),
        ('people', '0005_words_in_order'),
        ('permissions', '0003_kind_burdens'),
    ]

    operations = [
        # SQLite makes altered tables anew, and a trigger that names one would stop that.
        migrations.RunPython(_down, migrations.RunPython.noop),
        migrations.AddField(
            model_name='pastload',
            name='load',
            field=models.PositiveSmallIntegerField(db_default=1),
        ),
        migrations.AddField(
            model_name='reservation',
            name='load',
            field=models.PositiveSmallIntegerField(db_default=1),
        ),
        migrations.AddField(
            model_name='reservation',
            name='points',
            field=models.PositiveSmallIntegerField(db_default=12),
        ),
        migrations.AddField(
            model_name='reservation',
            name='rests_at_least',
            field=models.DateField(null=True),
        ),
        migrations.AddConstraint(
            model_name='reservation',
            constraint=models.CheckConstraint(condition=models.Q(('rests_at_least', None), models.Q(('rests_at_least__gt', models.F('reserved_on')), ('rests_at_least__lte', models.F('rests_until'))), _connector='OR'), name='reservation_rests_at_least'),
        ),
        migrations.AddConstraint(
            model_name='reservation',
            constraint=models.CheckConstraint(condition=models.Q(('load__lte', 20)), name='reservation_load_is_bounded'),
        ),
        migrations.AddConstraint(
            model_name='reservation',
            constraint=models.CheckConstraint(condition=models.Q(('points__gte', 1), ('points__lte', 100)), name='reservation_points_are_bounded'),
        ),
        migrations.RunPython(_weigh, migrations.RunPython.noop),
        migrations.RunPython(_up, _down),
    ]
