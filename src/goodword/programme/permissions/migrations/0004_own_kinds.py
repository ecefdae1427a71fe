"""Kinds of acts have a history, and people add their own."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def mark(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Say which of those that are shipped is a public review."""
    apps.get_model("permissions", "ActKind").objects.filter(code="review").update(public_review=True, by_choice=False)



class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0003_kind_burdens'),
    ]

    operations = [
        migrations.CreateModel(
            name='KindChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('before', models.JSONField(null=True)),
                ('after', models.JSONField()),
                ('at', models.DateTimeField()),
                ('by_kind', models.TextField()),
                ('by_id', models.TextField(blank=True)),
                ('door', models.TextField()),
                ('reason', models.TextField(blank=True)),
            ],
            options={
                'ordering': ('-number',),
            },
        ),
        migrations.AddField(
            model_name='actkind',
            name='label',
            field=models.TextField(blank=True, db_default=''),
        ),
        migrations.AddField(
            model_name='actkind',
            name='public_review',
            field=models.BooleanField(db_default=False),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='actkind',
            constraint=models.CheckConstraint(condition=models.Q(('public_review', False), ('by_choice', False), _connector='OR'), name='act_kind_any_review_goes_by_lot'),
        ),
        migrations.AddField(
            model_name='kindchange',
            name='act_kind',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='permissions.actkind'),
        ),
        migrations.AddConstraint(
            model_name='kindchange',
            constraint=models.UniqueConstraint(fields=('act_kind', 'number'), name='kind_change_numbers_count_up'),
        ),
    ]
