"""Note that somebody read what they were told. No audit entry: it is nobody else's business."""

from datetime import datetime

from goodword.kit import clock
from goodword.programme.desk.models import Notification, Reading
from goodword.programme.team.models import User


def mark_read(notification: Notification, *, now: datetime | None = None) -> None:
    """Note when it was read first."""
    Reading.objects.bulk_create([Reading(notification=notification, at=now or clock.now())], ignore_conflicts=True)


def mark_all_read(user: User, *, now: datetime | None = None) -> int:
    """Note that somebody read everything there is; return how much was new."""
    at, unread = now or clock.now(), list(Notification.objects.to(user).unread().values_list("pk", flat=True))
    Reading.objects.bulk_create((Reading(notification_id=pk, at=at) for pk in unread), ignore_conflicts=True)
    return len(unread)
