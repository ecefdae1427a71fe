import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('outbox', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Bounce',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.TextField(help_text='SHA-256 of the report as it came.', unique=True)),
                ('address', models.TextField(help_text='Where the letter went, without a name, in lower case.')),
                ('kind', models.TextField()),
                ('said', models.TextField(blank=True)),
                ('taken_at', models.DateTimeField()),
                ('letter', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bounces', to='outbox.letter')),
            ],
            options={
                'indexes': [models.Index(fields=['address', 'kind'], name='bounce_by_address')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ('hard', 'soft', 'complaint'))), name='bounce_kind_is_known_word')],
            },
        ),
    ]
