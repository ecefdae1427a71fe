"""Roles as the pages show them."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from goodword.programme.team.models import SecondFactorRule
from goodword.programme.team.right_labels import RIGHT_LABELS
from goodword.programme.team.roles import LABELS, MEANINGS, RIGHTS, Right, Role


@dataclass(frozen=True, slots=True)
class RoleShown:
    """A role, with what it may do.

    Attributes:
        role: which.
        label: what it is called.
        meaning: what it is for.
        needs: whether it needs a second factor.
    """

    role: Role
    label: str | Promise
    meaning: str | Promise
    needs: bool


def roles() -> list[RoleShown]:
    """Every role, with its meaning."""
    needing = set(SecondFactorRule.objects.open().values_list("role", flat=True))
    return [RoleShown(role, LABELS[role], MEANINGS[role], role.value in needing) for role in Role]


def rights() -> list[tuple[Any, list[bool]]]:
    """Every right, and which of the roles have it, in the order of `Role`."""
    return [(RIGHT_LABELS[right], [right in RIGHTS[role] for role in Role]) for right in Right]
