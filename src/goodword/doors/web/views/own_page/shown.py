"""Who has a page of their own, as our pages show it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.invitations import last_invitation
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.advocates.own_pages import Access, accesses
from goodword.programme.advocates.policies import refuse_letting_in
from goodword.programme.outbox.standing import standing_of
from goodword.programme.permissions.facts import Facts
from goodword.programme.team.models import Assignment

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


def own_page_of(person: ListedPerson, facts: Facts | None = None) -> OwnPage:
    """What is to be said of the own page of one person; `facts` as `refuse_letting_in` takes them."""
    account = Assignment.objects.account_of(person.person_id)
    refusal = refuse_letting_in(person, facts)
    if account is None or (not account.user.is_active and account.user.email != person.email.strip().lower()):
        return OwnPage(None, "", refusal)
    [access] = accesses([account], {person.person_id: person})
    letter = last_invitation(account.user)
    standing = standing_of(letter, now=clock.now())[0] if letter else ""
    return OwnPage(access, LETTERS.get(standing, ""), refusal)
