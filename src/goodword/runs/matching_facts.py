"""What matching is told: the needs, everybody who is published, and the stories that may be shown."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from itertools import batched
from typing import Any

from goodword.finding.matching.facts import Fitting, Known, Published, Wanted
from goodword.finding.matching.likeness import alike
from goodword.finding.matching.points import Matrix
from goodword.programme.advocates.models import (
    Generation,
    Likelihood,
    ListedAccount,
    ListedPerson,
    Publication,
    Remark,
)
from goodword.programme.asks.models import PastLoad, Reservation
from goodword.programme.needs.models import Decline, Need
from goodword.programme.people.models import Person
from goodword.programme.stories.models import Story, Version
from goodword.programme.terms.standing import Terms, terms_of_all

MOST_PEOPLE = 20_000
"""How many are looked at, the likeliest first: hardly anybody below them would be proposed."""

_GOOD = ("praise", "win")
_YEAR = timedelta(days=365)
_AT_ONCE = 1_000
_OF_PEOPLE = ("person_id", "account_id", "title", "language")
_OF_COMPANIES = ("industry", "employees", "country", "region")
_LINES = ("industry", "employees", "region", "role", "product", "use_case", "competitor", "language", "text")


def wanted_of(rows: Sequence[Need]) -> list[Wanted]:
    """Needs as matching is told of them."""
    said: defaultdict[int, set[str]] = defaultdict(set)
    for one in Decline.objects.filter(need__in=rows).select_related("person"):
        said[one.need_id].add((one.person.root_id or one.person.pk) if one.person else f"story-{one.story_id}")
    unwilling = {person: terms for person, terms in terms_of_all().items() if terms.not_about}
    prospects = {row.prospect.strip().casefold() for row in rows} - {""}
    generation = Publication.current()
    listed = ListedAccount.objects.of(generation.number) if generation and prospects else ListedAccount.objects.none()
    accounts = {name.casefold(): account for name, account in listed.values_list("name", "account_id")}
    return [
        Wanted(
            need_id=row.pk,
            account_id=accounts.get(row.prospect.strip().casefold(), ""),
            act_kind=row.act_kind_id,
            needed_by=row.needed_by,
            urgent=row.urgent,
            declined=frozenset(said[row.pk] | _unwilling(row, unwilling)),
            **{name: getattr(row, name) for name in _LINES},
        )
        for row in rows
    ]


def _unwilling(need: Need, terms: Mapping[str, Terms]) -> set[str]:
    """Who does not want to speak about what a need is about."""
    return {
        person for person, said in terms.items() if "not" in {said.word_on(need.product), said.word_on(need.use_case)}
    }


def known_people(generation: Generation, kinds: Collection[str], *, day: date) -> list[Known]:
    """Everybody published about whom there is anything to say and who still works where they did.

    Args:
        generation: what is published.
        kinds: the kinds of acts that are needed.
        day: for which day.
    """
    speaking = ListedPerson.objects.within(generation).speaking().filter(left_on=None).order_by("rank")
    listed = sorted(speaking.only(*_OF_PEOPLE)[:MOST_PEOPLE], key=lambda row: row.person_id)
    ids = [row.person_id for row in listed]
    accounts = _accounts(generation, {row.account_id for row in listed})
    likely: defaultdict[str, dict[str, float]] = defaultdict(dict)
    words: defaultdict[str, list[str]] = defaultdict(list)
    themes: defaultdict[str, set[str]] = defaultdict(set)
    # Of those alone who are looked at: a million people said millions of sentences.
    for some in batched(ids, _AT_ONCE):
        rows = Likelihood.objects.within(generation).filter(act_kind__in=kinds, person_id__in=some)
        for person_id, kind, number in rows.values_list("person_id", "act_kind", "likelihood"):
            if number is not None:
                likely[person_id][kind] = number
        said = Remark.objects.within(generation).filter(kind__in=_GOOD, person_id__in=some)
        told = said.order_by("person_id", "remark_id").values_list("person_id", "piece", "themes")
        for person_id, piece, about in told:
            words[person_id].append(str(piece.get("quote", "")))
            themes[person_id].update(about)
    asked, terms = _asked(day), terms_of_all()
    for person_id, said_of in terms.items():
        themes[person_id].update(said_of.gladly)
    return [
        Known(
            person_id=row.person_id,
            account_id=row.account_id,
            likelihood=likely[row.person_id],
            asked=asked[row.person_id],
            fits=Fitting(
                role=row.title,
                use_cases=tuple(sorted(themes[row.person_id])),
                products=tuple(sorted(themes[row.person_id])),
                heard=True,
                languages=(row.language,) if row.language else (),
                words="\n".join(words[row.person_id]),
                **_company(accounts.get(row.account_id)),
            ),
        )
        for row in listed
    ]


def published_stories(day: date) -> list[Published]:
    """The stories that may be shown; what one does not say of its company, the company does."""
    numbers = Story.objects.usable(day).values_list("pk", flat=True)
    versions = Version.objects.shown().whole().filter(story__in=list(numbers)).order_by("story_id")
    return [_published(version) for version in versions]


def likeness(needs: Sequence[Wanted], there: Sequence[Fitting]) -> Matrix:
    """How like what each said, or tells, is to the words of each need; see `alike`."""
    return alike([need.text for need in needs], [one.words for one in there])


def _asked(day: date) -> Counter[str]:
    """How often each was asked in the last year, under the id of today."""
    since = day - _YEAR
    reserved = Reservation.objects.standing().filter(reserved_on__gt=since).values_list("person_id", flat=True)
    past = PastLoad.objects.filter(kind=PastLoad.ASK, happened_on__gt=since).values_list("person_id", flat=True)
    today = dict(Person.objects.exclude(root=None).values_list("person_id", "root_id"))
    return Counter(today.get(one) or one for one in (*reserved, *past))


def _accounts(generation: Generation, ids: Collection[str]) -> dict[str, ListedAccount]:
    listed = ListedAccount.objects.of(generation.number).only("account_id", *_OF_COMPANIES)
    found: dict[str, ListedAccount] = {}
    for some in batched(sorted(ids), _AT_ONCE):
        found |= {row.account_id: row for row in listed.filter(account_id__in=some)}
    return found


def _company(account: ListedAccount | None) -> dict[str, Any]:
    if account is None:
        return {}
    return {name: getattr(account, name) for name in _OF_COMPANIES}


def _published(version: Version) -> Published:
    account = version.story.account
    return Published(
        story_id=version.story_id,
        fits=Fitting(
            industry=version.industry or account.industry,
            employees=version.employees or account.employees,
            country=account.country,
            region=version.region or account.region,
            role=version.role,
            products=tuple(version.products),
            use_cases=tuple(version.use_cases),
            replaced=(version.replaced,) if version.replaced else (),
            languages=(version.language,) if version.language else (),
            words=version.text,
        ),
    )
