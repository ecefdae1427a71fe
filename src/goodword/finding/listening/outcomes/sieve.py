"""Patterns that are searched only where the words stand that they cannot do without."""

import re

from goodword.finding.listening.lexicon.shape import phrases

_WORD = re.compile(r"\w+")
_ODD = re.compile("[\u0130\u0131\u017f]")  # a pattern takes them for i and s, lower() does not

type Said = frozenset[str] | None


def words_of(sentence: str) -> Said:
    """The words of a sentence in lower case; None where letters in it make them unsure, so that nothing is sifted."""
    if _odd(sentence):
        return None
    return frozenset(_WORD.findall(sentence.lower()))


def _odd(sentence: str) -> bool:
    return not sentence.isascii() and _ODD.search(sentence) is not None


class Sieved:
    """A pattern, and the words without which it finds nothing.

    It must ask for a phrase of each list, whole: something that is no letter before it, and after it.
    """

    __slots__ = ("_pattern", "_tellings")

    def __init__(self, pattern: re.Pattern[str], *lists: str) -> None:
        self._pattern = pattern
        self._tellings = tuple(tellings(written) for written in lists)

    def search(self, sentence: str, said: Said) -> re.Match[str] | None:
        """What the pattern finds in a sentence of which `said` are the words."""
        return self._pattern.search(sentence) if self.may_find(said) else None

    def may_find(self, said: Said) -> bool:
        """Whether the words without which the pattern finds nothing are all there."""
        return said is None or not any(map(said.isdisjoint, self._tellings))


def tellings(written: str) -> frozenset[str]:
    """The longest word of each phrase of a list: the rarest, as a rule. A sign is no word."""
    found = (_WORD.findall(phrase) for phrase in phrases(written))
    return frozenset(max(words, key=len) for words in found if words)
