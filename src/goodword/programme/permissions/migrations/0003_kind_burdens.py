"""What each kind of act takes, who may ask for it, and what must be there first."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Written out, as those of before: what is shipped later has a migration of its own.
_BURDENS = {
    # code: minutes, load, days of rest
    "quote": (15, 1, 30),
    "reference_call": (45, 3, 45),
    "case_study": (120, 5, 120),
    "talk": (300, 8, 180),
    "logo": (10, 1, 30),
    "referral": (30, 3, 60),
    "introduction": (20, 2, 45),
    "beta": (180, 4, 90),
    "advisory_board": (480, 8, 180),
    "review": (15, 1, 45),
    "community_answer": (10, 0, 0),
}


def fill(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Write the shipped burdens, and over them what somebody set as settings before these were rows."""
    kinds = apps.get_model("permissions", "ActKind").objects
    for code, (minutes, load, rest_days) in _BURDENS.items():
        kinds.filter(code=code).update(minutes=minutes, load=load, rest_days=rest_days)
    kinds.filter(code="review").update(by_choice=False)
    changes = apps.get_model("tuning", "SettingChange").objects.filter(key__startswith="acts.").order_by("number")
    for key, value in {change.key: change.value for change in changes}.items():
        _table, code, name = key.split(".")
        if value is not None and name in {"minutes", "load", "rest_days"}:
            kinds.filter(code=code).update(**{name: value})
        elif value == "lot" and name == "choosing":
            kinds.filter(code=code).update(by_choice=False)


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0002_shipped_kinds'),
        ('tuning', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='actkind',
            name='asked_by',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='actkind',
            name='company_first',
            field=models.BooleanField(db_default=False),
        ),
        migrations.AddField(
            model_name='actkind',
            name='load',
            field=models.PositiveSmallIntegerField(db_default=1),
        ),
        migrations.AddField(
            model_name='actkind',
            name='minutes',
            field=models.PositiveIntegerField(db_default=30),
        ),
        migrations.AddField(
            model_name='actkind',
            name='needs_qualified',
            field=models.BooleanField(db_default=False),
        ),
        migrations.AddField(
            model_name='actkind',
            name='needs_story',
            field=models.BooleanField(db_default=False),
        ),
        migrations.AddField(
            model_name='actkind',
            name='rest_days',
            field=models.PositiveSmallIntegerField(db_default=0),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='actkind',
            constraint=models.CheckConstraint(condition=models.Q(('load__lte', 20)), name='act_kind_load_is_bounded'),
        ),
        migrations.AddConstraint(
            model_name='actkind',
            constraint=models.CheckConstraint(condition=models.Q(('rest_days__lte', 1000)), name='act_kind_rest_is_bounded'),
        ),
        migrations.AddConstraint(
            model_name='actkind',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('code', 'review'), _negated=True), ('by_choice', False), _connector='OR'), name='act_kind_review_goes_by_lot'),
        ),
    ]
