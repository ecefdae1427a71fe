"""Whether somebody speaks for themselves, on their own page, or one of our colleagues about them."""

from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Assignment
from goodword.programme.team.roles import Role


def is_own_word(by: str) -> bool:
    """Whether a row was written by whom it is about.

    Args:
        by: the id of the user who wrote it, as rows keep it; empty where it was said by a link.
    """
    return not by or (by.isdecimal() and Assignment.objects.filter(user_id=int(by), role=Role.ADVOCATE).exists())


def is_colleague(actor: Actor) -> bool:
    """Whether one of our colleagues writes something down about somebody else."""
    return bool(actor.user_id) and not is_own_word(actor.user_id)
