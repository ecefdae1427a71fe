"""Grant somebody a few calls, as long as the limit of this stretch of time leaves some."""

from datetime import datetime, timedelta

from django.db import transaction

from goodword.programme.calls.models import CallWindow

_KEPT = timedelta(hours=1)


def grant_calls(subject: str, kind: str, *, begins_at: datetime, limit: int, wanted: int) -> tuple[int, int]:
    """Grant up to `wanted` calls, and return how many were granted and how many are left after that.

    All processes grant from the same row, so that together they never grant more than the limit.

    Args:
        subject: who calls.
        kind: which limit.
        begins_at: when the stretch began.
        limit: how many calls it allows.
        wanted: how many to grant.
    """
    with transaction.atomic():
        row, made = CallWindow.objects.select_for_update().get_or_create(
            subject=subject, kind=kind, begins_at=begins_at
        )
        if made:
            CallWindow.objects.filter(begins_at__lt=begins_at - _KEPT).delete()
        granted = max(min(wanted, limit - row.granted), 0)
        if granted:
            row.granted += granted
            row.save(update_fields=["granted"])
    return granted, max(limit - row.granted, 0)
