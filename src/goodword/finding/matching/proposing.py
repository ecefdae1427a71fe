"""Who and what is proposed for every need, what stands in the way, and what would help: docs/algorithms/matching.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from goodword.finding.matching.facts import Known, Published, Rules, Wanted
from goodword.finding.matching.obstacles import Help, Obstacle, Round, helps, obstacles
from goodword.finding.matching.points import Fits, Matrix, Point, fits, points_of
from goodword.finding.matching.solving import solve

SHOWN = 5
"""How many people and how many stories are proposed for a need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A person or a story that fits a need and is free for it.

    Attributes:
        need_id: which need.
        person_id: who; empty for a story.
        story_id: which story; None for a person.
        place: 1 for the best of people, or of stories.
        chosen: whether all open needs together leave this person to this need.
        fit_low: how well it fits if nothing that is not known does.
        fit_high: how well if all of that does.
        points: the fit point by point.
    """

    need_id: int
    person_id: str = ""
    story_id: int | None = None
    place: int
    chosen: bool = False
    fit_low: float
    fit_high: float
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a matching comes to.

    Attributes:
        proposals: of each need the best, its people before its stories.
        obstacles: of each need, those that keep most people away first.
        helps: of needs that nobody is left for, what lets most people in first.
    """

    proposals: list[Proposal]
    obstacles: list[Obstacle]
    helps: list[Help]


def propose(
    needs: Sequence[Wanted],
    people: Sequence[Known],
    stories: Sequence[Published],
    *,
    day: date,
    rules: Rules,
    words: Matrix | None = None,
    story_words: Matrix | None = None,
) -> Proposals:
    """Solve all open needs together, and tell of each what came of it.

    Args:
        needs: open ones, each once.
        people: everybody who might do it, each once; also those who may not be asked.
        stories: those that may be shown to whoever the needs are for.
        day: as of which.
        rules: bounds and tastes.
        words: how like what each person said is to the words of each need; see `points.fits`.
        story_words: the same of stories.
    """
    rows, columns = _in_order([one.need_id for one in needs]), _in_order([one.person_id for one in people])
    needs, people = [needs[row] for row in rows], [people[column] for column in columns]
    words = None if words is None else words[np.ix_(rows, columns)]
    story_words = None if story_words is None else story_words[rows]
    found = fits(needs, [one.fits for one in people], words)
    left = [(one.needed_by - day).days if one.needed_by else None for one in needs]
    matched = Round(needs, people, found, solve(needs, people, found, rules, days_left=left), rules)
    there = fits(needs, [one.fits for one in stories], story_words)
    told = Proposals([], [], [])
    for row in range(len(needs)):
        told.proposals.extend(_people(matched, row, words))
        told.proposals.extend(_stories(needs[row], row, stories, _Compared(there, story_words, rules.least_fit)))
        told.obstacles.extend(obstacles(matched, row))
        if row not in matched.solved.paired:
            told.helps.extend(helps(needs[row], people, rules))
    return told


def _in_order(keys: Sequence[int] | Sequence[str]) -> list[int]:
    """Their places by what they are called: of equals none wins by coming first."""
    return sorted(range(len(keys)), key=lambda place: keys[place])


@dataclass(frozen=True, slots=True)
class _Compared:
    there: Fits
    words: Matrix | None
    least: float


def _people(matched: Round, row: int, words: Matrix | None) -> list[Proposal]:
    """Who was chosen, then those who are free and were chosen for no other need."""
    need, people, solved = matched.needs[row], matched.people, matched.solved
    elsewhere, chosen = matched.elsewhere(row), solved.paired.get(row)
    able = [at for at in np.flatnonzero(solved.able[row]).tolist() if at not in elsewhere]
    best = sorted(able, key=lambda at: (at != chosen, -solved.worth[row, at], people[at].person_id))[:SHOWN]
    return [
        Proposal(
            need_id=need.need_id,
            person_id=people[at].person_id,
            place=place,
            chosen=at == chosen,
            fit_low=float(matched.found.low[row, at]),
            fit_high=float(matched.found.high[row, at]),
            points=tuple(points_of(need, people[at].fits, _likeness(words, row, at))),
        )
        for place, at in enumerate(best, start=1)
    ]


def _stories(need: Wanted, row: int, stories: Sequence[Published], compared: _Compared) -> list[Proposal]:
    """Those that fit: a story tires nobody, so it may serve any number of needs."""
    there = compared.there
    fit = np.flatnonzero((there.middle[row] >= compared.least) & (there.low[row] > 0)).tolist()
    free = [at for at in fit if stories[at].key not in need.declined]
    best = sorted(free, key=lambda at: (-there.middle[row, at], -stories[at].story_id))[:SHOWN]
    return [
        Proposal(
            need_id=need.need_id,
            story_id=stories[at].story_id,
            place=place,
            fit_low=float(there.low[row, at]),
            fit_high=float(there.high[row, at]),
            points=tuple(points_of(need, stories[at].fits, _likeness(compared.words, row, at))),
        )
        for place, at in enumerate(best, start=1)
    ]


def _likeness(words: Matrix | None, row: int, at: int) -> float | None:
    return None if words is None or np.isnan(words[row, at]) else float(words[row, at])
