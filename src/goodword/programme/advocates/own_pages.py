"""Customers' people who were let in to a page of their own, as far as somebody sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from goodword.programme.advocates.models import Generation, ListedPerson
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.models import Assignment, User
from goodword.programme.team.models.assignment import AssignmentQuerySet


@dataclass(frozen=True, slots=True)
class Access:
    """That a customer's person was let in.

    Attributes:
        person_id: who they are among the people.
        user: who they are among those who sign in.
        since: when they were invited.
        inviter: who did it, as we call them today; empty for the console.
        person: as they are published; None where they are not any more, or somebody sees less.
    """

    person_id: str
    user: User
    since: datetime
    inviter: str
    person: ListedPerson | None = None

    @property
    def called(self) -> str:
        """What to call them."""
        return self.person.called if self.person else str(self.user)


def seen_accounts(sight: Sight, generation: Generation | None) -> AssignmentQuerySet:
    """Those whom somebody sees: a customer's person who is in their care, or everybody; those who may come in first."""
    accounts = Assignment.objects.of_advocates().order_by("-user__is_active", "-given_at", "-pk")
    if not sight.owner:
        return accounts
    if generation is None:
        return accounts.none()
    return accounts.filter(person_id__in=sight.people(generation).values("person_id"))


def seen_accesses(sight: Sight, generation: Generation | None, accounts: Iterable[Assignment]) -> list[Access]:
    """Some of those who were let in, each with what somebody sees of the person; two queries."""
    given = list(accounts)
    if generation is None:
        return accesses(given, {})
    rows = sight.people(generation).filter(person_id__in=[one.person_id for one in given])
    return accesses(given, {row.person_id: sight.person(row) for row in rows})


def accesses(accounts: Iterable[Assignment], people: dict[str, ListedPerson]) -> list[Access]:
    """Some of those who were let in, with the names of who did it; one query."""
    given = list(accounts)
    inviters = {int(one.given_by) for one in given if one.given_by}
    names = {str(user.pk): str(user) for user in User.objects.filter(pk__in=inviters)} if inviters else {}
    return [
        Access(one.person_id, one.user, one.given_at, names.get(one.given_by, ""), people.get(one.person_id))
        for one in given
    ]
