"""Make other recovery codes."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.second_factor import CODES, factors_of
from goodword.programme.team.trail import record


def renew_recovery_codes(user: User, *, by: Actor) -> list[str]:
    """Make ten other recovery codes and return them; those from before open nothing any more.

    Raises:
        GoodwordError: there is no second factor that they could stand in for.
    """
    if not factors_of(user).any:
        raise GoodwordError(
            "no-second-factor", "Recovery codes stand in for a second factor.", "Add an app or a passkey first."
        )
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        Authenticator.objects.filter(user=user, type=CODES).delete()
        codes = RecoveryCodes.activate(user)
        record(by, "renew", "recovery_codes", str(user.pk))
    return list(codes.get_unused_codes())
