"""An answer keeps the kind and the instant of what was answered: a merge gives signals other ids."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def fill(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """What is still published tells it of the answers of the last days; older moments are not raised any more."""
    answers, moments = apps.get_model("advocates", "MomentAnswer"), apps.get_model("advocates", "Moment")
    known = {}
    pairs = answers.objects.values("person_id", "signal_id")
    rows = moments.objects.filter(person_id__in=pairs.values("person_id"))
    for person, signal, kind, raised_at in rows.values_list("person_id", "signal_id", "kind", "raised_at"):
        known[person, signal] = (kind, raised_at)
    for answer in answers.objects.all().iterator():
        if (answer.person_id, answer.signal_id) in known:
            kind, raised_at = known[answer.person_id, answer.signal_id]
            answers.objects.filter(pk=answer.pk).update(kind=kind, raised_at=raised_at)


class Migration(migrations.Migration):
    dependencies = [
        ("advocates", "0005_accounts"),
        ("people", "0003_who_is_who"),
    ]

    operations = [
        migrations.AddField(
            model_name="momentanswer",
            name="kind",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="momentanswer",
            name="raised_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
