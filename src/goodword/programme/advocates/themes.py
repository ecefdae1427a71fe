"""What people speak of: themes counted from the arrays of a generation, as colleagues want them shown.

What is published are the themes as they were heard. What they are called, which are one and which are hidden is looked
up when somebody reads, so it holds at once, for findings of before as well.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt

from goodword.programme.advocates.models import Generation, ListedAccount, ListedPerson
from goodword.programme.advocates.roster import (
    NO_DAY,
    NOWHERE,
    Mask,
    cared_for_by,
    of_account,
    read_array,
)
from goodword.programme.themes.models import key_of
from goodword.programme.themes.shaping import Shape

SHOWN = 6
"""How many themes of an account are told, those of most good words first."""

GOOD, COMPLAINT, WISH = 0, 1, 2
_SIDES = 3
_EPOCH = date(1970, 1, 1)

type Wholes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Whose words count, and of when; empty means all.

    Attributes:
        owner: only people of accounts this colleague cares for.
        segment: only people of accounts of this segment.
        days: only what was said in so many days before the end of the generation's day; 0 for whenever.
    """

    owner: str = ""
    segment: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as it is shown, with how many speak of it.

    Attributes:
        theme: as it was heard; what others are counted with.
        name: what it is called.
        people: how many different people speak of it.
        accounts: of how many accounts.
        good: remarks that praise it or tell a win.
        complaints: remarks that blame it.
        wishes: remarks that wish for something about it.
        newest: the place of who said something good of it last; of who spoke of it last where nobody did.
        newest_is_good: which of the two.
    """

    theme: str
    name: str
    people: int
    accounts: int
    good: int
    complaints: int
    wishes: int
    newest: int
    newest_is_good: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Rows of what was said, by the place of who said it: see roster.py for what they hold.

    Attributes:
        named: the themes, each as it was heard and what it is called; `theme` is a number among them, -1 for none.
    """

    person: Wholes
    remark: Wholes
    theme: Wholes
    side: Wholes
    day: Wholes
    named: tuple[tuple[str, str], ...]

    @property
    def people(self) -> int:
        """How many different people said anything."""
        return int(np.count_nonzero(np.diff(self.person, prepend=-1)))

    def only(self, rows: "Mask | Wholes") -> "Said":
        """Some of the rows."""
        return Said(self.person[rows], self.remark[rows], self.theme[rows], self.side[rows], self.day[rows], self.named)

    def number(self, name: str) -> int:
        """The number of a theme by what it is called; -2 where nobody speaks of it."""
        keys = [key_of(called) for _, called in self.named]
        return keys.index(key_of(name)) if key_of(name) in keys else -2


def heard_themes(generation: Generation | None) -> list[str]:
    """The themes that anybody speaks of, as they were heard."""
    return list(generation.counts.get("themes", ())) if generation else []


def is_counted(generation: Generation) -> bool:
    """Whether a generation tells who speaks of what: those published before that could be shown do not."""
    return "themes" in generation.counts


def said_in(generation: Generation, shape: Shape, narrowed: Narrowed) -> Said:
    """What was said, each remark once for each theme as it is shown; hidden themes are none."""
    said = _heard(generation)
    mask = np.ones(len(said.person), dtype=np.bool_)
    mine = cared_for_by(generation, narrowed.owner)
    if mine is not None:
        mask &= mine[said.person]
    if narrowed.segment:
        segments = generation.counts.get("segments", [])
        number = segments.index(narrowed.segment) if narrowed.segment in segments else NOWHERE
        account = read_array(generation, "account")[said.person]
        mask &= account >= 0
        mask[mask] = read_array(generation, "account:segment")[account[mask]] == number
    if narrowed.days:
        since = (generation.as_of - timedelta(days=narrowed.days) - _EPOCH).days
        mask &= (said.day > since) & (said.day != NO_DAY)
    return _as_shown(said.only(mask), shape)


def themes_told(generation: Generation, said: Said) -> list[Theme]:
    """The themes of what was said, those of most people first, then of most good words."""
    rows = said.only(said.theme >= 0)
    total = len(said.named)
    if not len(rows.theme):
        return []
    counts = np.bincount(rows.theme * _SIDES + rows.side, minlength=total * _SIDES).reshape(total, _SIDES)
    people = _different(rows.theme, rows.person, total)
    accounts = _different(rows.theme, read_array(generation, "account")[rows.person], total)
    newest = _newest(rows, total)
    names = [name.casefold() for _, name in said.named]
    order = sorted(np.flatnonzero(people).tolist(), key=lambda at: (-people[at], -counts[at, GOOD], names[at]))
    return [
        Theme(
            theme=said.named[at][0],
            name=said.named[at][1],
            people=int(people[at]),
            accounts=int(accounts[at]),
            good=int(counts[at, GOOD]),
            complaints=int(counts[at, COMPLAINT]),
            wishes=int(counts[at, WISH]),
            newest=int(rows.person[newest[at]]),
            newest_is_good=bool(rows.side[newest[at]] == GOOD),
        )
        for at in order
    ]


def speakers_of(said: Said, name: str, side: int | None = None) -> Wholes:
    """The places of who speaks of a theme, who did so last first.

    Args:
        said: what was said.
        name: what the theme is called.
        side: only who did so on this side; None for all.
    """
    rows = said.theme == said.number(name)
    some = said.only(rows if side is None else rows & (said.side == side))
    order = np.lexsort((some.person, -some.day.astype(np.int64)))
    places, first = np.unique(some.person[order], return_index=True)
    return places[np.argsort(first, kind="stable")]


def themes_of_account(generation: Generation, row: ListedAccount, shape: Shape) -> list[dict[str, Any]]:
    """What the good words of an account's people are about, as it is shown: like the rows of `ListedAccount.themes`.

    Where colleagues said nothing of themes, they are what was published; else they are counted anew, and `person_id`
    alone says whose the newest words are.
    """
    if not shape or not row.themes or not is_counted(generation):
        return list(row.themes)
    said = _heard(generation)
    places = np.sort(of_account(generation, "members", row.rank))
    low, high = (np.searchsorted(said.person, places, side=end) for end in ("left", "right"))
    rows = np.concatenate([np.arange(*two) for two in zip(low, high, strict=True)]) if len(places) else low
    said = _as_shown(said.only(rows), shape)
    whole = {one.theme: one for one in themes_told(generation, said)}
    good = sorted(themes_told(generation, said.only(said.side == GOOD)), key=lambda one: (-one.good, one.name))[:SHOWN]
    people = ListedPerson.objects.within(generation).filter(rank__in={one.newest for one in good})
    ids = dict(people.values_list("rank", "person_id")) if good else {}
    return [
        {
            "theme": one.name,
            "count": one.good,
            "people": one.people,
            "complaints": whole[one.theme].complaints,
            "wishes": whole[one.theme].wishes,
            "person_id": ids.get(one.newest, ""),
        }
        for one in good
    ]


def _heard(generation: Generation) -> Said:
    """Everything that was said, with the themes as they were heard; nothing where that is not counted."""
    if not is_counted(generation):
        none = np.zeros(0, dtype=np.int64)
        return Said(none, none, none, none, none, ())
    person, remark, theme, side, day = (
        read_array(generation, f"said:{name}") for name in ("person", "remark", "theme", "side", "day")
    )
    return Said(person, remark, theme, side, day, tuple((one, one) for one in heard_themes(generation)))


def _as_shown(said: Said, shape: Shape) -> Said:
    """The same with the themes as they are shown, each remark once for each."""
    numbers: dict[str, int] = {}
    named: list[tuple[str, str]] = []
    shown: list[int] = []
    for heard, _ in said.named:
        name = shape.shown(heard)
        if name is None:
            shown.append(-1)
            continue
        if key_of(name) not in numbers:
            numbers[key_of(name)] = len(named)
            named.append((shape.root(heard), name))
        shown.append(numbers[key_of(name)])
    theme = np.array([*shown, -1], dtype=np.int64)[said.theme]  # the last one is for -1, which is none
    found = Said(said.person, said.remark, theme, said.side, said.day, tuple(named))
    if len({one for one in shown if one >= 0}) == sum(one >= 0 for one in shown):
        return found
    _, first = np.unique(said.remark.astype(np.int64) * (len(named) + 1) + theme + 1, return_index=True)
    return found.only(np.sort(first))


def _different(theme: Wholes, other: Wholes, total: int) -> Wholes:
    """How many different others there are of each theme; those below 0 do not count."""
    known = other >= 0
    width = int(other.max(initial=0)) + 1
    pairs = np.sort(theme[known] * width + other[known])
    return np.bincount(pairs[np.diff(pairs, prepend=-1) != 0] // width, minlength=total)


_DAYS = 1 << 16  # on either side of 1970, which is enough for what anybody wrote to us
_REMARKS = 31  # bits that a remark's number takes


def _newest(rows: Said, total: int) -> Wholes:
    """The row of each theme that was said last: of the good words where there are any."""
    ago = _DAYS - np.clip(rows.day.astype(np.int64), -_DAYS, _DAYS - 1)
    # One number stands for all that is compared, the least for what was said last; a remark has each theme once.
    order = ((rows.side != GOOD).astype(np.int64) * 4 * _DAYS + ago << _REMARKS) + rows.remark
    least = np.full(total, np.iinfo(np.int64).max)
    np.minimum.at(least, rows.theme, order)
    found = np.full(total, NOWHERE, dtype=np.int64)
    last = np.flatnonzero(order == least[rows.theme])
    found[rows.theme[last]] = last
    return found
