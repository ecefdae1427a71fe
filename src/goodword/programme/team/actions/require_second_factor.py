"""Ask a second factor of everybody with a role."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import SecondFactorRule
from goodword.programme.team.roles import Role
from goodword.programme.team.trail import record


def require_second_factor(role: Role, *, by: Actor) -> None:
    """Ask a second factor of a role from now on; doing it again changes nothing."""
    with transaction.atomic():
        facts = {"since": clock.now(), "by": by.ident}
        _, made = SecondFactorRule.objects.get_or_create(role=role.value, lifted_at=None, defaults=facts)
        if made:
            record(by, "require", "second_factor", role.value)


def lift_second_factor(role: Role, *, by: Actor) -> None:
    """Ask no second factor of a role any more; where none was asked, nothing changes."""
    with transaction.atomic():
        lifted = (
            SecondFactorRule.objects.open().filter(role=role.value).update(lifted_at=clock.now(), lifted_by=by.ident)
        )
        if lifted:
            record(by, "lift", "second_factor", role.value)
