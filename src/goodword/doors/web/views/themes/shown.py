"""Themes as pages show them: with the newest words about each, who said them, and what colleagues said of the theme."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from goodword.doors.web.policies import may
from goodword.kit.shares import Share, share
from goodword.programme.advocates.models import Generation, ListedPerson, Remark
from goodword.programme.advocates.roster import SIDES
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.themes import GOOD, Theme
from goodword.programme.team.models import User
from goodword.programme.team.roles import Right
from goodword.programme.themes.models import ThemeChange, key_of
from goodword.programme.themes.shaping import Shape

SEES = may(Right.SEE_PEOPLE, Right.SEE_WORDS, Right.SEE_COMMENTS)
"""Who sees what customers speak of: how much somebody said, and about what, is known from what they said in private."""

SHAPES = may(Right.SEE_PEOPLE, Right.SEE_WORDS, Right.SEE_COMMENTS, Right.CHANGE_SETTINGS)
"""Who says what themes are called: it holds for the whole company."""

QUOTES_SHOWN = 3
"""How many of their words about a theme stand beside somebody."""


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A line of the list.

    Attributes:
        told: the theme and its counts.
        share: of all who said anything, how many speak of it.
        piece: the newest words about it; None where there is nobody to show any more.
        person: who said them.
        others: how many other themes are counted with it.
    """

    told: Theme
    share: Share | None
    piece: dict[str, Any] | None
    person: ListedPerson | None
    others: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks of a theme: their newest words about it, and how many more there are."""

    person: ListedPerson
    remarks: list[Remark]
    more: int


def rows_of(
    sight: Sight, generation: Generation, told: Sequence[Theme], everybody: int, shape: Shape
) -> list[ThemeRow]:
    """Return lines of the list; as many queries however many they are.

    Args:
        sight: of the reader.
        generation: what is published.
        told: the themes of the page.
        everybody: how many people said anything at all.
        shape: how themes are shown.
    """
    people = _people(sight, generation, {one.newest for one in told})
    words = _remarks(sight, generation, [one.person_id for one in people.values()])
    rows = []
    for one in told:
        person = people.get(one.newest)
        said = [
            row
            for row in words.get(person.person_id if person else "", ())
            if one.name in row.themes and (not one.newest_is_good or SIDES[row.kind] == GOOD)
        ]
        others = sum(key_of(shape.root(part)) == key_of(one.theme) for part in shape.into)
        piece = said[0].piece if said else None
        rows.append(ThemeRow(one, share(one.people, everybody), piece, person if piece else None, others))
    return rows


def speakers(sight: Sight, generation: Generation, places: Sequence[int], name: str, side: int | None) -> list[Speaker]:
    """Return who speaks of a theme, in the order of their places.

    Args:
        sight: of the reader.
        generation: what is published.
        places: theirs, those of a page.
        name: what the theme is called.
        side: only words of this side; None for all.
    """
    people = _people(sight, generation, set(places))
    words = _remarks(sight, generation, [one.person_id for one in people.values()])
    found = []
    for place in places:
        person = people.get(place)
        theirs = [
            row
            for row in words.get(person.person_id if person else "", ())
            if name in row.themes and side in (None, SIDES[row.kind])
        ]
        if person is not None and theirs:
            found.append(Speaker(person, theirs[:QUOTES_SHOWN], max(0, len(theirs) - QUOTES_SHOWN)))
    return found


def changes_of(shape: Shape, theme: str) -> list[dict[str, Any]]:
    """What stands of what colleagues said of a theme and of those that are counted with it, the newest first."""
    keys = {key_of(theme)} | {part for part in shape.into if key_of(shape.root(part)) == key_of(theme)}
    return told_changes(ThemeChange.objects.standing().filter(key__in=keys), shape)


def told_changes(rows: Sequence[ThemeChange] | Any, shape: Shape) -> list[dict[str, Any]]:  # noqa: ANN401  # or a queryset
    """Changes in words with who made each, the newest first; of a theme and a deed the last one alone."""
    last = {(row.key, row.deed): row for row in rows}
    found = sorted(last.values(), key=lambda row: -row.pk)
    users = User.objects.filter(pk__in=[int(row.by) for row in found if row.by.isdecimal()])
    names = {str(user.pk): str(user) for user in users}
    return [
        {"row": row, "to": shape.called(row.to) if row.deed == "merge" else row.to,
         "who": names.get(row.by, _("the console"))}
        for row in found
    ]  # fmt: skip


def _people(sight: Sight, generation: Generation, places: set[int]) -> dict[int, ListedPerson]:
    rows = sight.people(generation).filter(rank__in=sorted(places)).defer("employments") if places else ()
    return {row.rank: sight.person(row) for row in rows}


def _remarks(sight: Sight, generation: Generation, ids: Sequence[str]) -> dict[str, list[Remark]]:
    """What people said, the newest first, by person."""
    rows = Remark.objects.within(generation).filter(person_id__in=ids, kind__in=list(SIDES))
    found: dict[str, list[Remark]] = {}
    for row in sight.remarks(list(rows.order_by(F("at").desc(nulls_last=True), "-remark_id"))) if ids else ():
        found.setdefault(row.person_id, []).append(row)
    return found
