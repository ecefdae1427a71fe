"""What a search takes for a word: the same on the day of publication and while somebody types."""

import re
from dataclasses import dataclass

from goodword.programme.people.names import fold

LONGEST = 64
"""Longer words are cut: nobody types them, and they would fill the index."""

MOST_TERMS = 8

_APOSTROPHES = str.maketrans("", "", "'’`\u02bc")
_WORD = re.compile(r"[^\W_]+")
# Scripts written without spaces: pairs of letters stand for words there.
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")


@dataclass(frozen=True, slots=True)
class Term:
    """A part of what was typed that stands between spaces.

    Attributes:
        literal: the part as it is, folded: an address, a domain or a key is found by it.
        words: the words in it.
    """

    literal: str
    words: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded."""
    found: list[str] = []
    for word in _WORD.findall(fold(text.translate(_APOSTROPHES))):
        found.extend(_pairs(word) if _UNSPACED.fullmatch(word) else [word[:LONGEST]])
    return found


def terms_of(text: str) -> list[Term]:
    """Return the terms of what somebody typed, at most MOST_TERMS."""
    terms = (Term(literal_of(part), tuple(words_of(part)[:MOST_TERMS])) for part in text.split())
    return [term for term in terms if term.words][:MOST_TERMS]


def literal_of(text: str) -> str:
    """Return an address or a key as it is compared: folded, without spaces."""
    return "".join(fold(text).split())[:LONGEST]


def _pairs(word: str) -> list[str]:
    return [word[place : place + 2] for place in range(len(word) - 1)]
