"""Let somebody in again."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Deactivation, User
from goodword.programme.team.trail import record


def reactivate_user(user: User, *, by: Actor, reason: str = "") -> None:
    """Lift the deactivation of a user, with the role they had; where there is none, nothing changes."""
    with transaction.atomic():
        lifted = Deactivation.objects.filter(user=user, lifted_at=None).update(
            lifted_at=clock.now(), lifted_by=by.user_id
        )
        if not lifted:
            return
        User.objects.filter(pk=user.pk).update(is_active=True)
        record(by, "reactivate", "user", str(user.pk), before={"active": False}, after={"active": True}, reason=reason)
    user.refresh_from_db(fields=["is_active"])
