"""Sentences without what must not leave, and the way back from any stretch of them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from goodword.finding.listening.asking.hiding import Span, guessed, pattern_of, spans


class Hidden(NamedTuple):
    """A placeholder: where it stands in the redacted words, and where in the original what it stands for.

    Attributes:
        start: offset of its first sign in the redacted words.
        end: offset just past its last.
        from_start: offset in the original of what it hides.
        from_end: offset just past that.
    """

    start: int
    end: int
    from_start: int
    from_end: int


class Redacted(NamedTuple):
    """A sentence that may leave.

    Attributes:
        words: the sentence with placeholders such as `[NAME_1]`.
        original: what it was made of.
        hidden: the placeholders, in order.
    """

    words: str
    original: str
    hidden: tuple[Hidden, ...]

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of `words` stands in `original`; None where it begins or ends within a placeholder."""
        first, last = self._back(start), self._back(end)
        return None if first is None or last is None else (first, last)

    def undone(self, start: int, end: int) -> str:
        """The original words of a stretch; empty where it begins or ends within a placeholder."""
        place = self.back(start, end)
        return self.original[place[0] : place[1]] if place else ""

    def _back(self, at: int) -> int | None:
        behind = bisect_right(self.hidden, at, key=lambda one: one.end)
        if behind < len(self.hidden) and self.hidden[behind].start < at:
            return None
        return self.hidden[behind - 1].from_end + at - self.hidden[behind - 1].end if behind else at


class Names(NamedTuple):
    """What is known about a text and must not leave, whatever it looks like.

    Attributes:
        people: names of people: the writer, colleagues, speakers.
        accounts: names of companies.
        keep: words that are no names, such as those of the product's features.
    """

    people: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


def redacted(sentences: Sequence[tuple[str, str]], names: Names) -> list[Redacted]:
    """The sentences of one text without names, addresses, numbers and ids.

    The same spelling gets the same placeholder throughout, numbered as they come: the same text gives the same words.

    Args:
        sentences: words and language (BCP 47) of each.
        names: what is known.
    """
    keep = frozenset(word for name in names.keep for word in name.lower().split())
    found = {words[one.start : one.end] for words, language in sentences for one in guessed(words, language, keep)}
    kept = {name.casefold() for name in names.keep}
    people = pattern_of(names.people, parts=True, exact=(name for name in found if name.casefold() not in kept))
    accounts = pattern_of(names.accounts, parts=False)
    numbered: dict[tuple[str, str], str] = {}
    return [_without(words, _painted(words, spans(words, people, accounts)), numbered) for words, _ in sentences]


def _painted(words: str, wanted: Iterable[Span]) -> list[Span]:
    """Spans that do not overlap: the first to come keeps its place, later ones keep what is left of theirs."""
    owners: list[tuple[int, str] | None] = [None] * len(words)
    for number, span in enumerate(wanted):
        for at in range(span.start, span.end):
            owners[at] = owners[at] or (number, span.kind)
    painted: list[Span] = []
    for owner, group in groupby(range(len(words)), key=owners.__getitem__):
        places = list(group)
        if owner is not None:
            painted.append(Span(places[0], places[-1] + 1, owner[1]))
    return painted


def _without(words: str, painted: Sequence[Span], numbered: dict[tuple[str, str], str]) -> Redacted:
    parts: list[str] = []
    hidden: list[Hidden] = []
    at = length = 0
    for span in painted:
        spelled = words[span.start : span.end]
        count = sum(kind == span.kind for kind, _ in numbered) + 1
        sign = numbered.setdefault((span.kind, spelled), f"[{span.kind}_{count}]")
        length += span.start - at
        parts += [words[at : span.start], sign]
        hidden.append(Hidden(length, length + len(sign), span.start, span.end))
        length += len(sign)
        at = span.end
    return Redacted("".join([*parts, words[at:]]), words, tuple(hidden))


def squeezed(words: str) -> re.Pattern[str] | None:
    """Finds words exactly, but for how much white space stands between them; None where there are none."""
    parts = words.split()
    return re.compile(r"\s+".join(map(re.escape, parts))) if parts else None
