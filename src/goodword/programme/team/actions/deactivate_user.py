"""Let somebody go: they can no longer sign in."""

from django.db import transaction
from django.db.models import F

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Deactivation, User
from goodword.programme.team.policies import refuse_deactivation
from goodword.programme.team.trail import record


def deactivate_user(user: User, *, by: Actor, reason: str = "") -> None:
    """End all sessions of a user and let them in no more, by password or token; doing it again changes nothing.

    Raises:
        GoodwordError: nobody would be left who can give roles.
    """
    with transaction.atomic():
        refusal = refuse_deactivation(user)
        if refusal is not None:
            raise refusal
        if Deactivation.objects.filter(user=user, lifted_at=None).exists():
            return
        Deactivation.objects.create(user=user, at=clock.now(), by=by.user_id, reason=reason)
        User.objects.filter(pk=user.pk).update(is_active=False, session_epoch=F("session_epoch") + 1)
        record(by, "deactivate", "user", str(user.pk), before={"active": True}, after={"active": False}, reason=reason)
    user.refresh_from_db(fields=["is_active", "session_epoch"])
