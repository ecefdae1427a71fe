"""Themes as sheets: how many people speak of what, and the words of those who do."""

from collections.abc import Iterable, Iterator
from itertools import batched

from django.db.models import F

from goodword.doors.exports.lists.published import PEOPLE_AT_ONCE, published_facts
from goodword.doors.exports.sheets import Cells, Sheet, Type
from goodword.kit.shares import share
from goodword.programme.advocates.models import Generation, ListedPerson, Remark
from goodword.programme.advocates.roster import SIDES
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.themes import Theme

_THEME: dict[str, Type] = {
    "theme": "text",
    "heard_as": "text",
    "people": "whole",
    "share": "number",
    "low": "number",
    "high": "number",
    "accounts": "whole",
    "good_words": "whole",
    "wishes": "whole",
    "complaints": "whole",
}
_WORDS: dict[str, Type] = {
    "theme": "text",
    "kind": "text",
    "words": "text",
    "language": "text",
    "at": "instant",
    "channel": "text",
    "table": "text",
    "record_id": "text",
    "person_id": "text",
    "person": "text",
    "account_id": "text",
    "account": "text",
}


def themes_sheet(generation: Generation, themes: Iterable[Theme], everybody: int) -> Sheet:
    """Themes in their order.

    Args:
        generation: what is published.
        themes: which are on the list.
        everybody: how many people said anything at all.
    """
    return Sheet.of("themes", _THEME, (_theme(one, everybody) for one in themes), facts=published_facts(generation))


def theme_words_sheet(
    generation: Generation, sight: Sight, places: Iterable[int], name: str, side: int | None
) -> Sheet:
    """What people said of a theme, person after person.

    Args:
        generation: what is published.
        sight: whose export it is.
        places: of those who speak of it.
        name: what the theme is called.
        side: only words of this side; None for all.
    """
    rows = _words(generation, sight, places, name, side)
    return Sheet.of("theme-words", _WORDS, rows, facts=published_facts(generation))


def _theme(one: Theme, everybody: int) -> Cells:
    found = share(one.people, everybody)
    return {
        "theme": one.name,
        "heard_as": one.theme,
        **{name: getattr(one, name) for name in ("people", "accounts", "wishes", "complaints")},
        "good_words": one.good,
        "share": found.point if found else None,
        "low": found.low if found else None,
        "high": found.high if found else None,
    }


def _words(generation: Generation, sight: Sight, places: Iterable[int], name: str, side: int | None) -> Iterator[Cells]:
    for some in batched((int(place) for place in places), PEOPLE_AT_ONCE):
        listed = sight.people(generation).filter(rank__in=some).defer("employments")
        people = {row.rank: sight.person(row) for row in listed}
        rows = Remark.objects.within(generation).filter(person_id__in=[one.person_id for one in people.values()])
        said: dict[str, list[Remark]] = {}
        for row in sight.remarks(list(rows.order_by(F("at").desc(nulls_last=True), "-remark_id"))):
            if name in row.themes and row.kind in SIDES and side in (None, SIDES[row.kind]):
                said.setdefault(row.person_id, []).append(row)
        for place in some:
            if place in people:
                yield from (_word(people[place], row, name) for row in said.get(people[place].person_id, ()))


def _word(person: ListedPerson, row: Remark, name: str) -> Cells:
    return {
        "theme": name,
        "kind": row.kind,
        "words": row.piece.get("quote"),
        "language": row.language,
        "at": row.at,
        "channel": row.piece.get("channel"),
        "table": row.piece.get("table"),
        "record_id": row.piece.get("id"),
        "person_id": person.person_id,
        "person": person.called,
        "account_id": person.account_id,
        "account": person.account,
    }
