"""Take a second factor away."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.second_factor import CODES
from goodword.programme.team.trail import record


def remove_factor(user: User, factor: Authenticator, *, by: Actor) -> None:
    """Remove an authenticator app or a passkey; recovery codes go with the last one."""
    with transaction.atomic():
        kind = factor.type
        factor.delete()
        left = Authenticator.objects.filter(user=user)
        if not left.exclude(type=CODES).exists():
            left.delete()
        record(by, "remove", "second_factor", str(user.pk), before={"kind": kind})
