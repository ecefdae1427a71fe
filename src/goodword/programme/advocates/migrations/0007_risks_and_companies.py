"""What accounts and people are shown with: who is gone, and what else a company is called."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("advocates", "0006_answers_after_merges"),
    ]

    operations = [
        migrations.AddField(
            model_name="listedaccount",
            name="company",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="listedaccount",
            name="risks",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="listedperson",
            name="risks",
            field=models.JSONField(default=list),
        ),
    ]
