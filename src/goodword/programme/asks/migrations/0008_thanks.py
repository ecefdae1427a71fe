"""Thanks come before asks: they are rows, and a letter without one says why."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('asks', '0007_letter_versions'),
        ('people', '0005_words_in_order'),
    ]

    operations = [
        migrations.AddField(
            model_name='askletter',
            name='unthanked_because',
            field=models.TextField(blank=True, db_default=''),
        ),
        migrations.CreateModel(
            name='Thank',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('how', models.TextField()),
                ('thanked_on', models.DateField()),
                ('at', models.DateTimeField()),
                ('by', models.TextField(blank=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='thanks', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['person', '-thanked_on'], name='thank_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('how__in', ['call', 'note', 'letter', 'in_person'])), name='thank_is_known_word')],
            },
        ),
    ]
