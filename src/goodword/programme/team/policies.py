"""May this be done, and if not why."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goodword.kit.errors import GoodwordError
from goodword.programme.team.models import Assignment, FailedSignIn, User
from goodword.programme.team.roles import Role


@dataclass(eq=False)
class TooManyAttemptsError(GoodwordError):
    """Somebody tried to come in too often of late.

    Attributes:
        until: when they may try again.
    """

    until: datetime = field(kw_only=True)


def refuse_sign_in(
    email: str, *, now: datetime, origin: str = "", counted: bool = False
) -> TooManyAttemptsError | None:
    """Refuse further attempts for an address that failed too often of late, and from where too many failed.

    Args:
        email: the address, as it was typed.
        now: when it is tried.
        origin: stands for where the request came from; empty if unknown.
        counted: whether the attempt in question is counted already.
    """
    failed = FailedSignIn.objects
    of_address = failed.of(email).blocks_until(FailedSignIn.LIMIT + counted, now)
    from_there = failed.coming_from(origin).blocks_until(FailedSignIn.ORIGIN_LIMIT + counted, now)
    if of_address is not None and (from_there is None or from_there <= of_address):
        return _too_many(_("There were too many attempts with this e-mail address."), now, of_address)
    if from_there is not None:
        return _too_many(_("There were too many attempts from your network, with whatever address."), now, from_there)
    return None


def _too_many(sentence: str, now: datetime, until: datetime) -> TooManyAttemptsError:
    minutes = max(ceil((until - now) / timedelta(minutes=1)), 1)
    told = timezone.localtime(until + timedelta(seconds=59))  # no earlier than it holds
    mend = ngettext(
        "Try again in one minute, at %(time)s.", "Try again in %(count)s minutes, at %(time)s.", minutes
    ) % {"count": minutes, "time": f"{told:%H:%M %Z}"}
    return TooManyAttemptsError("too-many-attempts", sentence, mend, retry=True, until=until)


def refuse_role(user: User, role: Role, person_id: str) -> GoodwordError | None:
    """Refuse a role that makes no sense, leaves nobody who can give roles, or lets a customer's person in to us."""
    if (role is Role.ADVOCATE) != bool(person_id):
        return GoodwordError(
            "advocate-person",
            "An advocate is a person of a customer, and only an advocate is.",
            "Name the person, or choose another role.",
        )
    before = Assignment.objects.current_of(user)
    if before is not None and before.role == Role.ADVOCATE and role is not Role.ADVOCATE:
        return GoodwordError(
            "customers-person",
            _("%(user)s comes in as a customer's person, to their own page only.") % {"user": user},
            _("Let a colleague in with another address."),
        )
    return None if role is Role.ADMINISTRATOR else _last_administrator(user)


def refuse_deactivation(user: User) -> GoodwordError | None:
    """Refuse to let the last administrator go."""
    return _last_administrator(user)


def refuse_second_account(person_id: str, email: str) -> GoodwordError | None:
    """Refuse a customer's person who may come in already, or whose account with this address was taken back."""
    held = Assignment.objects.account_of(person_id)
    if held is None:
        return None
    if held.user.is_active:
        return GoodwordError(
            "advocate-invited",
            _("This person has an account already."),
            _("They come in at the sign-in page, with %(email)s.") % {"email": held.user.email},
        )
    if held.user.email != email.strip().lower():
        return None
    return GoodwordError(
        "advocate-taken-back",
        _("This person had an account, and it was taken back."),
        _("Let them in again instead."),
    )


def _last_administrator(user: User) -> GoodwordError | None:
    given = Assignment.objects.current_of(user)
    if given is None or given.role != Role.ADMINISTRATOR or not user.is_active:
        return None
    if any(one.pk != user.pk for one in administrators()):
        return None
    return GoodwordError(
        "last-administrator",
        f"{user} is the only administrator.",
        "Make somebody else an administrator first.",
    )


def administrators() -> list[User]:
    """Everybody who can give roles now."""
    latest = Assignment.objects.filter(user=OuterRef("pk")).order_by("-id").values("role")[:1]
    return list(User.objects.filter(is_active=True).alias(now=Subquery(latest)).filter(now=Role.ADMINISTRATOR))
