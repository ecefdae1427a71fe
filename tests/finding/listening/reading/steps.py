"""A backtracking matcher that counts its steps, as `re` takes them but for its short cuts: work, not time."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any

_parser: Any = import_module("re._parser")  # of the standard library; it has no public name and no types

type Told = Any  # what an item asks for: its shape depends on the kind
type Items = list[tuple[Any, Any]]

LETTERS = "a1 -.!:<>@'\n,|[]()*_\u201c"
_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdecimal,
    "SPACE": str.isspace,
    "WORD": lambda letter: letter.isalnum() or letter == "_",
}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_GROUPS = ("BRANCH", "SUBPATTERN", "ATOMIC_GROUP", "ASSERT", "ASSERT_NOT")
_PARTS = 20  # things of one pattern that are pumped
_MANY = 16  # times; what is repeated no more often is not pumped


class Counter:
    """Matches one pattern and counts how many items of it are tried.

    Attributes:
        steps: items tried so far.
    """

    def __init__(self, pattern: re.Pattern[str], most: int = 1_000_000) -> None:
        self.steps = 0
        self._most_steps = most
        self._tree: Items = list(_parser.parse(pattern.pattern, pattern.flags))
        self._folds = bool(pattern.flags & re.IGNORECASE)
        self._text = ""

    def matched(self, text: str, at: int = 0) -> int | None:
        """Where a match that begins here ends."""
        self._text = text
        return next(self._run(self._tree, 0, at), None)

    def found(self, text: str) -> int:
        """How many matches there are from left to right, as `finditer` finds them."""
        at, count = 0, 0
        while at <= len(text):
            end = self.matched(text, at)
            count += end is not None
            at = max(at + 1, end or 0)
        return count

    def _run(self, items: Items, number: int, at: int) -> Iterator[int]:
        if number == len(items):
            yield at
            return
        for end in self._item(str(items[number][0]), items[number][1], at):
            yield from self._run(items, number + 1, end)

    def _item(self, kind: str, told: Told, at: int) -> Iterator[int]:
        self.steps += 1
        assert self.steps <= self._most_steps, self._text
        if kind in _REPEATS:
            ends = self._least(told, at, 0) if kind == "MIN_REPEAT" else self._most(told, at, 0)
            yield from islice(ends, 1) if kind == "POSSESSIVE_REPEAT" else ends
        elif kind in _GROUPS:
            yield from self._group(kind, told, at)
        elif kind == "AT":
            if self._stands(str(told), at):
                yield at
        elif at < len(self._text) and is_one(kind, told, self._text[at], folds=self._folds):
            yield at + 1

    def _group(self, kind: str, told: Told, at: int) -> Iterator[int]:
        match kind:
            case "BRANCH":
                for one in told[1]:
                    yield from self._run(list(one), 0, at)
            case "SUBPATTERN":
                folds, self._folds = self._folds, self._folds and not told[2]
                ends = list(self._run(list(told[3]), 0, at)) if told[2] else self._run(list(told[3]), 0, at)
                self._folds = folds
                yield from ends
            case "ATOMIC_GROUP":
                yield from islice(self._run(list(told), 0, at), 1)
            case _:
                start = at if told[0] > 0 else at - told[1].getwidth()[0]
                holds = start >= 0 and next(self._run(list(told[1]), 0, start), None) is not None
                if holds == (kind == "ASSERT"):
                    yield at

    def _most(self, told: Told, at: int, times: int) -> Iterator[int]:
        if times < told[1]:
            for end in self._run(list(told[2]), 0, at):
                if end > at:
                    yield from self._most(told, end, times + 1)
        if times >= told[0]:
            yield at

    def _least(self, told: Told, at: int, times: int) -> Iterator[int]:
        if times >= told[0]:
            yield at
        if times < told[1]:
            for end in self._run(list(told[2]), 0, at):
                if end > at:
                    yield from self._least(told, end, times + 1)

    def _stands(self, place: str, at: int) -> bool:
        if place.startswith("AT_BEGINNING"):
            return at == 0
        if place.startswith("AT_END"):
            return at == len(self._text) or self._text[at:] == "\n"
        word = _CATEGORIES["WORD"]
        before, after = at > 0 and word(self._text[at - 1]), at < len(self._text) and word(self._text[at])
        return (before != after) == (place == "AT_BOUNDARY")


def is_one(kind: str, told: Told, letter: str, *, folds: bool) -> bool:
    """Whether one letter is what a literal, a range, a category or a set of them asks for."""
    letters = {letter, *((letter.lower(), letter.upper()) if folds else ())}
    match kind:
        case "LITERAL":
            return chr(told) in letters
        case "NOT_LITERAL":
            return chr(told) not in letters
        case "RANGE":
            return any(len(one) == 1 and told[0] <= ord(one) <= told[1] for one in letters)
        case "ANY":
            return letter != "\n"
        case "CATEGORY":
            name = str(told).removeprefix("CATEGORY_")
            return _CATEGORIES[name.removeprefix("NOT_")](letter) != name.startswith("NOT_")
        case "IN":
            negated = str(told[0][0]) == "NEGATE"
            return any(is_one(str(one), what, letter, folds=folds) for one, what in told[negated:]) != negated
    raise AssertionError(kind)


def sample(items: Items) -> str:
    """A short text that the items match, look-around aside."""
    return "".join(_sample(str(kind), told) for kind, told in items)


def _sample(kind: str, told: Told) -> str:
    match kind:
        case "BRANCH":
            return sample(list(told[1][0]))
        case "SUBPATTERN":
            return sample(list(told[3]))
        case "ATOMIC_GROUP":
            return sample(list(told))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return sample(list(told[2])) * max(1, int(told[0]))
        case "ASSERT" | "ASSERT_NOT" | "AT":
            return ""
    some = (*LETTERS, *map(chr, (*range(33, 127), 0x1F600, 0x3002, 0x2029, 0x300D, 0x00E9)))
    return next((one for one in some if is_one(kind, told, one, folds=False)), "")


def attacks(pattern: re.Pattern[str], length: int) -> list[str]:
    """Texts of about this length that make a matcher try again, in an order that does not depend on the length.

    Pumped is what the pattern lets repeat, behind what must precede it, and each of its beginnings.
    """
    parts = list(dict.fromkeys(_pumped(list(_parser.parse(pattern.pattern, pattern.flags)), "")))
    parts = parts[:: max(1, len(parts) // _PARTS)]
    told: list[str] = []
    for before, pumped in [*(("", letter) for letter in LETTERS), *parts]:
        told.append(before + pumped * max(1, (length - len(before)) // len(pumped)) + "\0")
        told.append((before + pumped * _MANY + "x") * max(1, length // (len(before) + _MANY * len(pumped) + 1)))
    return told


def _pumped(items: Items, before: str) -> Iterator[tuple[str, str]]:
    """What stands before a thing that may be repeated, and one of that thing; and each beginning, repeated itself."""
    for kind, told in items:
        name = str(kind)
        for one in _within(name, told):
            if name in _REPEATS and told[1] > _MANY and (piece := sample(list(one))):
                yield before, piece
            yield from _pumped(list(one), before)
        before += _sample(name, told)
        if before:
            yield "", before


def _within(kind: str, told: Told) -> list[Items]:
    """The items inside an item."""
    if kind in _REPEATS:
        return [list(told[2])]
    if kind == "BRANCH":
        return [list(one) for one in told[1]]
    return [list(told[3])] if kind == "SUBPATTERN" else []
