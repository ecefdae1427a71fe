"""Patterns that are searched only where the words stand that they cannot do without.

A sentence is looked through once: each list of words that some pattern needs has a bit, and the bits of the lists of
which a word was said make one number. A pattern is searched where all its bits are in it.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from goodword.finding.listening.judging.cues import lexicon_of
from goodword.finding.listening.lexicon.shape import phrases

EVERYTHING = -1
"""The bits of a sentence whose letters make its words unsure, so that nothing is sifted."""

AMOUNT, AMOUNTS, FIGURE, FIGURES = 1, 2, 4, 8
"""The bits of an amount (a figure or a unit) and of two (one may be a bare number word), of a figure and of two."""

type Search = Callable[[str], re.Match[str] | None]

_COUNTED = (0, AMOUNT, AMOUNT | AMOUNTS)
_WORD = re.compile(r"\w+")
_ASCII_WORD = re.compile(r"[a-z0-9_]+")  # the same in small ASCII letters, twice as fast
_FIGURE = re.compile(r"\d+(?:\s?%)?|%")
_DIGIT = re.compile(r"[\d%]")
_ODD = re.compile("[\u0130\u0131\u017f]")  # a pattern takes them for i and s, lower() does not


def tellings(written: str) -> frozenset[str]:
    """The longest word of each phrase of a list: the rarest, as a rule. A sign is no word."""
    found = (_WORD.findall(phrase) for phrase in phrases(written))
    return frozenset(max(words, key=len) for words in found if words)


class Sieve:
    """What the patterns of one language need.

    Attributes:
        figuring: words one of which stands in every sentence that states an outcome without a digit or a percent sign.
    """

    def __init__(self, language: str) -> None:
        known = lexicon_of(language).quantities
        self._units = tellings(known.units) | tellings(",".join(known.minutes)) | tellings(known.times)
        numbers = (words.split()[-1] for words in known.numbers)
        self._numbers = frozenset(word for word in numbers if len(word) > 2)  # noqa: PLR2004 no articles
        alone = (known.halves, known.doubles, known.folds, known.fractions, known.factor)
        self.figuring = self._units.union(*map(tellings, alone))
        self._lists: dict[str, int] = {}
        self._words: dict[str, int] = {}

    def sieved(self, pattern: str, *lists: str, amounts: int = AMOUNT, part: str = "") -> "Sieved":
        """A pattern to search for.

        Args:
            pattern: what it is.
            lists: of each of these it needs a phrase, whole: with no letter before it or after it.
            amounts: the amounts and figures it needs, as bits.
            part: a pattern of a stretch of it that is found faster than the whole, and is rarer.
        """
        needed = sum(self._bit(written) for written in dict.fromkeys(lists))
        return Sieved(pattern, needed | amounts, part)

    def _bit(self, written: str) -> int:
        bit = self._lists.setdefault(written, FIGURES << 1 + len(self._lists))
        for word in tellings(written):
            self._words[word] = self._words.get(word, 0) | bit
        return bit

    def may_figure(self, sentence: str, tokens: Sequence[str]) -> bool:
        """Whether a sentence may state an outcome at all; `tokens` are its own, see `cues.tokens_of`."""
        return not self.figuring.isdisjoint(tokens) or _DIGIT.search(sentence) is not None or _odd(sentence)

    def bits_of(self, sentence: str) -> int:
        """What stands in a sentence of what patterns need."""
        if _odd(sentence):
            return EVERYTHING
        read = sentence.lower()
        words = (_ASCII_WORD if read.isascii() else _WORD).findall(read)
        bits = 0
        for known in filter(None, map(self._words.get, words)):
            bits |= known
        digits, numbers = len(_FIGURE.findall(sentence)), sum(map(self._numbers.__contains__, words))
        amounts = digits + sum(map(self._units.__contains__, words))
        counted = min(amounts + numbers, 2) if amounts else 0  # "from 36 to five": the second needs no unit
        return bits | _COUNTED[counted] | _COUNTED[min(digits + numbers, 2)] * FIGURE


class Sieved:
    """A pattern, and what must be found before it is searched for. It is compiled when it is first searched for."""

    __slots__ = ("_find", "_find_part", "_part", "_pattern", "needed")

    def __init__(self, pattern: str, needed: int, part: str) -> None:
        self.needed = needed
        self._pattern, self._part = pattern, part
        self._find: Search | None = None
        self._find_part: Search | None = None

    def search(self, sentence: str, bits: int) -> re.Match[str] | None:
        """What the pattern finds in a sentence with these bits."""
        if bits & self.needed != self.needed:
            return None
        find = self._find or self.compile()
        if self._find_part is not None and bits != EVERYTHING and self._find_part(sentence) is None:
            return None
        return find(sentence)

    def compile(self) -> "Search":
        """Compile it now rather than with the first sentence that may hold it."""
        self._find_part = re.compile(self._part, re.IGNORECASE).search if self._part else None
        self._find = re.compile(self._pattern, re.IGNORECASE).search
        return self._find


@lru_cache(maxsize=4096)
def promising(patterns: tuple[Sieved, ...], bits: int) -> tuple[tuple[int, Sieved], ...]:
    """Those of several patterns that may find something in a sentence with these bits, each with its place.

    Sentences have few different bits, so this is looked up and not tried.
    """
    return tuple((at, one) for at, one in enumerate(patterns) if bits & one.needed == one.needed)


@lru_cache(maxsize=8)
def sieve_of(language: str) -> Sieve:
    """The sieve of a language; patterns that are made with it later add to it."""
    return Sieve(language)


def _odd(sentence: str) -> bool:
    return not sentence.isascii() and _ODD.search(sentence) is not None
