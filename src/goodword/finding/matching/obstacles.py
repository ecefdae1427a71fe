"""What stands between a need and people who would fit it, and what would help."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from goodword.finding.matching.facts import Bar, Known, Rules, Wanted
from goodword.finding.matching.points import Fits, asked_of, fits
from goodword.finding.matching.solving import Solution, fair_share, fitting, room_of

NOBODY_FITS, DECLINED, ACCOUNT_LIMIT, SHARE, TAKEN = "nobody-fits", "declined", "account-limit", "share", "taken"
"""What matching itself finds in the way; a bar brings its own code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """What stands between a need and people who fit.

    Attributes:
        need_id: which need.
        code: of a bar, or one of this module's.
        people: how many people who fit it keeps away.
        opens_on: the first day on which it lets one of them go; None where no day is known.
    """

    need_id: int
    code: str
    people: int
    opens_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What would help a need that nobody is left for: a field to leave open.

    Attributes:
        need_id: which need.
        name: the field.
        people: how many people fit then who are free to be asked.
    """

    need_id: int
    name: str
    people: int


@dataclass(frozen=True, slots=True)
class Round:
    """One matching: what went in, and what came out.

    Attributes:
        needs: who is wanted.
        people: everybody who might do it.
        found: how well they fit.
        solved: who is proposed for what.
        rules: bounds and tastes.
    """

    needs: Sequence[Wanted]
    people: Sequence[Known]
    found: Fits
    solved: Solution
    rules: Rules

    def elsewhere(self, row: int) -> set[int]:
        """The places of those who go to other needs."""
        return {person for need, person in self.solved.paired.items() if need != row}


def obstacles(matched: Round, row: int) -> list[Obstacle]:
    """Why people who fit a need are not proposed for it: each counts for the first reason there is."""
    need = matched.needs[row]
    enough = fitting([need], matched.people, matched.found.of(row), matched.rules)[0]
    if not enough.any():
        return [Obstacle(need_id=need.need_id, code=NOBODY_FITS, people=0)]
    elsewhere, room = matched.elsewhere(row), room_of(matched.people, matched.rules)
    most = fair_share(matched.needs, matched.people, matched.rules)
    met = row in matched.solved.paired
    kept: defaultdict[str, list[Bar]] = defaultdict(list)
    for at in np.flatnonzero(enough).tolist():
        bar = _bar(need, matched.people[at], room, most)
        if bar is None and at in elsewhere:
            bar = Bar(TAKEN)
        if bar is None and not met:  # the room of their account went to others who work there
            bar = Bar(ACCOUNT_LIMIT)
        if bar is not None:
            kept[bar.code].append(bar)
    told = [
        Obstacle(need_id=need.need_id, code=code, people=len(bars), opens_on=_first(bars))
        for code, bars in kept.items()
    ]
    return sorted(told, key=lambda one: (-one.people, one.code))


def helps(need: Wanted, people: Sequence[Known], rules: Rules) -> list[Help]:
    """Which fields, each left open alone, let in how many more people who are free to be asked."""
    free = [one for one in people if need.act_kind not in one.bars and one.person_id not in need.declined]
    now = _fitting(need, free, rules)
    found = []
    for name in asked_of(need):
        more = _fitting(_without(need, name), free, rules) - now
        if more > 0:
            found.append(Help(need_id=need.need_id, name=name, people=more))
    return sorted(found, key=lambda one: (-one.people, one.name))


def _bar(need: Wanted, one: Known, room: Mapping[str, int], most: int) -> Bar | None:
    if one.person_id in need.declined:
        return Bar(DECLINED)
    if need.act_kind in one.bars:
        return one.bars[need.act_kind]
    if one.account_id and room[one.account_id] <= 0:
        return Bar(ACCOUNT_LIMIT)
    return Bar(SHARE) if one.asked >= most else None


def _first(bars: Sequence[Bar]) -> date | None:
    return min((bar.opens_on for bar in bars if bar.opens_on is not None), default=None)


def _without(need: Wanted, name: str) -> Wanted:
    if name == "employees":
        return replace(need, employees=None)
    less: dict[str, Any] = {name: ""}
    return replace(need, **less)


def _fitting(need: Wanted, people: Sequence[Known], rules: Rules) -> int:
    return int(fitting([need], people, fits([need], [one.fits for one in people]), rules).sum())
