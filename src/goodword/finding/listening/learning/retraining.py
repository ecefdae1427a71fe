"""Learning from what users said sentences are, without forgetting what was known before."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodword.finding.listening.learning.features import Floats, Sentence, table
from goodword.finding.listening.learning.grams import PLACES, Grams, grams
from goodword.finding.listening.learning.model import Model, softmax
from goodword.finding.listening.learning.shipped import shipped
from goodword.finding.listening.learning.sureness import GOOD, reached, sure
from goodword.kit.errors import GoodwordError

LEAST, KINDS_LEAST = 10, 2  # labelled sentences, and kinds of them; fewer teach nothing
FOLDS = 5
_NEAR = 2.0  # a weight of the rules' numbers moves by 1 where that makes the labels e times as likely
_WORDS = 1.0
_RARELY = 2  # sentences in which a place of words must stand, so that it is learnt
_BALANCE = 0.5  # 0: every sentence counts the same; 1: every kind does


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
    """Labelled sentences as arrays, sorted so that their order as handed in makes no difference."""

    kinds: tuple[str, ...]
    numbers: Floats
    pieces: Grams
    target: NDArray[np.intp]
    fold: NDArray[np.intp]
    order: NDArray[np.intp]


def retrain(labelled: Sequence[Labelled], base: Model | None = None) -> Model:
    """A model that learnt from labels, held near the one it starts from; the same labels give the same model.

    Args:
        labelled: at least `LEAST`, of at least two kinds.
        base: where it starts: the shipped model unless another is given. Its weights of words are not taken over.

    Raises:
        GoodwordError: there are too few labels (code `too-few-labels`).
    """
    start = base or shipped()
    lesson = lesson_of(labelled, start)
    everything = np.ones(lesson.target.size, dtype=np.bool_)
    odds = np.empty((lesson.target.size, len(lesson.kinds)))
    for fold in range(FOLDS):
        inside = lesson.fold == fold
        if inside.any():
            odds[inside] = _odds(learnt(lesson, ~inside, start), lesson)[inside]
    from goodword.finding.listening.learning.fitting import calibration  # noqa: PLC0415 loads SciPy, .4 s

    slope, shift = calibration(odds, lesson.target)
    model = learnt(lesson, everything, start)
    curves = _curves(lesson, softmax(slope * odds + shift), model.leaning, start)
    return replace(model, slope=slope, shift=shift, reached=curves).named()


def _curves(lesson: Lesson, chance: Floats, leaning: Floats, start: Model) -> dict[str, tuple[float, ...]]:
    """How precise answers of each kind were, by how sure."""
    said = np.argmax(np.log(np.maximum(chance, 1e-300)) + leaning, axis=1)
    found = {}
    for at, kind in enumerate(lesson.kinds):
        mine = said == at
        ones, really = np.ones(int(mine.sum())), lesson.target[mine]
        fine = np.array([one == kind or {one, kind} <= GOOD for one in lesson.kinds])[really]
        curve = reached(sure(chance[mine], lesson.kinds, kind), fine, ones, start.reached.get(kind))
        found[kind] = tuple(round(one, 3) for one in curve)
    return found


def lesson_of(labelled: Sequence[Labelled], start: Model) -> Lesson:
    """The labels as arrays; see `retrain`."""
    kinds_there = len({one.kind for one in labelled})
    if len(labelled) < LEAST or kinds_there < KINDS_LEAST:
        raise GoodwordError(
            "too-few-labels",
            f"{len(labelled)} labelled sentences of {kinds_there} kinds are too few to learn from.",
            f"Label at least {LEAST}, of two kinds or more.",
        )
    order = sorted(range(len(labelled)), key=lambda at: (_mark(labelled[at].text), labelled[at]))
    rows = [labelled[at] for at in order]
    kinds = (*start.kinds, *sorted({one.kind for one in rows} - set(start.kinds)))
    target = np.array([kinds.index(one.kind) for one in rows])
    numbers = table([Sentence(one.text, one.language, one.channel) for one in rows])
    return Lesson(kinds, numbers, grams([one.text for one in rows]), target, _folds(rows), np.array(order))


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _folds(rows: Sequence[Labelled]) -> NDArray[np.intp]:
    """The fold of each sentence: kinds are dealt out evenly, and equal words stand in one fold."""
    first: dict[str, tuple[str, str]] = {}
    for row in rows:
        first.setdefault(row.text, (row.kind, _mark(row.text)))
    dealt = {text: at % FOLDS for at, text in enumerate(sorted(first, key=lambda text: first[text]))}
    return np.array([dealt[row.text] for row in rows])


def learnt(lesson: Lesson, picked: NDArray[np.bool_], start: Model) -> Model:
    """A model of some of the sentences, not calibrated yet."""
    from scipy.sparse import csr_array  # noqa: PLC0415 loads SciPy, .4 s, and only retraining needs it

    from goodword.finding.listening.learning.fitting import Hold, fit  # noqa: PLC0415 the same

    pieces = lesson.pieces
    mine = picked[pieces.row]
    often = np.bincount(pieces.place[mine], minlength=PLACES)
    places = np.flatnonzero(often >= _RARELY)
    known = mine & (often[pieces.place] >= _RARELY)
    rarity = np.log((1 + picked.sum()) / (1 + often[places])) + 1
    column = np.searchsorted(places, pieces.place[known])
    row = (np.cumsum(picked) - 1)[pieces.row[known]]
    inside = csr_array((pieces.value[known] * rarity[column], (row, column)), shape=(int(picked.sum()), places.size))
    target = lesson.target[picked]
    prior = np.zeros((lesson.numbers.shape[1], len(lesson.kinds)))
    prior[:, : len(start.kinds)] = start.slope * start.weights
    prior[-1, : len(start.kinds)] += start.shift
    share = np.bincount(target, minlength=len(lesson.kinds)) / target.size
    weight = np.power(np.maximum(share, 1 / target.size), -_BALANCE)[target]
    own, words = fit(lesson.numbers[picked], inside, target, weight / weight.mean(), Hold(_NEAR, prior, _WORDS))
    leaning = np.where(share > 0, -_BALANCE * np.log(np.maximum(share, 1 / target.size)), 0.0)
    kept = (words * rarity[:, None]).astype(np.float32).astype(np.float64)
    zero = np.zeros(len(lesson.kinds))
    return Model("", lesson.kinds, own, places, kept, 1.0, zero, leaning, int(target.size), start.reached)


def _odds(model: Model, lesson: Lesson) -> Floats:
    return model.log_odds(lesson.numbers, lesson.pieces)
