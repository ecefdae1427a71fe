"""Letters that ask have versions, and say what somebody gets in return."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('asks', '0006_kind_burdens'),
        ('permissions', '0005_letter_versions'),
    ]

    operations = [
        migrations.AddField(
            model_name='askletter',
            name='language',
            field=models.TextField(blank=True, db_default=''),
        ),
        migrations.AddField(
            model_name='askletter',
            name='version',
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.CreateModel(
            name='LetterVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.TextField()),
                ('number', models.PositiveIntegerField()),
                ('subject', models.TextField()),
                ('text', models.TextField()),
                ('restored', models.PositiveIntegerField(null=True)),
                ('at', models.DateTimeField()),
                ('by_kind', models.TextField()),
                ('by_id', models.TextField(blank=True)),
                ('act_kind', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='letters', to='permissions.actkind')),
            ],
            options={
                'ordering': ('-number',),
                'constraints': [models.UniqueConstraint(fields=('act_kind', 'language', 'number'), name='letter_version_counts_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='letter_versions_start_at_one'), models.CheckConstraint(condition=models.Q(models.Q(('subject', ''), _negated=True), models.Q(('text', ''), _negated=True)), name='letter_version_says_something')],
            },
        ),
    ]
