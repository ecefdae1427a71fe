"""Add a second factor: an authenticator app, or a passkey."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import IntegrityError, transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.sealing import seal
from goodword.programme.team.second_factor import APP, PASSKEY, fits_key
from goodword.programme.team.trail import record


def add_app(user: User, key: str, code: str, *, by: Actor) -> bool:
    """Add an authenticator app that shows the right code for a key.

    Returns:
        Whether recovery codes were made as well: with the first factor they are.

    Raises:
        GoodwordError: the code does not fit, or there is an app already.
    """
    if not fits_key(key, code):
        raise GoodwordError(
            "wrong-code", "This code does not fit.", "Wait for the next one; check that the phone’s clock is right."
        )
    try:
        return _add(user, APP, {"secret": seal(key)}, by)
    except IntegrityError as error:
        raise GoodwordError("app-exists", "You have an authenticator app already.", "Remove it first.") from error


def add_passkey(user: User, name: str, credential: dict[str, Any], *, by: Actor) -> bool:
    """Add a passkey that the browser made and the door has verified.

    Returns:
        Whether recovery codes were made as well.
    """
    return _add(user, PASSKEY, {"name": name, "credential": credential}, by)


def _add(user: User, kind: str, data: dict[str, Any], by: Actor) -> bool:
    with transaction.atomic():
        Authenticator.objects.create(user=user, type=kind, data=data)
        first = not Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).exists()
        if first:
            RecoveryCodes.activate(user)
        record(by, "add", "second_factor", str(user.pk), after={"kind": kind, "recovery_codes": first})
    return first
