"""Forgives typos: words of the index that differ little from what was typed.

As many letters may be missing, added, swapped or wrong as `allowed` says (optimal string alignment distance). The first
letter is taken to be right, or swapped with the second; only where that finds nothing all words are compared.
"""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from goodword.programme.advocates.models import Generation, SearchBlock
from goodword.programme.advocates.roster import edition

MOST_WORDS = 12
ONE, TWO, BEGUN = 3, 6, 4
"""From how many letters on one typo is forgiven, from how many two, and from how many one in a word just begun."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the index and how many typos lie between it and what was typed."""

    word: str
    distance: int


def allowed(word: str) -> int:
    """Return how many typos are forgiven in a word."""
    return 0 if len(word) < ONE else 1 if len(word) < TWO else 2


def corrections(generation: Generation, field: str, word: str) -> tuple[Correction, ...]:
    """Return the words of a field that may have been meant, the nearest first, at most MOST_WORDS."""
    return _corrections((generation.number, edition(generation), field), word)


@lru_cache(maxsize=4_096)  # whoever mistypes a word asks for it with every further letter, and again on the next page
def _corrections(of: tuple[int, str, str], word: str) -> tuple[Correction, ...]:
    most = allowed(word)
    if not most:
        return ()
    there = _vocabulary(*of)
    likely = [letter for letter in dict.fromkeys(word[:2]) if letter in there]
    found = [near for letter in likely for near in _near(word, of, letter, most)]
    if not found:
        found = [near for letter in there for near in _near(word, of, letter, most)]
    return tuple(sorted(found, key=lambda near: near.distance)[:MOST_WORDS])


def _near(word: str, of: tuple[int, str, str], letter: str, most: int) -> list[Correction]:
    """Compare with the whole words of a letter, else with their beginnings: somebody may still be typing."""
    words = _vocabulary(*of)[letter]
    whole = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=MOST_WORDS)
    found = [Correction(choice, int(distance)) for choice, distance, _ in whole]
    if found or len(word) < BEGUN:
        return found
    beginnings, starts = _begun(*of, letter, len(word))
    begun = process.extract(word, beginnings, scorer=OSA.distance, score_cutoff=1, limit=MOST_WORDS)
    return [
        Correction(choice, int(distance))
        for _, distance, place in begun
        for choice in words[starts[place] : starts[place + 1]][:MOST_WORDS]
    ]


@lru_cache(maxsize=8)
def _vocabulary(number: int, _edition: str, field: str) -> dict[str, list[str]]:
    """The words of a field by their first letter, in alphabetical order."""
    by_letter: dict[str, list[str]] = {}
    last = ""
    for text in SearchBlock.objects.of(number).filter(field=field).order_by("place").values_list("words", flat=True):
        for word in text.split("\n"):
            if word != last:  # one that stands in very many places fills several blocks
                by_letter.setdefault(word[0], []).append(word)
            last = word
    return by_letter


@lru_cache(maxsize=128)
def _begun(number: int, edition: str, field: str, letter: str, letters: int) -> tuple[list[str], list[int]]:
    """The different beginnings of so many letters, and where the words that go on so start among those of a letter."""
    beginnings: list[str] = []
    starts: list[int] = []
    words = _vocabulary(number, edition, field)[letter]  # sorted, so that words that begin alike stand together
    for place, word in enumerate(words):
        beginning = word[:letters]
        if not beginnings or beginnings[-1] != beginning:
            beginnings.append(beginning)
            starts.append(place)
    return beginnings, [*starts, len(words)]
