"""The act kinds that are shipped, each with its policy."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Written out: what is shipped later has a migration of its own, and this one stays what it was.
_KINDS = (
    # code, needs the person, needs the company, audience, by choice, asked for
    ("quote", True, True, "public", True, True),
    ("reference_call", True, False, "named", True, True),
    ("case_study", True, True, "public", True, True),
    ("talk", True, True, "public", True, True),
    ("logo", False, True, "public", True, True),
    ("referral", True, False, "named", True, True),
    ("introduction", True, False, "named", True, True),
    ("beta", True, False, "private", True, True),
    ("advisory_board", True, True, "private", True, True),
    ("review", True, False, "public", False, True),
    ("community_answer", False, False, "public", True, False),
)


def ship(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Add the kinds that are not there; those that are stay as they are."""
    kinds = apps.get_model("permissions", "ActKind").objects
    for place, (code, person, company, audience, by_choice, asked_for) in enumerate(_KINDS):
        kinds.get_or_create(
            code=code,
            defaults={
                "place": place,
                "needs_person": person,
                "needs_company": company,
                "audience": audience,
                "by_choice": by_choice,
                "asked_for": asked_for,
            },
        )


class Migration(migrations.Migration):
    dependencies = [("permissions", "0001_initial")]
    operations = [migrations.RunPython(ship, migrations.RunPython.noop)]
