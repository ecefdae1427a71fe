"""Arithmetic on columns of text cells, as Arrow does it: whole columns at a time."""

from collections.abc import Callable, Iterable
from typing import Any

import pyarrow as pa
import pyarrow.compute

# The published stubs of pyarrow.compute refuse calls that Arrow takes, such as a plain Python value beside an array.
_compute: Any = pyarrow.compute

type Cells = pa.Array[Any]


def filled(cells: Cells) -> Cells:
    """The same cells, empty ones null."""
    return _as_cells(_compute.if_else(_compute.equal(cells, ""), pa.scalar(None, pa.string()), cells))


def trimmed(cells: Cells) -> Cells:
    """The same cells without white space around them; null where nothing is left."""
    return filled(_compute.utf8_trim_whitespace(cells))


def unless_blank(cells: Cells) -> Cells:
    """The same cells, untouched; null where they hold nothing but white space."""
    blank = _compute.equal(_compute.utf8_trim_whitespace(cells), "")
    return _as_cells(_compute.if_else(blank, pa.scalar(None, pa.string()), cells))


def without(cells: Cells, words: Iterable[str]) -> Cells:
    """The same cells, null where they are one of these words in any case; the words are given in lower case."""
    meant = _compute.is_in(_compute.utf8_lower(cells), value_set=pa.array(sorted(words), pa.string()))
    return _as_cells(_compute.if_else(meant, pa.scalar(None, pa.string()), cells))


def each_distinct(cells: Cells) -> tuple[list[str | None], Cells]:
    """The distinct cells, null among them where there is one, and for each cell the place of its value."""
    encoded = cells.dictionary_encode(null_encoding="encode")
    return encoded.dictionary.to_pylist(), encoded.indices


def spread(values: list[Any], places: Cells, kind: pa.DataType) -> Cells:
    """Values of the distinct cells, laid out over all cells again."""
    return _as_cells(pa.array(values, kind).take(places))


def translated(cells: Cells, meaning: Callable[[str], str | None]) -> Cells:
    """Every cell as `meaning` has it; null stays null."""
    words, places = each_distinct(cells)
    return spread([None if word is None else meaning(word) for word in words], places, pa.string())


def joined(columns: list[Cells], between: str) -> Cells:
    """The cells of each row joined into one text, nulls left out; null where there is nothing to join."""
    # Arrow leaves out rows of nothing but nulls, so every row begins with an empty text, cut off afterwards.
    nothing = pa.array([""] * len(columns[0]), pa.string())
    text = _compute.binary_join_element_wise(nothing, *columns, between, null_handling="skip")
    return filled(_compute.utf8_slice_codeunits(text, len(between)))


def matching(cells: Cells, pattern: str) -> Cells:
    """Only the cells in which a regular expression is found."""
    return _as_cells(cells.filter(_compute.match_substring_regex(cells, pattern)))


def constant(cells: Cells, word: str) -> Cells:
    """That word wherever there is a cell."""
    there = _compute.is_valid(cells)
    return _as_cells(_compute.if_else(there, pa.scalar(word, pa.string()), pa.scalar(None, pa.string())))


def first_filled(cells: Cells, others: Cells) -> Cells:
    """Each cell, or where it is null the one of the others."""
    return _as_cells(_compute.coalesce(cells, others))


def least(cells: Cells) -> str | None:
    """The cell that comes first in the order of characters; None where there is none."""
    first: str | None = _compute.min(cells).as_py()
    return first


def all_end_with(cells: Cells, text: str) -> bool:
    """Whether every cell that is not null ends so."""
    return bool(_compute.all(_compute.ends_with(cells, text)).as_py() is not False)


def iso_instants(cells: Cells) -> Cells:
    """Timestamps without a zone as ISO text with as many decimals as they keep."""
    return _as_cells(_compute.strftime(cells, "%Y-%m-%dT%H:%M:%S"))


def followed_by(cells: Cells, text: str) -> Cells:
    """Every cell with that text after it."""
    return _as_cells(_compute.binary_join_element_wise(cells, text, ""))


def wrapped(cells: Cells, before: str, after: str) -> Cells:
    """Every cell with a text before and after it; null stays null."""
    return _as_cells(_compute.binary_join_element_wise(before, cells, after, ""))


def all_between(numbers: Cells, low: float, high: float) -> bool:
    """Whether no number lies outside these limits."""
    ends = _compute.min_max(numbers).as_py()
    return ends["min"] is None or (low <= ends["min"] and ends["max"] <= high)


def all_finite(numbers: Cells) -> bool:
    """Whether no number is infinite or none at all."""
    return _compute.all(_compute.is_finite(numbers)).as_py() is not False


def _as_cells(result: Any) -> Cells:  # noqa: ANN401 - what the compute module returns
    array: Cells = result.combine_chunks() if isinstance(result, pa.ChunkedArray) else result
    return array
