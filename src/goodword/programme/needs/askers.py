"""Who asks a person whom somebody else wants: whoever cares for their account, else whoever runs the programme."""

from goodword.programme.people.models import Person
from goodword.programme.team.models import User
from goodword.programme.team.principal import principal_of
from goodword.programme.team.roles import Right, Role


def askers_of(person: Person) -> list[User]:
    """The colleague who cares for their account, where that one may ask; else every manager and administrator."""
    owner = person.account.owner_email if person.account else ""
    able = [user for user in User.objects.filter(is_active=True).order_by("pk") if _asks(user)]
    mine = [user for user in able if owner and user.email.strip().lower() == owner]
    return mine or [user for user in able if _runs(user)]


def _asks(user: User) -> bool:
    found = principal_of(user, door="worker")
    return found is not None and found.may(Right.ASK_PEOPLE)


def _runs(user: User) -> bool:
    found = principal_of(user, door="worker")
    return found is not None and found.role in {Role.MANAGER, Role.ADMINISTRATOR}
