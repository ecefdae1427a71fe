"""Reads the index: where words stand, and what begins like them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from goodword.programme.advocates.models import Generation, SearchBlock
from goodword.programme.advocates.roster import edition

type Places = npt.NDArray[np.int32]
type Wanted = tuple[str, str]
"""A field, and a word in it."""

_LAST = "\U0010ffff"  # behind every other letter
_NOWHERE: Places = np.empty(0, dtype="<i4")


@dataclass(frozen=True, slots=True)
class Found:
    """Places where a word stands, and those where a word begins with it; the first are among the second."""

    exact: Places
    prefix: Places


@dataclass(frozen=True, slots=True)
class _Block:
    words: list[str]
    ends: Places
    postings: Places

    def find(self, word: str) -> Found:
        low, high = bisect_left(self.words, word), bisect_left(self.words, word + _LAST)
        there = low < len(self.words) and self.words[low] == word
        return Found(
            exact=self.postings[self.ends[low] : self.ends[low + 1]] if there else _NOWHERE,
            prefix=self.postings[self.ends[low] : self.ends[high]],
        )


def look_up(generation: Generation, wanted: Iterable[Wanted]) -> dict[Wanted, Found]:
    """Find words and what begins with them, all at once."""
    keys = {(field, word): _keys(generation, field, word) for field, word in wanted}
    blocks = _read({key for some in keys.values() for key in some})
    return {want: _together(want[1], some, blocks) for want, some in keys.items()}


def _keys(generation: Generation, field: str, word: str) -> list[int]:
    """Keys of the blocks where a word, and what begins with it, must be if they are anywhere."""
    firsts, keys = _directory(generation.number, edition(generation), field)
    low = max(bisect_right(firsts, word) - 1, 0)
    return keys[low : max(bisect_right(firsts, word + _LAST), low + 1)]


def _read(keys: set[int]) -> dict[int, _Block]:
    rows = SearchBlock.objects.filter(pk__in=keys).values_list("pk", "words", "ends", "postings")
    return {
        key: _Block(words.split("\n"), np.concatenate([[0], _places(ends)]), _places(postings))
        for key, words, ends, postings in rows
    }


def _together(word: str, keys: list[int], blocks: Mapping[int, _Block]) -> Found:
    # Somebody who still reads a generation that was just removed finds nothing in it.
    keys = [key for key in keys if key in blocks]
    if not keys:
        return Found(_NOWHERE, _NOWHERE)
    # Between the first and the last block every word begins like that.
    edges = [blocks[key].find(word) for key in {keys[0], keys[-1]}]
    whole = [blocks[key].postings for key in keys[1:-1]]
    return Found(
        exact=np.concatenate([edge.exact for edge in edges]),
        prefix=np.concatenate([*(edge.prefix for edge in edges), *whole]),
    )


def _places(content: bytes | memoryview) -> Places:
    return np.frombuffer(content, dtype="<i4")


@lru_cache(maxsize=32)
def _directory(number: int, _edition: str, field: str) -> tuple[list[str], list[int]]:
    """The first word of each block of a field, and its key."""
    rows = SearchBlock.objects.of(number).filter(field=field).order_by("place").values_list("first_word", "pk")
    found = list(rows)
    return [word for word, _ in found], [key for _, key in found]
