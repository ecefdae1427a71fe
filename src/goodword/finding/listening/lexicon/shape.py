"""How a lexicon is written down, and the phrase index it becomes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Entry(NamedTuple):
    """What a phrase means.

    Attributes:
        rest: the words after the first, in order.
        mark: what the phrase does: `good`, `bad`, `problem`, `gain` carry a weight; the others steer.
        weight: how much it adds, below 0 for bad words.
    """

    rest: tuple[str, ...]
    mark: str
    weight: float


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words, as written in its file.

    Phrases are separated by commas or line breaks, lower case, without punctuation. `gut(e|en)` stands for gut, gute
    and guten: endings stand at the end of a word.
    `_` is a comma: `toll (|_) wenn` is found with and without.

    Attributes:
        language: two letters.
        good: phrases of praise by weight, 0.5 (mild) to 4 (glowing).
        bad: phrases of blame by weight, written without the minus.
        problems: names and verbs of trouble by weight: no judgement alone.
        gains: phrases of success by weight; 2 makes a win.
        tones: phrases that show a feeling and judge nothing, by weight, below 0 for regret and curses.
        marks: phrases that steer, by mark: see `cues.py`.
        contractions: a word and the words it stands for.
        splits_apostrophe: whether an apostrophe parts two words (j'adore).
    """

    language: str
    good: Mapping[float, str]
    bad: Mapping[float, str]
    problems: Mapping[float, str]
    gains: Mapping[float, str]
    marks: Mapping[str, str]
    tones: Mapping[float, str] = field(default_factory=dict)
    contractions: Mapping[str, str] = field(default_factory=dict)
    splits_apostrophe: bool = False


@dataclass(frozen=True, slots=True)
class Quantities:
    """How one language states amounts and changes; all lower case.

    Attributes:
        numbers: number words and what they are worth; a few and several are guesses that only serve to compare.
        minutes: time units and their length in minutes.
        units: other units counted in outcomes.
        source: words before the old value (`from`).
        target: words before the new value (`to`).
        by: words before a difference.
        instead: phrases between new value and old.
        formerly: phrases before an old value that a new one follows.
        then: words beside an old value that say it is past.
        per: phrases that make a rate (`a month`).
        down: verbs and words of shrinking.
        up: verbs and words of growing.
        moved: verbs of change without a direction.
        spared: verbs of saving.
        halves: words that state a change by themselves and shrink.
        doubles: the same for growth.
        faster: comparatives that say better.
        slower: comparatives that say worse.
        smaller: those of `faster` that say less of something, which is good only of what nobody wants more of.
        wants_less: things one wants less of.
        wants_more: things one wants more of.
        now: words beside a new value that an old one preceded.
        ranges: words between two figures of one amount (`one to two weeks`).
        fractions: parts of a whole, after `by`.
        lessening: nouns of shrinking ("a 40 % reduction").
        savings: the same for what is spared.
        growing: nouns of growth.
        of: words between such a noun and its figure.
        about: words between such a noun and what changed.
        times: words that make a figure a multiple ("three times faster"), or a part of its word ("3-fold").
        than: what follows a multiple or a share and compares ("faster", "as many").
        folds: multiples in one word ("threefold").
        factor: phrases before a factor ("divided by 4").
        planned: words that make it a plan, an expectation or a condition.
        roughly: words between a verb of change and its share ("down about 60 %").
        percent: signs and words of a share.
        amounting: words between a noun of change and its share ("the improvement is 15 %").
    """

    numbers: Mapping[str, float]
    minutes: Mapping[str, float]
    units: str
    source: str
    target: str
    by: str
    instead: str
    formerly: str
    then: str
    per: str
    down: str
    up: str
    moved: str
    spared: str
    halves: str
    doubles: str
    faster: str
    slower: str
    wants_less: str
    wants_more: str
    smaller: str = ""
    now: str = ""
    ranges: str = ""
    fractions: str = ""
    lessening: str = ""
    savings: str = ""
    growing: str = ""
    of: str = ""
    about: str = ""
    times: str = ""
    than: str = ""
    folds: str = ""
    factor: str = ""
    planned: str = ""
    roughly: str = ""
    amounting: str = ""
    percent: str = ""


def phrases(written: str) -> Iterator[str]:
    """The phrases of a written list, endings spelled out."""
    for line in written.split("\n"):
        for phrase in line.split(","):
            words = phrase.split()
            if words:
                yield from _spelled([list(_endings(word)) for word in words])


def _endings(word: str) -> Iterator[str]:
    stem, opened, inside = word.partition("(")
    if not opened:
        yield word
        return
    yield from (stem + ending for ending in inside.rstrip(")").split("|"))


def _spelled(choices: list[list[str]]) -> Iterator[str]:
    if len(choices) == 1:
        yield from choices[0]
        return
    for first in choices[0]:
        for rest in _spelled(choices[1:]):
            yield f"{first} {rest}"


type Index = Mapping[str, tuple[Entry, ...]]


def index_of(words: Words) -> Index:
    """The phrases of a language by their first word, the longest first; a later list does not override an earlier."""
    found: dict[tuple[str, ...], Entry] = {}

    def add(written: str, mark: str, weight: float) -> None:
        for phrase in phrases(written):
            first, *rest = phrase.replace("_", ",").split()
            found.setdefault((first, *rest), Entry(tuple(rest), mark, weight))

    for mark, written in words.marks.items():
        add(written, mark, 0.0)
    for weight, written in words.gains.items():
        add(written, "gain", weight)
    for weight, written in words.good.items():
        add(written, "good", weight)
    for weight, written in words.bad.items():
        add(written, "bad", -weight)
    for weight, written in words.problems.items():
        add(written, "problem", -weight)
    for weight, written in words.tones.items():
        add(written, "tone", weight)
    by_first: dict[str, list[Entry]] = {}
    for phrase, entry in found.items():
        by_first.setdefault(phrase[0], []).append(entry)
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry.rest), entry.rest)))
        for first, entries in by_first.items()
    }


class Opening(NamedTuple):
    """What may begin with a word.

    Attributes:
        alone: what the word means by itself; None for nothing.
        longer: the phrases that begin with it by their second word, the longest first.
    """

    alone: Entry | None
    longer: Mapping[str, tuple[Entry, ...]]


def openings_of(index: Index) -> Mapping[str, Opening]:
    """An index by the first two words of its phrases."""
    return {first: _opening(entries) for first, entries in index.items()}


def _opening(entries: tuple[Entry, ...]) -> Opening:
    longer: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.rest:
            longer.setdefault(entry.rest[0], []).append(entry)
    alone = entries[-1] if not entries[-1].rest else None
    return Opening(alone, {second: tuple(found) for second, found in longer.items()})
