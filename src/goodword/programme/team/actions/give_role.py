"""Give somebody a role."""

from typing import Any

from django.db import transaction
from django.db.models import F

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Assignment, User
from goodword.programme.team.models.assignment import Reach
from goodword.programme.team.policies import refuse_role
from goodword.programme.team.roles import Role
from goodword.programme.team.trail import record


def give_role(
    user: User, role: Role, *, by: Actor, reach: Reach = "all", person_id: str = "", reason: str = ""
) -> Assignment:
    """Give a role, which takes the place of the one before; sessions of that user end.

    Args:
        user: who gets it.
        role: the role.
        by: who gives it.
        reach: `own` where they may see only people of accounts in their care.
        person_id: who an advocate is; empty for every other role.
        reason: why, if somebody says so.

    Raises:
        GoodwordError: nobody would be left who can give roles, or an advocate's person is missing.
    """
    with transaction.atomic():
        refusal = refuse_role(user, role, person_id)
        if refusal is not None:
            raise refusal
        before = Assignment.objects.current_of(user)
        given = Assignment(
            user=user, role=role.value, reach=reach, person_id=person_id, given_at=clock.now(), given_by=by.user_id
        )
        if before is not None and facts(before) == facts(given):
            return before
        given.save(force_insert=True)
        User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
        record(
            by,
            "give",
            "role",
            str(user.pk),
            before=facts(before) if before else None,
            after=facts(given),
            reason=reason,
        )
    user.refresh_from_db(fields=["session_epoch"])
    return given


def facts(assignment: Assignment) -> dict[str, Any]:
    """What the audit trail keeps of a role."""
    return {"role": assignment.role, "reach": assignment.reach, "person_id": assignment.person_id}
