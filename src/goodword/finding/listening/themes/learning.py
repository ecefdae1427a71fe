"""What people keep coming back to when they praise, complain or wish, in their own words.

A phrase is a theme where several people of several companies say it, where it stands like a noun, where what is said
of it differs (a subject is praised here and blamed there; "patience" is only ever asked for), and where it is no more
at home in what they write in passing than in what they praise, blame and wish for. The last is measured by the log-odds
ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words"), over people, not
mentions; how much what is said differs, by the normalised entropy (Shannon 1948) of the three kinds. Two words that
recur together are surer than one, as in the C-value (Frantzi, Ananiadou and Mima 2000).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from goodword.finding.listening.judging.cues import LANGUAGES, lexicon_of, tokens_of
from goodword.finding.listening.reading.markup import plain
from goodword.finding.listening.themes.phrases import Phrase, grammar_of, phrases_in
from goodword.finding.listening.themes.translated import meaning_of

PEOPLE = 5
"""How many people must say it before it is a theme."""

ACCOUNTS = 3
"""At how many companies."""

MOST = 40
"""Themes that are kept, the surest first."""

SIDES = {"praise": 0, "win": 0, "complaint": 1, "wish": 2}
"""Which side a kind of remark is on; thanks tell how people write, not what of."""

_WHOLE = 0.4  # of those who say it, how many say it as a whole: an article before it, nothing of it after
_LONGER = 0.6  # a phrase that so many say inside one longer phrase is a part of that one
_VARIED = 0.25  # normalised entropy of the sides, below which it is a manner of speaking
_PRIOR = 100.0  # the weight of the prior, in people's phrases
_AT_HOME = -1.96  # of the log-odds' z: below, it is said in passing more than in remarks
_SURFACES = 200  # quotes looked at for how a phrase is written

type Key = tuple[str, Phrase]


class Said(NamedTuple):
    """Some words of one person.

    Attributes:
        person: who said them; empty where not known.
        account: of which company; may be empty.
        language: one of `LANGUAGES`; words in others are passed over.
        kind: of a remark; empty for what was said in passing.
        words: as they stand in the text.
    """

    person: str
    account: str
    language: str
    kind: str
    words: str


class Theme(NamedTuple):
    """Something people keep coming back to.

    Attributes:
        name: the words most of them use, as they write them.
        language: whose words these are.
        forms: all that names it, words in lower case parted by blanks, sorted.
        people: how many say it in what they praise, blame or wish for.
        accounts: of how many companies.
        score: people times how varied what they say of it is, more for two words; the first is the surest.
    """

    name: str
    language: str
    forms: tuple[str, ...]
    people: int
    accounts: int
    score: float


@dataclass(slots=True)
class _Tally:
    """Who said a phrase, and how."""

    people: set[str] = field(default_factory=set)
    accounts: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    sides: tuple[set[str], set[str], set[str]] = field(default_factory=lambda: (set(), set(), set()))

    def add(self, other: "_Tally") -> None:
        self.people |= other.people
        self.accounts |= other.accounts
        self.whole |= other.whole
        for mine, theirs in zip(self.sides, other.sides, strict=True):
            mine.update(theirs)

    @property
    def varied(self) -> float:
        """From 0, where everybody says one kind of thing, to 1."""
        counts = [len(side) for side in self.sides]
        total = sum(counts)
        return -sum(n / total * math.log(n / total) for n in counts if n) / math.log(len(counts)) if total else 0.0


def learned(
    remarks: Iterable[Said], passing: Iterable[Said], *, names: Collection[str] = (), known: Collection[str] = ()
) -> list[Theme]:
    """The themes of what people say, the surest first; none where too few people say too little.

    Args:
        remarks: what they praised, blamed, wished and thanked for.
        passing: other things that they wrote, to compare with.
        names: of people, companies and our own house: none of them is a theme.
        known: phrases that name themes already, in lower case: they are left out.
    """
    heard = [said for said in remarks if said.kind in SIDES and said.language in LANGUAGES and said.person]
    tallies = _tallied(heard)
    called = _named(names)
    likely = {key: tally for key, tally in tallies.items() if _recurs(tally) and not _is_name(key[1], called)}
    forms = _in_all_languages(_by_form(likely), likely)
    whole = {head: _merged(tallies, same) for head, same in forms.items()}
    subjects = {head: tally for head, tally in whole.items() if _is_subject(tally)}
    for part in _parts(subjects):
        del subjects[part]
    taken = {tuple(one.split()) for one in known}
    subjects = {head: one for head, one in subjects.items() if not any(form[1] in taken for form in forms[head])}
    at_home = _said_in_passing(subjects, tallies, forms, passing)
    ranked = sorted(
        ((_score(head[1], tally), head) for head, tally in subjects.items() if head not in at_home),
        key=lambda one: (-one[0], one[1]),
    )[:MOST]
    written = _written([head for _, head in ranked], heard)
    return [
        Theme(
            written[head],
            head[0],
            tuple(sorted({" ".join(form[1]) for form in forms[head]})),
            len(subjects[head].people),
            len(subjects[head].accounts - {""}),
            round(score, 4),
        )
        for score, head in ranked
    ]


def _tallied(heard: Sequence[Said]) -> dict[Key, _Tally]:
    tallies: dict[Key, _Tally] = defaultdict(_Tally)
    for said in heard:
        grammar = grammar_of(said.language)
        for standing in phrases_in(tokens_of(plain(said.words), lexicon_of(said.language)), grammar):
            tally = tallies[said.language, standing.words]
            tally.people.add(said.person)
            tally.accounts.add(said.account)
            tally.sides[SIDES[said.kind]].add(said.person)
            if standing.led and standing.closed:
                tally.whole.add(said.person)
    return dict(tallies)


def _recurs(tally: _Tally) -> bool:
    """Whether more than one person says it; forms of one word are counted together later."""
    return len(tally.people) > 1


def _is_subject(tally: _Tally) -> bool:
    people = len(tally.people)
    enough = people >= PEOPLE and len(tally.accounts - {""}) >= ACCOUNTS
    return enough and len(tally.whole) >= _WHOLE * people and tally.varied >= _VARIED


def _score(phrase: Phrase, tally: _Tally) -> float:
    return len(tally.people) * tally.varied * math.log2(1 + min(len(phrase), 2))


def _named(names: Collection[str]) -> set[Phrase]:
    """The words of names: each word of a name alone, and the beginnings of it."""
    found: set[Phrase] = set()
    for name in names:
        words = tuple("".join(one if one.isalnum() else " " for one in name.lower()).split())
        found.update(words[:end] for end in range(1, len(words) + 1))
        found.update((word,) for word in words)
    return found


def _is_name(phrase: Phrase, called: set[Phrase]) -> bool:
    return phrase in called or all((word,) in called for word in phrase)


def _in_all_languages(forms: dict[Key, list[Key]], likely: dict[Key, _Tally]) -> dict[Key, list[Key]]:
    """Phrases that mean the same, in whichever language, under the one that most people use.

    Two mean the same where they are written alike, as a product's own words are, or stand side by side in the list of
    what modules are called.
    """
    heads: dict[object, Key] = {}
    found: dict[Key, list[Key]] = {}
    for head in sorted(forms, key=lambda key: (-len(likely[key].people), key)):
        means = {phrase for _, phrase in forms[head]} | {meaning_of(phrase) for _, phrase in forms[head]} - {None}
        same = next((heads[one] for one in sorted(means, key=str) if one in heads), head)
        found.setdefault(same, []).extend(forms[head])
        heads |= dict.fromkeys(means - set(heads), same)
    return found


_ENDINGS = ("s", "es", "en", "n", "e", "er", "x")


def _by_form(likely: dict[Key, _Tally]) -> dict[Key, list[Key]]:
    """Phrases that differ by an ending of their words only, under the one that most people use."""
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(likely):
        groups[key[0], tuple(_base((key[0], key[1]), at, likely) for at in range(len(key[1])))].append(key)
    return {min(same, key=lambda key: (-len(likely[key].people), key)): same for same in groups.values()}


def _base(key: Key, at: int, likely: dict[Key, _Tally]) -> str:
    """A word of a phrase without an ending, where people also say the phrase without it."""
    language, phrase = key
    word = phrase[at]
    for ending in _ENDINGS:
        short = word.removesuffix(ending)
        if short != word and len(short) > len(ending) + 1:
            if (language, (*phrase[:at], short, *phrase[at + 1 :])) in likely:
                return short
            if ending == "es" and (language, (*phrase[:at], f"{short[:-1]}y", *phrase[at + 1 :])) in likely:
                return f"{short[:-1]}y"
    return word


def _merged(tallies: dict[Key, _Tally], same: Sequence[Key]) -> _Tally:
    total = _Tally()
    for key in same:
        total.add(tallies[key])
    return total


def _parts(subjects: dict[Key, _Tally]) -> set[Key]:
    """Phrases that most people only say inside one longer phrase."""
    found: set[Key] = set()
    for longer, tally in subjects.items():
        language, phrase = longer
        for size in range(1, len(phrase)):
            for at in range(len(phrase) - size + 1):
                inner = (language, phrase[at : at + size])
                if inner in subjects and len(tally.people) >= _LONGER * len(subjects[inner].people):
                    found.add(inner)
    return found


def _said_in_passing(
    subjects: dict[Key, _Tally], tallies: dict[Key, _Tally], forms: dict[Key, list[Key]], passing: Iterable[Said]
) -> set[Key]:
    """Those that people say in passing rather than when they praise, blame or wish."""
    heads = {form: head for head in subjects for form in forms[head]}
    others: dict[Key, set[str]] = defaultdict(set)
    pairs: set[tuple[str, Key]] = set()
    for said in passing:
        if said.language in LANGUAGES and said.person:
            tokens = tokens_of(plain(said.words), lexicon_of(said.language))
            for standing in phrases_in(tokens, grammar_of(said.language)):
                key = (said.language, standing.words)
                pairs.add((said.person, key))
                if key in heads:
                    others[heads[key]].add(said.person)
    here, there = float(sum(len(tally.people) for tally in tallies.values())), float(len(pairs))
    if not there:
        return set()
    return {
        head
        for head, tally in subjects.items()
        if _association(len(tally.people), here, len(others[head]), there) < _AT_HOME
    }


def _association(here: int, all_here: float, there: int, all_there: float) -> float:
    """The z of the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008)."""
    prior = _PRIOR * (here + there) / (all_here + all_there)
    ours = math.log((here + prior) / (all_here + _PRIOR - here - prior))
    theirs = math.log((there + prior) / (all_there + _PRIOR - there - prior))
    return (ours - theirs) / math.sqrt(1 / (here + prior) + 1 / (there + prior))


def _written(heads: Sequence[Key], heard: Sequence[Said]) -> dict[Key, str]:
    """How most people write a phrase; a capital at the front of a sentence does not count."""
    found: dict[Key, str] = {}
    for head in heads:
        language, phrase = head
        pattern = re.compile(r"[^\w.!?]{1,3}".join(re.escape(word) for word in phrase), re.IGNORECASE)
        surfaces: Counter[str] = Counter()
        for said in heard:
            if said.language == language and phrase[0] in said.words.lower():
                one = pattern.search(said.words)
                if one and one.start() > 0:
                    surfaces[" ".join(one.group().split())] += 1
                    if surfaces.total() >= _SURFACES:
                        break
        found[head] = min(surfaces, key=lambda one: (-surfaces[one], one)) if surfaces else " ".join(phrase)
    return found
