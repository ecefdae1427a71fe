"""Let a colleague in."""

from zoneinfo import ZoneInfo, available_timezones

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from email_validator import EmailNotValidError, validate_email

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actions.give_role import give_role
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.models.assignment import Reach
from goodword.programme.team.roles import Role
from goodword.programme.team.trail import record


def create_user(
    email: str, password: str, *, role: Role, by: Actor, name: str = "", timezone: str = "", reach: Reach = "all"
) -> User:
    """Make a user who can sign in at once.

    Args:
        email: their work e-mail; they sign in with it. Case does not matter.
        password: their password; there is no default one.
        role: what they are here for; an advocate is let in by `invite_advocate` instead.
        by: who lets them in.
        name: what colleagues call them.
        timezone: IANA time zone; empty means the workspace's.
        reach: `own` where they may see only people of accounts in their care.

    Raises:
        GoodwordError: the address is none or is taken, the password is too weak, or the time zone does not exist.
    """
    user = User(email=_checked(email), name=name.strip(), timezone=_zone(timezone))
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise GoodwordError(
            code="weak-password",
            sentence=f"This password cannot be used: {' '.join(error.messages)}",
            mend="Choose another one; a sentence of several words is easy to keep.",
        ) from error
    user.set_password(password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
            record(by, "create", "user", str(user.pk))
            give_role(user, role, by=by, reach=reach)
    except IntegrityError as error:
        raise GoodwordError(
            code="user-exists",
            sentence=f"{user.email} has an account already.",
            mend="They can sign in with it.",
        ) from error
    return user


def _checked(email: str) -> str:
    try:
        # Reserved domains stay allowed: the sample company lives on them.
        checked = validate_email(email.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise GoodwordError(
            code="bad-email",
            sentence=f"{email!r} is no e-mail address: {error}",
            mend="Write it like name@company.example.",
        ) from error
    return checked.normalized.lower()


def _zone(name: str) -> str:
    if name and name not in available_timezones():
        raise GoodwordError(
            code="no-time-zone",
            sentence=f"There is no time zone called {name!r}.",
            mend="Use an IANA name such as Europe/Berlin.",
        )
    return ZoneInfo(name).key if name else ""
