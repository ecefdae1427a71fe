"""Match all open needs together: gather who is published and who may be asked, solve, and keep the proposals."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from goodword.finding.matching.facts import Bar, Known, Rules, Wanted
from goodword.finding.matching.likeness import alike
from goodword.finding.matching.points import Matrix, fits
from goodword.finding.matching.proposing import Proposal, Proposals, propose
from goodword.finding.matching.solving import PRIOR, fitting
from goodword.programme.advocates.models import Publication
from goodword.programme.asks.actions.ask_person import may_ask
from goodword.programme.asks.bounds import Bounds, load_of
from goodword.programme.asks.models import Limit
from goodword.programme.needs.actions.keep_matches import keep_matches
from goodword.programme.needs.models import Claim, Matching, Need
from goodword.programme.needs.wanting import Blocked, Found, Matched, Point
from goodword.programme.people.models import Person
from goodword.programme.stories.looking import stories_to_show, versions_to_show
from goodword.programme.team.actor import Actor
from goodword.runs.matching_facts import declined_for, known_people, published_story, wanted_of

LOOKED_AT, MOST_LOOKED_AT, ENOUGH_FREE = 30, 240, 6
"""How many of those who fit a need best the gate is asked about; up to how many where too few of them are free."""

MOST_STORIES = 2_000
"""How many stories are looked at, the newest first."""

_CODES = {
    "capped": "capped",
    "asked-lately": "capped",
    "limit-none": "capped",
    "resting": "resting",
    "not-now": "resting",
}
_FORBIDDEN = frozenset({"never", "opted-out", "denied-by-person", "denied-by-company"})
_TAKEN = Bar("taken")


def match_needs(*, day: date, bounds: Bounds, by: Actor) -> Matching:
    """Match every open need, and put the proposals in the place of those before.

    Killed at any point, the proposals of before stand; done twice over the same facts, nothing is written.

    Args:
        day: for which day.
        bounds: what settings let a person bear.
        by: who wants it.
    """
    rows = list(Need.objects.open().in_order())
    declined = declined_for(rows)
    wanted = [wanted_of(row, declined[row.pk]) for row in rows]
    told = _proposed(wanted, day, bounds) if wanted else Proposals([], [], [])
    found = tuple(_found(one) for one in told.proposals)
    blocked = [
        Blocked(need_id=one.need_id, code=one.code, people=one.people, opens_on=one.opens_on) for one in told.obstacles
    ]
    blocked += [Blocked(need_id=one.need_id, code=f"without-{one.name}", people=one.people) for one in told.helps]
    return keep_matches(Matched(tuple(row.pk for row in rows), found, tuple(blocked)), day=day, by=by)


def _proposed(wanted: Sequence[Wanted], day: date, bounds: Bounds) -> Proposals:
    generation = Publication.current()
    if generation is None:
        return Proposals([], [], [])
    everybody, said = known_people(generation, {one.act_kind for one in wanted}, day)
    texts = [one.text for one in wanted]
    words = alike(texts, said)
    people, places = _looked_at(wanted, everybody, words, _Gate(day, bounds))
    kinds = {one.act_kind for one in wanted}
    versions = versions_to_show(stories_to_show(day, MOST_STORIES))
    stories, story_words = [published_story(one) for one in versions], alike(texts, [one.text for one in versions])
    rules = Rules(seed=str(day))
    settled = set(Claim.objects.standing().of_open_needs().values_list("need_id", flat=True))
    told = Proposals([], [], [])
    # Needs to which somebody goes already are only told who else would do, and wait for nobody.
    groups = [[at for at, one in enumerate(wanted) if one.need_id not in settled]]
    groups += [[at] for at, one in enumerate(wanted) if one.need_id in settled]
    for group in groups:
        some = [wanted[at] for at in group]
        mine = words[np.ix_(group, places)]
        one = propose(some, people, stories, day=day, rules=rules, words=mine, story_words=story_words[group])
        chosen = {each.person_id for each in one.proposals if each.chosen}
        if group == groups[0]:
            told.obstacles.extend(one.obstacles)
            told.helps.extend(one.helps)
            people = [_taken(each, kinds) if each.person_id in chosen else each for each in people]
        told.proposals.extend(replace(each, chosen=each.chosen and group == groups[0]) for each in one.proposals)
    return told


class _Gate:
    """What the gate says of people, each asked about once for a kind of act."""

    def __init__(self, day: date, bounds: Bounds) -> None:
        self._day, self._bounds = day, bounds
        self._said: dict[tuple[str, str], Bar | None] = {}
        self._rows: dict[str, Person] = {}
        claims = Claim.objects.standing().of_open_needs().filter(person__isnull=False).select_related("person")
        self._taken = {claim.person.root_id or claim.person.pk for claim in claims if claim.person}

    def fetch(self, person_ids: Collection[str]) -> None:
        """Get the rows of people who will be asked about."""
        self._rows |= Person.objects.in_bulk([one for one in person_ids if one not in self._rows])

    def bar(self, person_id: str, act_kind: str) -> Bar | None:
        """What forbids to ask somebody; None where nothing does."""
        key = (person_id, act_kind)
        if key not in self._said:
            self._said[key] = _TAKEN if person_id in self._taken else self._ask(person_id, act_kind)
        return self._said[key]

    def told_of(self, one: Known, act_kinds: Collection[str]) -> Known:
        """The same with a word for every kind of act that is wanted: a missing one would read as free."""
        bars = ((kind, self.bar(one.person_id, kind)) for kind in act_kinds)
        return replace(one, bars={kind: bar for kind, bar in bars if bar is not None})

    def _ask(self, person_id: str, act_kind: str) -> Bar | None:
        person = self._rows.get(person_id)
        if person is None:
            return Bar("held")
        refusal = may_ask(person, act_kind, day=self._day, bounds=self._bounds)
        if refusal is None:
            return None
        code = _CODES.get(refusal.code) or ("not-allowed" if refusal.code in _FORBIDDEN else "held")
        if code not in {"capped", "resting"}:
            return Bar(code)
        opens = load_of(person_id).opens_on(self._day, self._bounds.within(Limit.objects.of(person_id)))
        return Bar(code, opens if opens > self._day else None)


def _looked_at(
    wanted: Sequence[Wanted], everybody: Sequence[Known], words: Matrix, gate: _Gate
) -> tuple[list[Known], list[int]]:
    """Those who fit any need best, with what the gate says of each of them, and their places among everybody."""
    found = fits(wanted, [one.fits for one in everybody], words)
    enough = fitting(wanted, everybody, found, Rules())
    looked: dict[int, None] = {}
    for row, need in enumerate(wanted):
        there = np.flatnonzero(enough[row])
        likely = np.array([everybody[at].likelihood.get(need.act_kind, PRIOR) for at in there.tolist()])
        best = there[np.argsort(-found.middle[row, there] * likely, kind="stable")][:MOST_LOOKED_AT].tolist()
        gate.fetch([everybody[at].person_id for at in best])
        free = 0
        for place, at in enumerate(best):
            if place >= LOOKED_AT and free >= ENOUGH_FREE:
                break
            looked[at] = None
            free += gate.bar(everybody[at].person_id, need.act_kind) is None
    kinds = {one.act_kind for one in wanted}
    return [gate.told_of(everybody[at], kinds) for at in looked], list(looked)


def _taken(one: Known, act_kinds: Collection[str]) -> Known:
    return replace(one, bars=dict.fromkeys(act_kinds, _TAKEN))


def _found(one: Proposal) -> Found:
    return Found(
        need_id=one.need_id,
        person_id=one.person_id,
        story_id=one.story_id,
        place=one.place,
        chosen=one.chosen,
        fit_low=one.fit_low,
        fit_high=one.fit_high,
        points=tuple(Point(name=p.name, state=p.state, wanted=p.wanted, there=p.there) for p in one.points),
    )
