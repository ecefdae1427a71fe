"""Words, pairs of words and pieces of words as numbered places: what a local model learns from besides the rules.

Every piece gets a number from its characters alone (a polynomial over their code points, then mixed), so that nothing
has to be looked up, no word stands in a model, and the numbers are the same on every machine and in every version of
every library. This is feature hashing (Weinberger et al. 2009), with 2^18 places.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

PLACES = 1 << 18
_PIECES = (3, 4, 5)  # characters of a piece of a word, its borders included
_PARTS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]{1,4}")
_MOST = 20_000  # characters of a text; what follows is not looked at
_BASE = np.uint64(0x9E3779B97F4A7C15)
_WORD, _PAIR = np.uint64(0xA24BAED4963EE407), np.uint64(0x9FB21C651E98DF25)
_BLANK, _END = np.uint64(ord(" ")), np.uint64(ord("\n"))

type Codes = NDArray[np.uint64]


class Grams(NamedTuple):
    """The pieces of some texts, sorted by text and place.

    Attributes:
        texts: how many.
        row: which text.
        place: which place, 0 to `PLACES` - 1.
        value: how much it counts: 1 + log of how often, over the length of the text's row.
    """

    texts: int
    row: NDArray[np.int64]
    place: NDArray[np.int64]
    value: NDArray[np.float64]


def grams(texts: Sequence[str]) -> Grams:
    """The pieces of each text; figures count as one figure, capitals as small letters."""
    codes = np.frombuffer("".join(_flat(text) for text in texts).encode("utf-32-le"), dtype=np.uint32)
    code = codes.astype(np.uint64)
    text_at = np.cumsum(code == _END) - (code == _END)
    found = [_words(code, text_at), *(_pieces(code, text_at, size) for size in _PIECES)]
    row, place = (np.concatenate(part) for part in zip(*found, strict=True))
    return _counted(len(texts), row, place)


def _flat(text: str) -> str:
    parts = ("0" if part.isdigit() else part for part in _PARTS.findall(text[:_MOST].lower()))
    return f" {' '.join(parts)} \n"


def _powers(size: int) -> Codes:
    powers = np.ones(size, dtype=np.uint64)
    np.multiply.accumulate(np.full(size - 1, _BASE, dtype=np.uint64), out=powers[1:])
    return powers


def _mixed(value: Codes) -> NDArray[np.int64]:
    """Places of numbers: the finish of MurmurHash3, then the first bits."""
    value = (value ^ (value >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    value = (value ^ (value >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return (value >> np.uint64(46)).astype(np.int64)


def _words(code: Codes, text_at: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Words and pairs of neighbours."""
    inside = (code != _BLANK) & (code != _END)
    starts = np.flatnonzero(inside & ~np.concatenate(([False], inside[:-1])))
    if not starts.size:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    word_at = np.cumsum(np.isin(np.arange(code.size), starts)) - 1
    offset = np.arange(code.size) - starts[np.maximum(word_at, 0)]
    weighed = np.where(inside, code * _powers(int(offset.max()) + 1)[np.maximum(offset, 0)], np.uint64(0))
    words = np.add.reduceat(weighed, starts)
    row = text_at[starts]
    beside = row[:-1] == row[1:]
    pairs = (words[:-1] * _PAIR + words[1:])[beside]
    return np.concatenate((row, row[:-1][beside])), _mixed(np.concatenate((words ^ _WORD, pairs ^ _PAIR)))


def _pieces(code: Codes, text_at: NDArray[np.int64], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pieces of words, their borders told apart by a blank."""
    count = code.size - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    powers = _powers(size)
    value = np.zeros(count, dtype=np.uint64)
    whole = np.ones(count, dtype=np.bool_)
    for at in range(size):
        part = code[at : at + count]
        value += part * powers[at]
        whole &= part != _END
        if 0 < at < size - 1:
            whole &= part != _BLANK
    return text_at[:count][whole], _mixed(value[whole] ^ np.uint64(size))


def _counted(count: int, row: NDArray[np.int64], place: NDArray[np.int64]) -> Grams:
    cells, often = np.unique(row * PLACES + place, return_counts=True)
    rows, places = np.divmod(cells, PLACES)
    value = 1 + np.log(often)
    length = np.sqrt(np.bincount(rows, weights=value**2, minlength=count))
    return Grams(count, rows, places, value / length[rows])
