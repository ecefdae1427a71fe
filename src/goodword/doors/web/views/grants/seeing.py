"""Whose permissions somebody sees: those of the people they see, and of the accounts they see."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest

from goodword.doors.web.policies import principal_in
from goodword.programme.advocates.models import Generation, ListedPerson, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.models import Grant, GrantQuerySet


@dataclass(frozen=True, slots=True)
class Whose:
    """The person, the company, or both, as far as whoever asks sees them.

    Attributes:
        person: the person as they are published; None on the page of a company.
        person_row: whose key a word is recorded under.
        account: their company; None where none is known.
    """

    person: ListedPerson | None
    person_row: Person | None
    account: Account | None

    @property
    def called(self) -> str:
        """What to call them."""
        return self.person.called if self.person else str(self.account)


def person_seen(request: HttpRequest, person_id: str) -> Whose:
    """A person whom somebody sees, with their company.

    Raises:
        Http404: there is nobody like that, or not for them.
    """
    sight, generation = Sight.of(principal_in(request)), Publication.current()
    row = sight.people(generation).about(person_id).first() if generation else None
    known = Person.objects.filter(pk=person_id).select_related("account").first()
    if row is None or known is None:
        raise Http404
    return Whose(sight.person(row), known, known.account)


def account_seen(request: HttpRequest, account_id: str) -> Whose:
    """A company that somebody sees.

    Raises:
        Http404: there is none like that, or not for them.
    """
    sight, generation = Sight.of(principal_in(request)), Publication.current()
    listed = generation is not None and sight.accounts(generation).filter(account_id=account_id).exists()
    account = Account.objects.filter(pk=account_id).first() if listed else None
    if account is None:
        raise Http404
    return Whose(None, None, account)


def grant_seen(request: HttpRequest, number: int) -> Grant:
    """A word that somebody sees; `Sight` still decides what of it.

    Raises:
        Http404: there is none like that, or not for them.
    """
    found = grants_seen(Sight.of(principal_in(request)), Publication.current()).filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def grants_seen(sight: Sight, generation: Generation | None) -> GrantQuerySet:
    """The words of the companies somebody sees and of the people they see; nobody's who is not published any more."""
    if generation is None:
        return Grant.objects.none()
    # Asked for each word: the words are few, the people published may be a million.
    today = Coalesce(OuterRef("person__root_id"), OuterRef("person_id"))
    listed = Exists(sight.people(generation).filter(person_id=today))
    return Grant.objects.cared_for_by(sight.owner).filter(Q(account__isnull=False) | listed).told()
