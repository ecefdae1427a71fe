"""Letters that ask have versions, and say what somebody gets in return."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0004_own_kinds'),
    ]

    operations = [
        migrations.AddField(
            model_name='actkind',
            name='gives_de',
            field=models.TextField(blank=True, db_default=''),
        ),
        migrations.AddField(
            model_name='actkind',
            name='gives_en',
            field=models.TextField(blank=True, db_default=''),
        ),
    ]
