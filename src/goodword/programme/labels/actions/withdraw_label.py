"""Take a label back."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.labels.models import Label, LabelWithdrawal
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def withdraw_label(label: Label, *, by: Actor) -> LabelWithdrawal:
    """Take a label back: what stood before it counts again, with the next run. Again changes nothing."""
    with transaction.atomic():
        row, new = LabelWithdrawal.objects.get_or_create(label=label, defaults={"at": clock.now(), "by": by.user_id})
        if new:
            before = {"label": label.pk, "kind": label.kind}
            record(by, "withdraw_label", "person", label.person_id, before=before)
    return row
