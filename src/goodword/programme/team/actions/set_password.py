"""Choose a password."""

from django.db import transaction

from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.passwords import check_password
from goodword.programme.team.trail import record


def set_password(user: User, password: str, *, by: Actor) -> None:
    """Give a user another password; all their sessions end, but for the one that a page renews.

    Raises:
        GoodwordError: the password is too weak.
    """
    check_password(password, user)
    user.set_password(password)
    with transaction.atomic():
        user.save(update_fields=["password"])
        record(by, "change", "password", str(user.pk))
