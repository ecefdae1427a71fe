"""Who has a page of their own, as our pages show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.invitations import last_invitation
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.advocates.policies import refuse_letting_in
from goodword.programme.outbox.standing import standing_of
from goodword.programme.team.models import Assignment, User

LETTERS: dict[str, str | Promise] = {
    "waiting": _("waits in the outbox"),
    "sending": _("is being sent"),
    "sent": _("the mail server took it"),
    "held": _("held: it may have arrived or not"),
    "refused": _("the mail server refused it"),
    "dropped": _("was not sent"),
}
"""Where an invitation stands."""


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


@dataclass(frozen=True, slots=True)
class OwnPage:
    """What the page of a person says of their own page.

    Attributes:
        access: how they were let in; None where they never were, or under an address that is theirs no more.
        letter: where the letter stands that told them; empty where there was none.
        refusal: why they may not be let in now.
    """

    access: Access | None
    letter: str | Promise
    refusal: GoodwordError | None


def own_page_of(person: ListedPerson) -> OwnPage:
    """What is to be said of the own page of one person."""
    account = Assignment.objects.account_of(person.person_id)
    refusal = refuse_letting_in(person)
    if account is None or (not account.user.is_active and account.user.email != person.email.strip().lower()):
        return OwnPage(None, "", refusal)
    [access] = accesses([account], {person.person_id: person})
    letter = last_invitation(account.user)
    standing = standing_of(letter, now=clock.now())[0] if letter else ""
    return OwnPage(access, LETTERS.get(standing, ""), refusal)


def accesses(accounts: Iterable[Assignment], people: dict[str, ListedPerson]) -> list[Access]:
    """Some of those who were let in, with the names of who did it; one query."""
    given = list(accounts)
    inviters = {int(one.given_by) for one in given if one.given_by}
    names = {str(user.pk): str(user) for user in User.objects.filter(pk__in=inviters)} if inviters else {}
    return [
        Access(one.person_id, one.user, one.given_at, names.get(one.given_by, ""), people.get(one.person_id))
        for one in given
    ]
