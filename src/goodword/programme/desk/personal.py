"""What of customers' people stands on colleagues' desks; and the desk of those who have a page of their own."""

from django.db.models import QuerySet

from goodword.programme.desk.models import DigestDay, Notification, Preference, SavedView
from goodword.programme.personal import Nobody, Personal, Subject


def _notifications(subject: Subject) -> QuerySet[Notification]:
    return Notification.objects.filter(user__in=subject.user_ids)


DECLARED = (
    Nobody("desk.Reading", "That a notification was read."),
    Nobody("desk.ViewRemoval", "That a saved list was removed."),
    Personal("desk.Preference", "How they like their page.", lambda s: Preference.objects.filter(user__in=s.user_ids)),
    Personal(
        "desk.DigestDay",
        "Which moments a digest told; the ids lead nowhere once the moments are gone.",
        lambda subject: DigestDay.objects.filter(user__in=subject.user_ids),
    ),
    Personal(
        "desk.Notification",
        "What colleagues and they were told on the pages.",
        _notifications,
        texts=("facts", "url", "key"),
    ),
    Personal(
        "desk.SavedView",
        "Lists that colleagues keep, with what they searched for.",
        lambda subject: SavedView.objects.filter(user__in=subject.user_ids),
        texts=("name", "query"),
    ),
)
