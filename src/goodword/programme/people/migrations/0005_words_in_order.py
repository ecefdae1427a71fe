"""Of one day both a word and a consent may be told: when each was noted says which came last."""

from datetime import UTC, datetime

from django.db import migrations, models

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # what was noted before this version a consent of the same day lifts, as it did


class Migration(migrations.Migration):
    dependencies = [("people", "0004_told_values")]
    operations = [
        migrations.AddField("consent", "ids", models.JSONField(default=list)),
        migrations.AddField("suppression", "at", models.DateTimeField(default=_LONG_AGO), preserve_default=False),
    ]
