"""Give a place back, because nothing went out to the person."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.asks.models import Release, Reservation
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def release_place(place: Reservation, *, by: Actor, reason: str) -> Release:
    """Give a place back; again is the one that is there.

    Args:
        place: what was reserved.
        by: who gives it back.
        reason: why nothing went out.
    """
    with transaction.atomic():
        row, new = Release.objects.get_or_create(
            reservation=place, defaults={"at": clock.now(), "by": by.user_id, "reason": reason.strip()}
        )
        if new:
            record(by, "release", "place", str(place.pk), reason=row.reason)
    return row
