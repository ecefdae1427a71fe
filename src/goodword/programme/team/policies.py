"""May this be done, and if not why."""

from datetime import datetime

from django.db.models import OuterRef, Subquery

from goodword.kit.errors import GoodwordError
from goodword.programme.team.models import Assignment, FailedSignIn, User
from goodword.programme.team.roles import Role


def refuse_sign_in(email: str, *, now: datetime) -> GoodwordError | None:
    """Refuse further attempts for an address that failed too often of late."""
    failed = FailedSignIn.objects.of(email).since(now - FailedSignIn.WINDOW)
    if failed.count() < FailedSignIn.LIMIT:
        return None
    return GoodwordError(
        code="too-many-attempts",
        sentence="Too many attempts for this address.",
        mend=f"Wait {FailedSignIn.WINDOW.seconds // 60} minutes, then try again.",
        retry=True,
    )


def refuse_role(user: User, role: Role, person_id: str) -> GoodwordError | None:
    """Refuse a role that makes no sense, or that would leave nobody who can give roles."""
    if (role is Role.ADVOCATE) != bool(person_id):
        return GoodwordError(
            "advocate-person",
            "An advocate is a person of a customer, and only an advocate is.",
            "Name the person, or choose another role.",
        )
    return None if role is Role.ADMINISTRATOR else _last_administrator(user)


def refuse_deactivation(user: User) -> GoodwordError | None:
    """Refuse to let the last administrator go."""
    return _last_administrator(user)


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
