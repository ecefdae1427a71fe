"""Forgives typos: words of the index that differ little from what was typed.

As many letters may be missing, added, swapped or wrong as `allowed` says (optimal string alignment distance). The first
letter is taken to be right, or swapped with the second; only where that finds nothing all words are compared.
"""

from collections.abc import Sequence
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


def corrections(generation: Generation, field: str, word: str) -> list[Correction]:
    """Return the words of a field that may have been meant, the nearest first, at most MOST_WORDS."""
    most = allowed(word)
    if not most:
        return []
    by_letter = _vocabulary(generation.number, edition(generation), field)
    likely = [by_letter.get(letter, ()) for letter in dict.fromkeys(word[:2])]
    found = [near for words in likely for near in _near(word, words, most)]
    if not found:
        found = [near for words in by_letter.values() for near in _near(word, words, most)]
    return sorted(found, key=lambda near: near.distance)[:MOST_WORDS]


def _near(word: str, words: Sequence[str], most: int) -> list[Correction]:
    """Compare with whole words, and with their beginnings: somebody may still be typing."""
    whole = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=MOST_WORDS)
    found = {choice: int(distance) for choice, distance, _ in whole}
    if len(word) >= BEGUN and not found:
        begun = [choice[: len(word)] for choice in words]
        for _, distance, place in process.extract(word, begun, scorer=OSA.distance, score_cutoff=1, limit=MOST_WORDS):
            found.setdefault(words[place], int(distance))
    return [Correction(choice, distance) for choice, distance in found.items()]


@lru_cache(maxsize=8)
def _vocabulary(number: int, _edition: str, field: str) -> dict[str, list[str]]:
    """The words of a field by their first letter."""
    by_letter: dict[str, list[str]] = {}
    for text in SearchBlock.objects.of(number).filter(field=field).order_by("place").values_list("words", flat=True):
        for word in text.split("\n"):
            by_letter.setdefault(word[0], []).append(word)
    return by_letter
