"""How like what somebody said is to the words of a need; see docs/algorithms/matching.md."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np

from goodword.finding.matching.points import Matrix

_WORD = re.compile(r"[^\W_]+")
_LEAST = 3  # letters of a word that says something
_ENDINGS = ("ings", "ing", "ed", "es", "s", "en", "e")
_STEM = 4  # letters that stay at least


def alike(wanted: Sequence[str], said: Sequence[str]) -> Matrix:
    """The share of the words of each need that come up in what each said, rare words counting more.

    Args:
        wanted: the words of each need.
        said: what each person said or story says.

    Returns:
        0 to 1, needs by rows; not a number where either says nothing.
    """
    there = [set(_stems(text)) for text in said]
    counts = Counter(word for words in there for word in words)
    found = np.full((len(wanted), len(said)), np.nan)
    for row, text in enumerate(wanted):
        weights = {word: log(1 + len(said) / (1 + counts[word])) for word in set(_stems(text))}
        total = sum(weights.values())
        for column, words in enumerate(there):
            if total and words:
                found[row, column] = sum(weights[word] for word in weights.keys() & words) / total
    return found


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(text.casefold()) if len(word) >= _LEAST]


def _stem(word: str) -> str:
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= _STEM), "")
    return word.removesuffix(ending)
