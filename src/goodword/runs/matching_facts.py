"""What matching is told: the needs, everybody who is published, and the stories that may be shown."""

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from goodword.finding.matching.facts import Fitting, Known, Published, Wanted
from goodword.programme.advocates.models import Generation, Likelihood, ListedAccount, ListedPerson, Remark
from goodword.programme.asks.models import PastLoad, Reservation
from goodword.programme.needs.models import Decline, Need
from goodword.programme.stories.models import Version

MOST_PEOPLE = 20_000
"""How many are looked at, the likeliest first: nobody below them would win."""

_GOOD = ("praise", "win")
_YEAR = timedelta(days=365)


def known_people(generation: Generation, act_kinds: Collection[str], day: date) -> tuple[list[Known], list[str]]:
    """Everybody published of whom there is anything to say and who still works where they did, and what each said."""
    listed = ListedPerson.objects.within(generation).speaking().filter(left_on=None).order_by("rank")
    rows = sorted(listed[:MOST_PEOPLE], key=lambda row: row.person_id)
    accounts = {row.account_id: row for row in ListedAccount.objects.of(generation.number)}
    likely: defaultdict[str, dict[str, float]] = defaultdict(dict)
    known = Likelihood.objects.within(generation).filter(act_kind__in=act_kinds)
    for person_id, kind, chance in known.values_list("person_id", "act_kind", "likelihood"):
        if chance is not None:
            likely[person_id][kind] = chance
    words, themes = _said(generation)
    asked = _asked_since(day - _YEAR)
    people = [
        Known(
            person_id=row.person_id,
            account_id=row.account_id,
            fits=Fitting(
                role=row.title,
                use_cases=tuple(sorted(themes.get(row.person_id, ()))),
                products=tuple(sorted(themes.get(row.person_id, ()))),
                replaced=(),
                languages=(row.language,) if row.language else (),
                heard=True,
                **_company(accounts.get(row.account_id)),
            ),
            likelihood=likely.get(row.person_id, {}),
            asked=asked[row.person_id],
        )
        for row in rows
    ]
    return people, [" ".join(words.get(row.person_id, ())) for row in rows]


def wanted_of(row: Need, declined: Collection[str]) -> Wanted:
    """A need as matching is told of it."""
    plain = ("industry", "employees", "region", "role", "product", "use_case", "competitor", "language", "text")
    account = ListedAccount.objects.filter(name__iexact=row.prospect).first() if row.prospect else None
    return Wanted(
        need_id=row.pk,
        act_kind=row.act_kind_id,
        needed_by=row.needed_by,
        urgent=row.urgent,
        declined=declined,
        account_id=account.account_id if account else "",
        **{name: getattr(row, name) for name in plain},
    )


def declined_for(rows: Collection[Need]) -> dict[int, frozenset[str]]:
    """By need, the people under their ids of today and the stories that were declined for it."""
    said: defaultdict[int, set[str]] = defaultdict(set)
    for one in Decline.objects.filter(need__in=rows).select_related("person"):
        key = (one.person.root_id or one.person.pk) if one.person else Published(story_id=one.story_id or 0).key
        said[one.need_id].add(key)
    return {row.pk: frozenset(said[row.pk]) for row in rows}


def published_story(version: Version) -> Published:
    """A story as matching is told of it; what it does not say of its company, the company does."""
    account = version.story.account
    return Published(
        story_id=version.story_id,
        fits=Fitting(
            industry=version.industry or account.industry,
            employees=version.employees or account.employees,
            country=version.region or account.country,
            region=account.region,
            role=version.role,
            products=tuple(version.products),
            use_cases=tuple(version.use_cases),
            replaced=(version.replaced,) if version.replaced else (),
            languages=(version.language,) if version.language else (),
        ),
    )


def _said(generation: Generation) -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    words: defaultdict[str, list[str]] = defaultdict(list)
    themes: defaultdict[str, set[str]] = defaultdict(set)
    said = Remark.objects.within(generation).filter(kind__in=_GOOD).order_by("person_id", "remark_id")
    for person_id, piece, about in said.values_list("person_id", "piece", "themes"):
        words[person_id].append(str(piece.get("quote", "")))
        themes[person_id].update(about)
    return words, themes


def _asked_since(day: date) -> Counter[str]:
    """How often each was asked since a day, under whichever id."""
    past = PastLoad.objects.filter(kind=PastLoad.ASK, happened_on__gte=day)
    places = Reservation.objects.standing().filter(reserved_on__gte=day)
    told = [*past.values_list("person__root_id", "person_id"), *places.values_list("person__root_id", "person_id")]
    return Counter(root or person for root, person in told)


def _company(account: ListedAccount | None) -> dict[str, Any]:
    if account is None:
        return {}
    plain = ("industry", "employees", "country", "region")
    return {name: getattr(account, name) for name in plain}
