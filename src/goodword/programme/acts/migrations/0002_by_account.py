"""The acts of one account are found at once, for its page."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('acts', '0001_initial'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='act',
            index=models.Index(fields=['account_id', '-done_on'], name='act_of_account'),
        ),
    ]
