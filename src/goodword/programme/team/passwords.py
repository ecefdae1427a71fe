"""Passwords: which ones may be used."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from goodword.kit.errors import GoodwordError
from goodword.programme.team.models import User


def check_password(password: str, user: User) -> None:
    """Refuse a password that is easy to guess.

    Raises:
        GoodwordError: it is (`weak-password`).
    """
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise GoodwordError(
            code="weak-password",
            sentence=f"This password cannot be used: {' '.join(error.messages)}",
            mend="Choose another one; a sentence of several words is easy to keep.",
        ) from error
