"""Makes the index of one field: its words in alphabetical order, each with the places where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from goodword.programme.advocates.search.words import LONGEST, literal_of, words_of
from goodword.programme.columns import Array, joined, pc

type Places = npt.NDArray[np.int32]

BLOCK = 32_768
WORD = 32
"""A block is cut where its places, and WORD for each of its words, come to BLOCK."""

_NO_WORD = "[^0-9a-z]+"


@dataclass(frozen=True, slots=True)
class Block:
    """Some words in a row; see SearchBlock."""

    first_word: str
    words: str
    ends: bytes
    postings: bytes


def as_words(values: Array) -> Array:
    """Return the words of each text with a space between them."""
    ascii_only = pc.string_is_ascii(values).fill_null(fill_value=True)
    bare = pc.replace_substring_regex(pc.ascii_lower(values), "['`]", "")
    plain = pc.replace_substring_regex(bare, _NO_WORD, " ")
    return _with_the_rest(values, plain, ascii_only, lambda text: " ".join(words_of(text)))


def as_literals(values: Array) -> Array:
    """Return each address or key with what stands behind its @ or colon, and with its words."""
    ascii_only = pc.string_is_ascii(values).fill_null(fill_value=True)
    plain = pc.utf8_slice_codeunits(pc.replace_substring_regex(pc.ascii_lower(values), r"\s+", ""), 0, LONGEST)
    whole = _with_the_rest(values, plain, ascii_only, literal_of)
    behind = pc.replace_substring_regex(whole, "^[^@:]*[@:]?", "")
    return joined(whole, " ", behind, " ", as_words(values))


def blocks(places: Places, texts: Array) -> Iterator[Block]:
    """Return the index of one field.

    Args:
        places: where each text stands; a place may have several.
        texts: words with spaces between them.
    """
    lists = pc.split_pattern(texts.fill_null(""), " ")
    tokens = pc.list_flatten(lists)
    owner = places[pc.list_parent_indices(lists).to_numpy(zero_copy_only=False)]
    some = pc.greater(pc.binary_length(tokens), 0)
    tokens = pc.utf8_slice_codeunits(tokens.filter(some), 0, LONGEST)
    owner = owner[some.to_numpy(zero_copy_only=False)]
    if len(tokens):
        yield from _blocks(tokens.dictionary_encode(), owner)


def _blocks(encoded: Array, owner: Places) -> Iterator[Block]:
    order = pc.sort_indices(encoded.dictionary)
    words = encoded.dictionary.take(order)
    number = np.empty(len(words), dtype=np.int64)
    number[order.to_numpy()] = np.arange(len(words))
    # A word and a place in one number, sorted: what stands twice at a place counts once.
    pairs = np.sort(number[encoded.indices.to_numpy()] << 32 | owner)
    pairs = pairs[np.diff(pairs, prepend=-1) != 0]
    word, postings = pairs >> 32, (pairs & 0xFFFFFFFF).astype("<i4")
    ends = np.cumsum(np.bincount(word, minlength=len(words)))
    weight = (ends + WORD * np.arange(1, len(words) + 1)) // BLOCK
    firsts = np.flatnonzero(np.diff(weight, prepend=-1))
    for first, behind in zip(firsts, [*firsts[1:], len(words)], strict=True):
        low = int(ends[first - 1]) if first else 0
        some = words.slice(int(first), int(behind - first)).to_pylist()
        yield Block(
            first_word=some[0],
            words="\n".join(some),
            ends=(ends[first:behind] - low).astype("<i4").tobytes(),
            postings=postings[low : int(ends[behind - 1])].tobytes(),
        )


def _with_the_rest(values: Array, plain: Array, ascii_only: Array, rest: Any) -> Array:  # noqa: ANN401  # text to text
    """Take what Arrow made of ASCII, and what `rest` makes of all other texts."""
    if pc.all(ascii_only).as_py():
        return plain
    others = pc.invert(ascii_only)
    distinct = values.filter(others).dictionary_encode()
    made = pa.array([rest(text) for text in distinct.dictionary.to_pylist()], pa.string())
    return pc.replace_with_mask(plain, others, made.take(distinct.indices))
