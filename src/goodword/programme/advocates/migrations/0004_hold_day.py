"""The day a hold's sentence names, so that the sentence can be said in the language of the reader."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('advocates', '0003_answers'),
    ]

    operations = [
        migrations.AddField(
            model_name='hold',
            name='day',
            field=models.DateField(null=True),
        ),
    ]
