"""Match all open needs together: gather who is published and who may be asked, solve, and keep the proposals."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from goodword.finding.matching.facts import Bar, Known, Published, Rules, Wanted
from goodword.finding.matching.points import Matrix, fits
from goodword.finding.matching.points import Point as FitPoint
from goodword.finding.matching.proposing import Proposal, Proposals, propose
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Generation, Hold, Publication
from goodword.programme.asks.actions.ask_person import may_ask
from goodword.programme.asks.bounds import Bounds, load_of
from goodword.programme.asks.models import Limit
from goodword.programme.asks.policies import OF_THE_LEDGER
from goodword.programme.needs.actions.keep_matches import keep_matches
from goodword.programme.needs.models import Claim, Matching, Need
from goodword.programme.needs.wanting import Blocked, Found, Matched, Point
from goodword.programme.people.models import Person
from goodword.programme.team.actor import Actor
from goodword.runs.matching_facts import known_people, likeness, published_stories, wanted_of

LOOKED_AT = 25
"""How many of those who fit a need best the gate is asked about at once; more where too few of them are free."""

LEAVE_OPEN = "leave-open"
"""The code of what would help: a line to leave open."""

_LISTS = frozenset({"use_case", "product", "competitor"})

_CODES = {
    **dict.fromkeys(("capped", "asked-lately", "limit-none"), "capped"),
    **dict.fromkeys(("resting", "not-now"), "resting"),
    **dict.fromkeys(("never", "opted-out", "denied-by-person", "denied-by-company"), "not-allowed"),
}


def match_needs(*, day: date, bounds: Bounds, by: Actor) -> Matching:
    """Match every open need, and put the proposals in the place of those before.

    Killed at any point, the proposals of before stand; done twice over the same facts, nothing is written.

    Args:
        day: for which day.
        bounds: what settings let a person bear.
        by: who wants it.
    """
    rows = list(Need.objects.open().in_order())
    generation = Publication.current() if rows else None
    found: list[Found] = []
    blocked: list[Blocked] = []
    for told in _proposals(wanted_of(rows), generation, day, bounds) if generation else ():
        found += _numbered(told.proposals)
        blocked += [
            Blocked(need_id=one.need_id, code=one.code, people=one.people, opens_on=one.opens_on)
            for one in told.obstacles
        ]
        blocked += [
            Blocked(need_id=one.need_id, code=LEAVE_OPEN, people=one.people, name=one.name) for one in told.helps
        ]
    return keep_matches(Matched(tuple(row.pk for row in rows), tuple(found), tuple(blocked)), day=day, by=by)


@dataclass(slots=True)
class _Gate:
    """Who may not be asked, as far as the gate was asked; everybody who is proposed was asked about."""

    day: date
    bounds: Bounds
    bars: defaultdict[str, dict[str, Bar]] = field(default_factory=lambda: defaultdict(dict))
    asked: set[tuple[str, str]] = field(default_factory=set)

    def ask(self, people: Iterable[str], kind: str) -> bool:
        """Ask it about some people; whether anybody among them was not asked about before."""
        new = [one for one in people if (one, kind) not in self.asked]
        rows = Person.objects.in_bulk(new)
        for one in new:
            self.asked.add((one, kind))
            person = rows.get(one)
            refusal = may_ask(person, kind, day=self.day, bounds=self.bounds) if person else None
            if refusal is not None:
                self.bars[one][kind] = self._bar(refusal, one)
        return bool(new)

    def hold(self, generation: Generation, kinds: set[str]) -> None:
        """Keep those out whom the published findings hold: the gate refuses them whatever else there is."""
        held = Hold.objects.within(generation).exclude(code__in=OF_THE_LEDGER).filter(act_kind__in=["", *kinds])
        for person_id, of, until in held.values_list("person_id", "act_kind", "until"):
            if until is None or until > self.day:
                for kind in [of] if of else kinds:
                    self.bars[person_id].setdefault(kind, Bar("held"))
                    self.asked.add((person_id, kind))

    def _bar(self, refusal: GoodwordError, person_id: str) -> Bar:
        code = _CODES.get(refusal.code, "held")
        if code not in {"capped", "resting"}:
            return Bar(code)
        opens = load_of(person_id).opens_on(self.day, self.bounds.within(Limit.objects.of(person_id)))
        return Bar(code, opens if opens > self.day else None)


def _proposals(wanted: list[Wanted], generation: Generation, day: date, bounds: Bounds) -> Iterable[Proposals]:
    """First for the needs that nobody is claimed for, together; then who else would do for the others."""
    kinds = {one.act_kind for one in wanted}
    gate = _Gate(day, bounds)
    gate.hold(generation, kinds)
    claims = list(Claim.objects.standing().of_open_needs().select_related("person"))
    settled = {claim.need_id for claim in claims}
    claimed = {claim.person.root_id or claim.person.pk for claim in claims if claim.person}
    people, stories = known_people(generation, kinds, day=day), published_stories(day)
    words = likeness(wanted, [one.fits for one in people]), likeness(wanted, [one.fits for one in stories])
    there = _There([one.need_id for one in wanted], people, stories, *words)
    busy = Counter(one.account_id for one in people if one.person_id in claimed and one.account_id)
    for who in claimed:
        gate.bars[who] = dict.fromkeys(kinds, Bar("taken"))
        gate.asked |= {(who, kind) for kind in kinds}
    rules = Rules(open_of=busy)
    first = _solved([one for one in wanted if one.need_id not in settled], there, gate, rules)
    yield first
    gone = {one.person_id for one in first.proposals if one.chosen}
    rest = there.without(gone)
    for one in wanted:
        if one.need_id in settled:
            told = _solved([one], rest, gate, Rules())
            yield Proposals([replace(each, chosen=False) for each in told.proposals], told.obstacles, [])


@dataclass(frozen=True, slots=True)
class _There:
    """Who and what is there, and how like their words are to those of each need, compared once for all of them."""

    needs: list[int]
    people: list[Known]
    stories: list[Published]
    words: Matrix
    story_words: Matrix

    def without(self, gone: Collection[str]) -> "_There":
        left = [at for at, one in enumerate(self.people) if one.person_id not in gone]
        people = [self.people[at] for at in left]
        return replace(self, people=people, words=self.words[:, left])

    def rows(self, needs: Sequence[Wanted]) -> list[int]:
        """The rows of some needs in both tables."""
        return [self.needs.index(one.need_id) for one in needs]


def _solved(needs: Sequence[Wanted], there: _There, gate: _Gate, rules: Rules) -> Proposals:
    """Solve until the gate was asked about everybody who is proposed and lets them be asked."""
    if not needs:
        return Proposals([], [], [])
    people, stories, rows = there.people, there.stories, there.rows(needs)
    words, story_words = there.words[rows], there.story_words[rows]
    _ask_first(needs, people, words, gate, rules)
    while True:
        barred = [replace(one, bars=gate.bars.get(one.person_id, {})) for one in people]
        told = propose(needs, barred, stories, day=gate.day, rules=rules, words=words, story_words=story_words)
        kinds = {one.need_id: one.act_kind for one in needs}
        proposed: defaultdict[str, set[str]] = defaultdict(set)
        for one in told.proposals:
            if one.person_id:
                proposed[kinds[one.need_id]].add(one.person_id)
        if not any(gate.ask(sorted(some), kind) for kind, some in proposed.items()):
            return told


def _ask_first(needs: Sequence[Wanted], people: Sequence[Known], words: Matrix, gate: _Gate, rules: Rules) -> None:
    """Ask about those who fit each need best, so that solving over and over is seldom needed."""
    middle = fits(needs, [one.fits for one in people], words).middle
    for row, need in enumerate(needs):
        able = [at for at in np.flatnonzero(middle[row] >= rules.least_fit).tolist() if people[at].person_id]
        open_ones = [at for at in able if need.act_kind not in gate.bars.get(people[at].person_id, {})]
        best = sorted(open_ones, key=lambda at: (-middle[row, at], people[at].person_id))[:LOOKED_AT]
        gate.ask([people[at].person_id for at in best], need.act_kind)


def _numbered(proposals: Sequence[Proposal]) -> list[Found]:
    """The proposals of each need in their order, people before stories."""
    counted: Counter[int] = Counter()
    found = []
    for one in proposals:
        counted[one.need_id] += 1
        found.append(
            Found(
                need_id=one.need_id,
                person_id=one.person_id,
                story_id=one.story_id,
                place=counted[one.need_id],
                chosen=one.chosen,
                fit_low=min(one.fit_low, one.fit_high),
                fit_high=min(one.fit_high, 1.0),
                points=tuple(
                    Point(name=each.name, state=each.state.value, wanted=each.wanted, there=_there(each))
                    for each in one.points
                ),
            )
        )
    return found


def _there(point: FitPoint) -> str:
    """What is known; of a long list only what has to do with what is wanted."""
    if point.name not in _LISTS:
        return point.there
    wanted = set(point.wanted.casefold().split())
    return ", ".join(one for one in point.there.split(", ") if wanted & set(one.casefold().split()))
