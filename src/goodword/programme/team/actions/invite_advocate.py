"""Let a customer's person in, to their own page and nothing else."""

from goodword.programme.team.actions.create_user import create_user
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import User
from goodword.programme.team.policies import refuse_second_account
from goodword.programme.team.roles import Role


def invite_advocate(person_id: str, email: str, *, by: Actor, name: str = "", password: str = "") -> User:
    """Make a user who is one person of a customer.

    Args:
        person_id: who they are. That there is such a person, and that they may be written to, the caller has looked up.
        email: their address.
        by: who invites them.
        name: what to call them.
        password: what they come in with; empty for codes sent by e-mail.

    Raises:
        GoodwordError: the person has an account already, or the address is none or is taken.
    """
    refusal = refuse_second_account(person_id, email)
    if refusal is not None:
        raise refusal
    return create_user(email, password, role=Role.ADVOCATE, by=by, name=name, person_id=person_id)
