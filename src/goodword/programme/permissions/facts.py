"""What the gate goes by, fetched for many deeds at once: five questions to the database at most, however many."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import batched

from django.db.models import Q

from goodword.programme.choosing.models import LotRule
from goodword.programme.people.models import Person
from goodword.programme.permissions.deeds import Deed, Verb
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.models import ActKind, Grant
from goodword.programme.permissions.words import Word

_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of everybody some deeds are about.

    Attributes:
        kinds: the policies of act kinds, by code.
        people: what people said, by the id that a deed names.
        companies: what companies said, by account.
        accounts: the company of each person today.
        ids: every id of each person, by the id that a deed names.
        opted_out: those who want no part in anything, by the id that a deed names.
        choosable: whether an administrator lets people be chosen for what goes by lot otherwise.
    """

    kinds: Mapping[str, Policy]
    people: Mapping[str, Sequence[Word]] = field(default_factory=dict)
    companies: Mapping[str, Sequence[Word]] = field(default_factory=dict)
    accounts: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, Sequence[str]] = field(default_factory=dict)
    opted_out: Collection[str] = frozenset()
    choosable: bool = False

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
    return {kind.code: kind.policy for kind in ActKind.objects.all()}


def known_facts(deeds: Sequence[Deed]) -> Facts:
    """Fetch what is known of everybody some deeds are about, whatever id of theirs a deed names."""
    today = _ids_of_today({deed.person_id for deed in deeds if deed.person_id})
    who, accounts, out = _people(today)
    companies = {deed.account_id for deed in deeds if deed.account_id} | set(accounts.values())
    of_people: dict[str, list[Word]] = defaultdict(list)
    of_companies: dict[str, list[Word]] = defaultdict(list)
    for grant in _grants(who, companies):
        if grant.account_id:
            of_companies[grant.account_id].append(grant.word)
        for person in who.get(grant.person_id or "", ()):
            of_people[person].append(grant.word)
    ids: dict[str, list[str]] = defaultdict(list)
    for one, several in who.items():
        for person in several:
            ids[person].append(one)
    kinds = policies_of_kinds() if any(deed.act_kind for deed in deeds) else {}
    return Facts(kinds, of_people, of_companies, accounts, ids, frozenset(out), _choosable(deeds, kinds))


def _choosable(deeds: Sequence[Deed], kinds: Mapping[str, Policy]) -> bool:
    """Whether the lot was switched off: asked only where somebody is chosen for what goes by lot otherwise."""
    by_lot = {kind.code for kind in kinds.values() if not kind.by_choice}
    chosen = any(deed.verb is Verb.ASK and deed.act_kind in by_lot and not deed.by_lot for deed in deeds)
    return chosen and LotRule.objects.is_off()


def _ids_of_today(named: Collection[str]) -> dict[str, list[str]]:
    """By the id of today, those that deeds name: two of them may be the same human being."""
    roots: dict[str, str] = {}
    for some in batched(named, _AT_ONCE):
        roots |= {one: root or one for one, root in Person.objects.filter(pk__in=some).values_list("pk", "root_id")}
    today: dict[str, list[str]] = defaultdict(list)
    for person in named:
        today[roots.get(person, person)].append(person)
    return today


def _people(today: Mapping[str, list[str]]) -> tuple[dict[str, list[str]], dict[str, str], set[str]]:
    """Whom each id of theirs means, the account of each person today, and who opted out under whichever id."""
    who: dict[str, list[str]] = {}
    accounts: dict[str, str] = {}
    out: set[str] = set()
    for some in batched(today, _AT_ONCE):
        rows = Person.objects.filter(Q(pk__in=some) | Q(root_id__in=some))
        for one, root, account_id, opted_out_on in rows.values_list("pk", "root_id", "account_id", "opted_out_on"):
            who[one] = named = today[root or one]
            if root is None and account_id:
                accounts |= dict.fromkeys(named, account_id)
            if opted_out_on is not None:
                out.update(named)
    return who, accounts, out


def _grants(people: Iterable[str], companies: Iterable[str]) -> Iterable[Grant]:
    keys = [("person", one) for one in people] + [("company", one) for one in companies]
    for some in batched(keys, _AT_ONCE):
        wanted = {kind: [one for which, one in some if which == kind] for kind in ("person", "company")}
        yield from Grant.objects.of_keys(wanted["person"], wanted["company"]).select_related("withdrawal")
