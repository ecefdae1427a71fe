"""Let a customer's person in, to their own page and nothing else."""

from goodword.kit.errors import GoodwordError
from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Assignment, User
from goodword.programme.team.roles import Role


def invite_advocate(person_id: str, email: str, *, by: Actor, name: str = "") -> User:
    """Make a user who is one person of a customer; they come in with codes sent by e-mail.

    Args:
        person_id: who they are. That there is such a person, the caller has looked up.
        email: their address.
        by: who invites them.
        name: what to call them.

    Raises:
        GoodwordError: the person has an account already, or the address is none or is taken.
    """
    held = Assignment.objects.filter(person_id=person_id, user__is_active=True).select_related("user")
    current = (Assignment.objects.current_of(one.user) for one in held)
    if person_id and any(given is not None and given.person_id == person_id for given in current):
        raise GoodwordError(
            "advocate-invited", "This person has an account already.", "They come in at the sign-in page, with a code."
        )
    return create_user(email, "", role=Role.ADVOCATE, by=by, name=name, person_id=person_id)
