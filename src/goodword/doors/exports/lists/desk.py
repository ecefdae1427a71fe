"""What is on somebody's own desk: the lists they keep, and what they were told."""

from collections.abc import Iterable

from django.db.models import QuerySet

from goodword.doors.exports.sheets import ROWS_AT_ONCE, Cells, Sheet, Type
from goodword.programme.desk.models import Notification, SavedView
from goodword.programme.desk.wording import KINDS
from goodword.programme.team.models import User

_VIEW: dict[str, Type] = {
    "view_id": "whole",
    "name": "text",
    "page": "text",
    "query": "text",
    "own": "yes_no",
    "shared_with": "text",
    "made_at": "instant",
}
_NOTICE: dict[str, Type] = {
    "notification_id": "whole",
    "at": "instant",
    "kind": "text",
    "text": "text",
    "url": "text",
    "read_at": "instant",
}


def views_sheet(views: Iterable[SavedView], reader: User) -> Sheet:
    """Saved views in their order, and which of them are the reader's own."""
    rows = (
        {
            "view_id": view.pk,
            "name": view.name,
            "page": view.page,
            "query": view.query,
            "own": view.user_id == reader.pk,
            "shared_with": view.shared_with,
            "made_at": view.made_at,
        }
        for view in views
    )
    return Sheet.of("views", _VIEW, rows)


def notifications_sheet(notices: QuerySet[Notification]) -> Sheet:
    """Notifications in their order, as their reader is told them."""
    return Sheet.of("notifications", _NOTICE, map(_notice, notices.iterator(chunk_size=ROWS_AT_ONCE)))


def _notice(one: Notification) -> Cells:
    reading = getattr(one, "reading", None)
    return {
        "notification_id": one.pk,
        "at": one.at,
        "kind": one.kind,
        "text": KINDS[one.kind].say(one.facts),
        "url": one.url,
        "read_at": reading.at if reading else None,
    }
