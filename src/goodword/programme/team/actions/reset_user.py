"""Help somebody who cannot get in any more."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import F

from goodword.kit.passwords import new_password
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.trail import record


def reset_user(user: User, *, by: Actor, second_factor: bool = False, reason: str = "") -> str:
    """Give a user a password made by chance, end their sessions, and return it: it can be shown this once.

    Args:
        user: who cannot get in.
        by: who helps.
        second_factor: whether their second factors go as well: they lost the phone.
        reason: why, if somebody says so.
    """
    password = new_password()
    user.set_password(password)
    with transaction.atomic():
        user.save(update_fields=["password"])
        removed = Authenticator.objects.filter(user=user).delete()[0] if second_factor else 0
        User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
        after = {"password": "made", "second_factors_removed": removed}
        record(by, "reset", "user", str(user.pk), after=after, reason=reason)
    user.refresh_from_db(fields=["session_epoch"])
    return password
