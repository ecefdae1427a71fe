"""Everybody on the team, as pages and console list them."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.functional import Promise

from goodword.programme.team.models import Assignment, SecondFactorRule, User
from goodword.programme.team.roles import LABELS, Role
from goodword.programme.team.second_factor import with_second_factor


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody on the team.

    Attributes:
        user: who.
        role: what they are here for; None where nobody said.
        own: whether they see only people of accounts in their care.
        second_factor: whether they have one.
        lacking: whether their role needs one that they do not have.
    """

    user: User
    role: Role | None
    own: bool
    second_factor: bool
    lacking: bool

    @property
    def label(self) -> str | Promise:
        """What their role is called."""
        return LABELS[self.role] if self.role else ""


def colleagues() -> list[Colleague]:
    """Everybody who was ever let in, those who may come in first; three queries."""
    users = list(User.objects.order_by("-is_active", "email"))
    given = {one.user_id: one for one in Assignment.objects.order_by("id")}  # the last one counts
    having, needing = with_second_factor(users), set(SecondFactorRule.objects.open().values_list("role", flat=True))
    return [_colleague(user, given.get(user.pk), having, needing) for user in users]


def names_by_email(emails: Collection[str]) -> dict[str, str]:
    """What to call those of some addresses, in lower case, that are colleagues'; one query."""
    users = User.objects.filter(email__in=emails) if emails else ()
    return {user.email: str(user) for user in users}


def _colleague(user: User, given: Assignment | None, having: set[int], needing: set[str]) -> Colleague:
    role = Role(given.role) if given else None
    has = user.pk in having
    lacking = role is not None and role.value in needing and not has
    return Colleague(user, role, bool(given and given.reach == Assignment.OWN), has, lacking)
