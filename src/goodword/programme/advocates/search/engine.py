"""Search people and accounts of a generation, within what a viewer may see.

See docs/algorithms/search.md for what is found and in which order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from django.utils.translation import ngettext

from goodword.programme.advocates.models import Generation, ListedAccount, ListedPerson
from goodword.programme.advocates.roster import Mask, accounts_cared_for_by, cared_for_by
from goodword.programme.advocates.search.matching import NO_MATCH, STEP, Scores, field_of, scores, together
from goodword.programme.advocates.search.shelves import ACCOUNTS, PEOPLE, Field, Shelf
from goodword.programme.advocates.search.words import terms_of

ACCOUNTS_BESIDE = 5
"""How many accounts are shown at most where people were found too."""

SHELVES = (ACCOUNTS, PEOPLE)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found.

    Attributes:
        kind: "person" or "account"; more kinds may come.
        id: person_id or account_id.
        label: what to call it.
        detail: a line about it, of what every viewer of people may see.
        matched: by what it was found: name, account, title, key, email or words.
    """

    kind: str
    id: str
    label: str
    detail: str
    matched: str


@dataclass(frozen=True, slots=True)
class _Match:
    shelf: Shelf
    place: int
    score: int
    matched: str


def search(
    generation: Generation,
    text: str,
    *,
    owner: str = "",
    contacts: bool = True,
    words: bool = True,
    limit: int = 20,
) -> list[Hit]:
    """Return what fits, best first: exact words, then beginnings, then typos; the likelier person first.

    Args:
        generation: which is published.
        text: what somebody typed; every word of it must match.
        owner: only what belongs to accounts this colleague cares for; empty for everything.
        contacts: whether addresses, domains and keys may be searched and shown.
        words: whether what people said may be searched.
        limit: how many at most.
    """
    terms = terms_of(text)
    if not terms:
        return []
    for forgiving in (False, True):
        matches = []
        for shelf in SHELVES:
            fields = shelf.open_to(contacts=contacts, words=words)
            of_terms = scores(generation, shelf, fields, terms, forgiving=forgiving)
            matches += _best(shelf, fields, of_terms, _owned(generation, shelf, owner), limit)
        if matches:
            return _hits(generation, _chosen(matches, limit), contacts=contacts)
    return []


def people_matching(
    generation: Generation, text: str, *, within: Mask | None = None, contacts: bool = True, words: bool = True
) -> Mask:
    """Return by place in the list who fits; typos are forgiven where nobody fits otherwise.

    Args:
        generation: which is published.
        text: what somebody typed; every word of it must match. Where there is no word in it, nobody fits.
        within: by place who is looked at; None for everybody.
        contacts: whether addresses, domains and keys may be searched.
        words: whether what people said may be searched.
    """
    return _matching(generation, PEOPLE, PEOPLE.open_to(contacts=contacts, words=words), text, within)


def accounts_matching(generation: Generation, text: str, *, within: Mask | None = None, contacts: bool = True) -> Mask:
    """Return by rank which accounts fit; typos are forgiven where none fits otherwise. Arguments as for people."""
    return _matching(generation, ACCOUNTS, ACCOUNTS.open_to(contacts=contacts, words=False), text, within)


def _matching(generation: Generation, shelf: Shelf, fields: Sequence[Field], text: str, within: Mask | None) -> Mask:
    terms = terms_of(text)
    found: Mask = np.zeros(int(generation.counts[shelf.total]), dtype=np.bool_)
    for forgiving in (False, True):
        if terms and not found.any():
            found = together(scores(generation, shelf, fields, terms, forgiving=forgiving)) < NO_MATCH
            found = found if within is None else found & within
    return found


def _best(
    shelf: Shelf, fields: Sequence[Field], of_terms: Sequence[Scores], mine: Mask | None, limit: int
) -> list[_Match]:
    total = together(of_terms)
    places = np.flatnonzero(total < NO_MATCH if mine is None else (total < NO_MATCH) & mine)
    order = total[places].astype(np.int64) << 32 | places
    first = np.sort(np.partition(order, limit)[:limit] if len(order) > limit else order) & 0xFFFFFFFF
    return [_match(shelf, fields, of_terms, total, int(place)) for place in first]


def _match(shelf: Shelf, fields: Sequence[Field], of_terms: Sequence[Scores], total: Scores, place: int) -> _Match:
    """The field that explains most is the one that shows least: of a name and words, the words."""
    least = max((int(one[place]) for one in of_terms), key=lambda score: score % STEP)
    return _Match(shelf, place, int(total[place]), field_of(least, fields))


def _owned(generation: Generation, shelf: Shelf, owner: str) -> Mask | None:
    return cared_for_by(generation, owner) if shelf is PEOPLE else accounts_cared_for_by(generation, owner)


def _chosen(matches: Sequence[_Match], limit: int) -> list[_Match]:
    """The best of all kinds; accounts take no more than their part where there are people too."""
    accounts = [match for match in matches if match.shelf is ACCOUNTS]
    people = [match for match in matches if match.shelf is PEOPLE]
    shown = accounts[: max(ACCOUNTS_BESIDE, limit - len(people))]
    order = {ACCOUNTS.kind: 0, PEOPLE.kind: 1}
    best = sorted([*shown, *people[: limit - len(shown)]], key=lambda match: (match.score, order[match.shelf.kind]))
    return best[:limit]


def _hits(generation: Generation, matches: Sequence[_Match], *, contacts: bool) -> list[Hit]:
    people = _people(generation, [match.place for match in matches if match.shelf is PEOPLE])
    accounts = _accounts(generation, [match.place for match in matches if match.shelf is ACCOUNTS])
    hits = []
    for match in matches:
        if match.shelf is PEOPLE:
            person = people[match.place]
            label, ident = _called(person, contacts=contacts), person.person_id
            detail = ", ".join(part for part in (person.title, person.account) if part)
        else:
            account = accounts[match.place]
            label, ident = str(account), account.account_id
            detail = ngettext("{people} person", "{people} people", account.people).format(people=account.people)
        hits.append(Hit(kind=match.shelf.kind, id=ident, label=label, detail=detail, matched=match.matched))
    return hits


def _people(generation: Generation, places: Iterable[int]) -> dict[int, ListedPerson]:
    shown = ListedPerson.objects.within(generation).filter(rank__in=list(places))
    fields = ("rank", "person_id", "name", "email", "title", "account", "person_keys")
    return {person.rank: person for person in shown.only(*fields)}


def _accounts(generation: Generation, places: Iterable[int]) -> dict[int, ListedAccount]:
    shown = ListedAccount.objects.of(generation.number).filter(rank__in=list(places))
    return {account.rank: account for account in shown}


def _called(person: ListedPerson, *, contacts: bool) -> str:
    """What to call a person in front of somebody who may not see addresses; a key may be one too."""
    return person.called if contacts else person.name or person.person_id
