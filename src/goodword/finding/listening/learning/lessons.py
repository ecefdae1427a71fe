"""Labels as arrays to learn from."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodword.finding.listening.hearing import EVALUATING, ruled
from goodword.finding.listening.learning.features import Floats, Sentence, table
from goodword.finding.listening.learning.grams import Grams, grams
from goodword.kit.errors import GoodwordError

LEAST, KINDS_LEAST = 10, 2  # labelled sentences, and kinds of them; fewer teach nothing
FOLDS = 5


class Labelled(NamedTuple):
    """A sentence and what somebody said it is.

    Attributes:
        text: the plain words.
        language: BCP 47 tag.
        channel: where it was said; empty where unknown.
        kind: praise, win, thanks, complaint, wish, neutral; other kinds are learnt as well.
        fair: whether it was drawn at random. Only such sentences are counted in held-out figures: those that were
            picked because a model was unsure, or corrected because it was wrong, are harder than the rest.
    """

    text: str
    language: str
    channel: str
    kind: str
    fair: bool = True


class Lesson(NamedTuple):
    """Labelled sentences as arrays, sorted so that their order as handed in makes no difference.

    Attributes:
        kinds: what may be said, in the order of the models' columns.
        numbers: see `features.table`.
        pieces: see `grams`.
        ruled: what the rules say of each; empty where they are silent.
        fair: whether each was drawn at random.
        target: the kind's column of each.
        fold: which of `FOLDS` parts each stands in; equal words stand in one.
        order: where each stood as handed in.
    """

    kinds: tuple[str, ...]
    numbers: Floats
    pieces: Grams
    ruled: tuple[str, ...]
    fair: NDArray[np.bool_]
    target: NDArray[np.intp]
    fold: NDArray[np.intp]
    order: NDArray[np.intp]


def lesson_of(labelled: Sequence[Labelled], kinds: Sequence[str]) -> Lesson:
    """The labels as arrays.

    Args:
        labelled: at least `LEAST`, of at least `KINDS_LEAST` kinds.
        kinds: what may be said; kinds of the labels that are not among them come after them.

    Raises:
        GoodwordError: there are too few labels (code `too-few-labels`).
    """
    there = {one.kind for one in labelled}
    if len(labelled) < LEAST or len(there) < KINDS_LEAST:
        raise GoodwordError(
            "too-few-labels",
            f"{len(labelled)} labelled sentences of {len(there)} kinds are too few to learn from.",
            f"Label at least {LEAST} sentences, of {KINDS_LEAST} kinds or more.",
        )
    order = sorted(range(len(labelled)), key=lambda at: (_mark(labelled[at].text), labelled[at]))
    rows = [labelled[at] for at in order]
    columns = (*kinds, *sorted(there - set(kinds)))
    numbers = table([Sentence(one.text, one.language, one.channel) for one in rows])
    target = np.array([columns.index(one.kind) for one in rows])
    pieces = grams([one.text for one in rows])
    rules = tuple(ruled(one.text, one.language, evaluating=one.channel in EVALUATING) for one in rows)
    fair = np.array([one.fair for one in rows], dtype=np.bool_)
    return Lesson(columns, numbers, pieces, rules, fair, target, _folds(rows), np.array(order))


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _folds(rows: Sequence[Labelled]) -> NDArray[np.intp]:
    """The fold of each sentence: kinds are dealt out evenly, and equal words stand in one fold."""
    first: dict[str, tuple[str, str]] = {}
    for row in rows:
        first.setdefault(row.text, (row.kind, _mark(row.text)))
    dealt = {text: at % FOLDS for at, text in enumerate(sorted(first, key=lambda text: first[text]))}
    return np.array([dealt[row.text] for row in rows])
