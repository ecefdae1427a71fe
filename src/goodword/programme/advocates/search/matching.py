"""Which places match what was typed, and how well: exact words before beginnings of words before corrected ones."""

from collections.abc import Mapping, Sequence
from functools import reduce

import numpy as np
import numpy.typing as npt

from goodword.programme.advocates.models import Generation
from goodword.programme.advocates.search.blocks import Found, Places, Wanted, look_up
from goodword.programme.advocates.search.correcting import corrections
from goodword.programme.advocates.search.shelves import Field, Shelf
from goodword.programme.advocates.search.words import Term

type Scores = npt.NDArray[np.int16]
"""By place: 0 is best; NO_MATCH and more is none."""

NO_MATCH = 1_000
STEP = 8
"""A beginning stands a STEP behind the exact word, a word with one typo two, with two typos three; within a step the
field decides."""

type Near = Sequence[tuple[int, Places]]
"""Scores and places of words that may have been meant, the worst first."""

type Told = Sequence[tuple[Field, Found]]
"""What was found in which field."""

BEGINNING, CORRECTED = STEP, 2 * STEP
_ONE_LETTER = 1


def scores(
    generation: Generation, shelf: Shelf, fields: Sequence[Field], terms: Sequence[Term], *, forgiving: bool
) -> list[Scores]:
    """Return the scores of each term; what matches all terms is found."""
    size = int(generation.counts[shelf.total])
    literal = _as_it_is(generation, fields, terms)
    words = [term for term in terms if term.literal not in literal]
    found = look_up(
        generation, {(field.name, word) for term in words for word in term.words for field in _fields_for(word, fields)}
    )
    near = _corrected(generation, fields, words) if forgiving else {}
    if any(word not in near and _nowhere(word, fields, found) for term in words for word in term.words):
        return [_nobody(size)]  # every term must be matched: nobody is looked at for the others
    return [
        _marked(size, literal[term.literal]) if term.literal in literal else _of_words(fields, term, size, found, near)
        for term in terms
    ]


def _as_it_is(generation: Generation, fields: Sequence[Field], terms: Sequence[Term]) -> dict[str, Told]:
    """For each term that is the beginning of an address or a key, as it is, where; its words say nothing more."""
    whole = [term.literal for term in terms if term.words != (term.literal,)]
    fields = [field for field in fields if field.literal]
    found = look_up(generation, {(field.name, literal) for field in fields for literal in whole})
    told = {literal: [(field, found[field.name, literal]) for field in fields] for literal in whole}
    return {literal: some for literal, some in told.items() if any(len(one.prefix) for _, one in some)}


def _fields_for(word: str, fields: Sequence[Field]) -> Sequence[Field]:
    """A single letter is the beginning of a name: in other fields it would mean everybody."""
    return [field for field in fields if field.behind == 0] if len(word) == _ONE_LETTER else fields


def _nowhere(word: str, fields: Sequence[Field], found: Mapping[Wanted, Found]) -> bool:
    """Whether no field has a word that is it or begins with it."""
    places = [found[field.name, word] for field in _fields_for(word, fields)]
    return not any(len(one.exact) or len(one.prefix) for one in places)


def _nobody(size: int) -> Scores:
    return np.full(size, NO_MATCH, dtype=np.int16)


def together(of_terms: Sequence[Scores]) -> Scores:
    """Return the scores of all terms in one; NO_MATCH or more where one of them is not matched."""
    return reduce(np.add, of_terms)  # one after the other: as one table they would be copied first


def field_of(score: int, fields: Sequence[Field]) -> str:
    """Return in which field a score was reached."""
    return next((field.short for field in fields if field.behind == score % STEP), "")


def _of_words(
    fields: Sequence[Field], term: Term, size: int, found: Mapping[Wanted, Found], near: Mapping[str, Near]
) -> Scores:
    """The scores of a term whose words must all match: that of the word which matches worst."""
    words = [
        _marked(size, [(field, found[field.name, word]) for field in _fields_for(word, fields)], near.get(word, ()))
        for word in term.words
    ]
    worst: Scores = np.max(words, axis=0) if len(words) > 1 else words[0]
    return worst


def _marked(size: int, told: Told, near: Near = ()) -> Scores:
    """Write scores from the worst to the best, so that the best stays."""
    marked = _nobody(size)
    for score, places in near:
        marked[places] = score
    worst_first = sorted(told, key=lambda one: -one[0].behind)
    for field, one in worst_first:
        marked[one.prefix] = BEGINNING + field.behind
    for field, one in worst_first:
        marked[one.exact] = field.behind
    return marked


def _corrected(generation: Generation, fields: Sequence[Field], terms: Sequence[Term]) -> dict[str, Near]:
    """For each word what it may have meant: scores and places, the worst first."""
    meant = {
        word: [
            (CORRECTED + STEP * (near.distance - 1) + field.behind, (field.name, near.word))
            for field in fields
            if field.forgiving
            for near in corrections(generation, field.name, word)
        ]
        for term in terms
        for word in term.words
    }
    found = look_up(generation, {wanted for some in meant.values() for _, wanted in some})
    return {
        word: [(score, found[wanted].exact) for score, wanted in sorted(some, reverse=True)]
        for word, some in meant.items()
        if some
    }
