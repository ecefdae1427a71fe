"""A request as its page shows it: fit and whether somebody is free; of people only what the reader sees anyway."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from goodword.doors.web.views.stories.shown import Shown
from goodword.doors.web.views.stories.shown import shown as story_shown
from goodword.kit import clock
from goodword.programme.advocates.models import Generation, Likelihood, ListedPerson, Publication
from goodword.programme.advocates.sight import Piece, Sight
from goodword.programme.asks.bounds import load_of
from goodword.programme.needs.models import Claim, Matching, Need, Proposal
from goodword.programme.needs.standing import standing_of_claim
from goodword.programme.needs.wording import STATE_LABELS, Words, obstacle_help, obstacle_told, point_label
from goodword.programme.people.languages import language_told
from goodword.programme.stories.looking import story_to_show

HEARD = frozenset({"use_case", "product", "competitor", "words"})
"""Points of which we know by what was said in private: who may not read that sees whether they fit, and not why."""

_CLASSES = {"same": "full", "near": "near", "different": "miss", "unknown": "open"}
_ICONS = {"same": "check", "near": "arrow", "different": "close", "unknown": "unknown"}


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """One point of a fit, in words."""

    label: Words
    state: Words
    kind: str
    icon: str
    wanted: str
    there: str


@dataclass(frozen=True, slots=True)
class Fit:
    """How well somebody fits: so many points of so many; what is not known is told beside."""

    same: int
    near: int
    unknown: int
    of: int
    points: list[ShownPoint]


@dataclass(frozen=True, slots=True)
class ShownMatch:
    """A person on the page of a request."""

    proposal: Proposal
    person: ListedPerson
    fit: Fit
    words: Piece | None
    likelihood: Likelihood | None
    never_asked: bool


@dataclass(frozen=True, slots=True)
class ShownStory:
    """A story on the page of a request."""

    proposal: Proposal
    story: Shown
    fit: Fit


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """Who or what was claimed; nobody is named to those who do not see them."""

    claim: Claim
    standing: str
    person: ListedPerson | None
    story: Shown | None


def seen_points(points: Iterable[dict[str, Any]], sight: Sight, *, public: bool = False) -> list[dict[str, Any]]:
    """The points of a fit as somebody sees them: how we know of what was said in private, only who may read that.

    Args:
        points: as they are kept.
        sight: of the reader.
        public: whether all of it may be read by everybody, as what a story says.
    """
    hidden = frozenset() if public or sight.words else HEARD
    return [one | {"there": ""} if one["name"] in hidden else one for one in points]


def fit_shown(points: Iterable[dict[str, Any]], sight: Sight, *, public: bool = False) -> Fit:
    """The points of a fit, in words, as somebody sees them."""
    some = seen_points(points, sight, public=public)
    states = [one["state"] for one in some]
    shown = [
        ShownPoint(
            label=point_label(one["name"]),
            state=STATE_LABELS[one["state"]],
            kind=_CLASSES[one["state"]],
            icon=_ICONS[one["state"]],
            wanted=_called(one["name"], one["wanted"]),
            there=_called(one["name"], one["there"]),
        )
        for one in some
    ]
    return Fit(states.count("same"), states.count("near"), states.count("unknown"), len(some), shown)


def _called(name: str, value: str) -> str:
    return ", ".join(map(language_told, value.split(", "))) if name == "language" else value


def answers_shown(need: Need, sight: Sight) -> dict[str, Any]:
    """The people and stories of the newest matching that the reader sees, and what stands in the way."""
    matching, generation = Matching.current(), Publication.current()
    rows = list(need.proposals.filter(matching=matching).select_related("person")) if matching else []
    people = _people(rows, need, generation, sight) if generation else []
    obstacles = need.obstacles.filter(matching=matching) if matching else []
    return {
        "matching": matching if matching and (rows or obstacles) else None,
        "people": people,
        "elsewhere": sum(1 for row in rows if row.person_id) - len(people),
        "stories": _stories(rows, sight),
        "obstacles": [{"sentence": obstacle_told(one), "help": obstacle_help(one)} for one in obstacles],
    }


def claim_shown(need: Need, sight: Sight) -> ShownClaim | None:
    """What stands for a need, as far as the reader sees it."""
    claim = need.standing_claim
    if claim is None:
        return None
    generation = Publication.current()
    person, story = None, None
    if claim.person is not None and generation is not None:
        row = sight.people(generation).about(claim.person.root_id or claim.person.pk).first()
        person = sight.person(row) if row else None
    if claim.story_id is not None:
        story = _shown_stories([claim.story_id], sight).get(claim.story_id)
    return ShownClaim(claim, standing_of_claim(claim), person, story)


def _people(rows: list[Proposal], need: Need, generation: Generation, sight: Sight) -> list[ShownMatch]:
    ids = {row.pk: row.person.root_id or row.person.pk for row in rows if row.person}
    listed = {row.person_id: row for row in sight.people(generation).filter(person_id__in=ids.values())}
    likely = Likelihood.objects.within(generation).of_kind(need.act_kind_id).filter(person_id__in=list(ids.values()))
    numbers = {row.person_id: row for row in sight.likelihoods(list(likely))}
    found = []
    for row in rows:
        one = listed.get(ids.get(row.pk, ""))
        if one is not None:
            person = sight.person(one)
            found.append(
                ShownMatch(
                    proposal=row,
                    person=person,
                    fit=fit_shown(row.points, sight),
                    words=person.words,
                    likelihood=numbers.get(one.person_id),
                    never_asked=not load_of(one.person_id).asked,
                )
            )
    return found


def _stories(rows: list[Proposal], sight: Sight) -> list[ShownStory]:
    there = _shown_stories([row.story_id for row in rows if row.story_id], sight)
    return [
        ShownStory(row, there[row.story_id], fit_shown(row.points, sight, public=True))
        for row in rows
        if row.story_id in there
    ]


def _shown_stories(numbers: Iterable[int], sight: Sight) -> dict[int | None, Shown]:
    found = (story_to_show(number, clock.today(), owner=sight.owner) for number in numbers)
    return {one.story_id: story_shown(one) for one in found if one is not None}
