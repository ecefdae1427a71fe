"""Who is asking, and what they may do: the one thing that every policy looks at."""

from dataclasses import dataclass

from goodword.programme.team.actor import Actor
from goodword.programme.team.models import Assignment, Token, User
from goodword.programme.team.roles import CHANGING, RIGHTS, Right, Role


@dataclass(frozen=True, slots=True)
class Principal:
    """Somebody who came in through a door.

    Attributes:
        user: who signed in, or whose token it is.
        role: their role now.
        rights: what they may do through this door.
        owner: the `owner_email` an account must have for them to see its people; empty means all accounts.
        person_id: the person an advocate is; empty for colleagues.
        actor: what the audit trail calls them.
    """

    user: User
    role: Role
    rights: frozenset[Right]
    owner: str
    person_id: str
    actor: Actor

    def may(self, right: Right) -> bool:
        """Whether they have a right."""
        return right in self.rights


def principal_of(user: User, *, door: str = "web") -> Principal | None:
    """Say who a signed-in user is; None for somebody who was let go or was never given a role."""
    return _principal(user, Actor("user", str(user.pk), str(user), door, user_id=str(user.pk)))


def principal_of_token(token: Token, *, door: str = "api") -> Principal | None:
    """Say who a token stands for: its user, with no more rights than its scope leaves."""
    label = f"{token.user} ({token.name})"
    found = _principal(token.user, Actor("token", str(token.pk), label, door, user_id=str(token.user_id)))
    if found is None or token.scope == "write":
        return found
    return Principal(found.user, found.role, found.rights - CHANGING, found.owner, found.person_id, found.actor)


def _principal(user: User, actor: Actor) -> Principal | None:
    given = Assignment.objects.current_of(user) if user.is_active else None
    if given is None:
        return None
    role = Role(given.role)
    owner = user.email if given.reach == Assignment.OWN else ""
    return Principal(user, role, RIGHTS[role], owner, given.person_id, actor)
