"""Let a colleague in."""

from zoneinfo import ZoneInfo, available_timezones

from django.db import IntegrityError, transaction
from email_validator import EmailNotValidError, validate_email

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actions.give_role import give_role
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.models.assignment import Reach
from goodword.programme.team.passwords import check_password
from goodword.programme.team.roles import Role
from goodword.programme.team.trail import record


def create_user(
    email: str,
    password: str,
    *,
    role: Role,
    by: Actor,
    name: str = "",
    timezone: str = "",
    reach: Reach = "all",
    person_id: str = "",
) -> User:
    """Make a user who can sign in at once.

    Args:
        email: their work e-mail; they sign in with it. Case does not matter.
        password: their password; there is no default one. Empty for none: they come in with codes sent by e-mail.
        role: what they are here for; an advocate is let in by `invite_advocate` instead.
        by: who lets them in.
        name: what colleagues call them.
        timezone: IANA time zone; empty means the workspace's.
        reach: `own` where they may see only people of accounts in their care.
        person_id: who an advocate is; `invite_advocate` gives it.

    Raises:
        GoodwordError: the address is none or is taken, the password is too weak, or the time zone does not exist.
    """
    user = User(email=_checked(email), name=name.strip(), timezone=_zone(timezone))
    if password:
        check_password(password, user)
    user.set_password(password or None)  # None: no password fits
    try:
        with transaction.atomic():
            user.save(force_insert=True)
            record(by, "create", "user", str(user.pk))
            give_role(user, role, by=by, reach=reach, person_id=person_id)
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
