"""What the gate goes by, fetched for many deeds at once: three questions to the database, however many there are."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import batched

from goodword.programme.people.models import Person
from goodword.programme.permissions.deeds import Deed
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.models import ActKind, Grant
from goodword.programme.permissions.words import Word

type SameAs = Callable[[Collection[str]], Mapping[str, Collection[str]]]
"""For each of some people, all ids under which they are known, the given one among them."""

_AT_ONCE = 5_000


def only_themselves(people: Collection[str]) -> Mapping[str, Collection[str]]:
    """Everybody is known under the one id."""
    return {person: (person,) for person in people}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of everybody some deeds are about.

    Attributes:
        kinds: the policies of act kinds, by code.
        people: what people said, by the id that a deed names.
        companies: what companies said, by account.
        accounts: the company of each person today.
        opted_out: those who want no part in anything, by the id that a deed names.
    """

    kinds: Mapping[str, Policy]
    people: Mapping[str, Sequence[Word]] = field(default_factory=dict)
    companies: Mapping[str, Sequence[Word]] = field(default_factory=dict)
    accounts: Mapping[str, str] = field(default_factory=dict)
    opted_out: Collection[str] = frozenset()

    def company(self, deed: Deed) -> str:
        """The account whose key counts; empty where none is known."""
        return deed.account_id or self.accounts.get(deed.person_id, "")

    def out(self, person_id: str) -> bool:
        """Whether somebody opted out, under any of their ids."""
        return person_id in self.opted_out

    def of_person(self, deed: Deed) -> Sequence[Word]:
        """What the person of a deed said."""
        return self.people.get(deed.person_id, ())

    def of_company(self, deed: Deed) -> Sequence[Word]:
        """What the company of a deed said."""
        return self.companies.get(self.company(deed), ())


def policies_of_kinds() -> dict[str, Policy]:
    """Every act kind with its policy, in the order of lists."""
    return {
        kind.code: Policy(
            kind.code,
            needs_person=kind.needs_person,
            needs_company=kind.needs_company,
            audience=kind.audience,  # type: ignore[arg-type]  # the database knows no other words
            by_choice=kind.by_choice,
            asked_for=kind.asked_for,
        )
        for kind in ActKind.objects.all()
    }


def known_facts(deeds: Sequence[Deed], *, same_as: SameAs = only_themselves) -> Facts:
    """Fetch what is known of everybody some deeds are about."""
    named = {deed.person_id for deed in deeds if deed.person_id}
    who = _by_id(same_as(named)) if named else {}
    accounts, out = _people(who)
    companies = {deed.account_id for deed in deeds if deed.account_id} | set(accounts.values())
    of_people: dict[str, list[Word]] = defaultdict(list)
    of_companies: dict[str, list[Word]] = defaultdict(list)
    for grant in _grants(who, companies):
        if grant.account_id:
            of_companies[grant.account_id].append(grant.word)
        for person in who.get(grant.person_id or "", ()):
            of_people[person].append(grant.word)
    return Facts(policies_of_kinds(), of_people, of_companies, accounts, out)


def _by_id(known_as: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Whom each id means, of those who are named: two of them may be the same human being."""
    who: dict[str, list[str]] = defaultdict(list)
    for person, ids in known_as.items():
        for one in ids:
            who[one].append(person)
    return who


def _people(who: Mapping[str, list[str]]) -> tuple[dict[str, str], frozenset[str]]:
    """The account of each person, and who opted out under whichever id."""
    accounts: dict[str, str] = {}
    out: set[str] = set()
    for some in batched(who, _AT_ONCE):
        rows = Person.objects.filter(pk__in=some).values_list("pk", "account_id", "opted_out_on")
        for one, account_id, opted_out_on in rows:
            for person in who[one]:
                if account_id and (one == person or person not in accounts):
                    accounts[person] = account_id
            if opted_out_on is not None:
                out.update(who[one])
    return accounts, frozenset(out)


def _grants(people: Iterable[str], companies: Iterable[str]) -> Iterable[Grant]:
    keys = [("person", one) for one in people] + [("company", one) for one in companies]
    for some in batched(keys, _AT_ONCE):
        wanted = {kind: [one for which, one in some if which == kind] for kind in ("person", "company")}
        yield from Grant.objects.of_keys(wanted["person"], wanted["company"]).select_related("withdrawal")
