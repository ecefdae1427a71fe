"""Learning from what users said sentences are, without forgetting what was known before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from goodword.finding.listening.learning.features import Floats
from goodword.finding.listening.learning.fitting import Hold, calibration, fit
from goodword.finding.listening.learning.grams import PLACES
from goodword.finding.listening.learning.lessons import FOLDS, Labelled, Lesson, lesson_of
from goodword.finding.listening.learning.model import Model, softmax
from goodword.finding.listening.learning.shipped import shipped
from goodword.finding.listening.learning.sureness import alike, reached, reached_anew, sure

_NEAR = 2.0  # how strongly a weight of the rules' numbers is held where it was: the precision of a Gaussian
_WORDS = 8.0  # the same for weights of words, around 0
_RARELY = 2  # sentences in which a place of words must stand, so that it is learnt
_LEANINGS = tuple(step / 20 for step in range(16))
_ENOUGH = 100  # labels from which on how far to lean is tried out
_USUAL = 0.2  # how far to lean before


def retrain(labelled: Sequence[Labelled], base: Model | None = None, kinds: Sequence[str] | None = None) -> Model:
    """A model that learnt from labels, held near the one it starts from; the same labels give the same model.

    Args:
        labelled: at least ten, of at least two kinds.
        base: where it starts: the shipped model unless another is given. Its weights of words are not taken over.
        kinds: what may be said, besides the kinds of the labels: all kinds of `base` unless told otherwise.

    Raises:
        GoodwordError: there are too few labels (code `too-few-labels`).
    """
    start = base or shipped()
    lesson = lesson_of(labelled, start.kinds if kinds is None else kinds)
    odds, _models = crossed(lesson, start)
    everything = np.ones(lesson.target.size, dtype=np.bool_)
    return settled(learnt(lesson, everything, start), lesson, odds, everything, start).named()


def crossed(lesson: Lesson, start: Model) -> tuple[Floats, list[Model | None]]:
    """The log odds of each sentence by a model that learnt from the other folds, and these models; not calibrated."""
    odds = np.empty((lesson.target.size, len(lesson.kinds)))
    models: list[Model | None] = []
    for fold in range(FOLDS):
        inside = lesson.fold == fold
        models.append(learnt(lesson, ~inside, start) if inside.any() else None)
        if models[-1] is not None:
            odds[inside] = models[-1].log_odds(lesson.numbers, lesson.pieces)[inside]
    return odds, models


def settled(model: Model, lesson: Lesson, odds: Floats, picked: NDArray[np.bool_], start: Model) -> Model:
    """A model calibrated, with how far it leans and how precise it is, by how sure.

    Args:
        model: as it learnt.
        lesson: what was labelled.
        odds: what models say that did not learn from the sentence, see `crossed`.
        picked: the sentences that this is measured on.
        start: the model it learnt from.
    """
    slope, shift = calibration(odds[picked], lesson.target[picked])
    calm = slope * odds + shift
    leaning = leant(lesson, calm, picked)
    chance, said = softmax(calm), np.argmax(calm + leaning, axis=1)
    spoke = np.array([kind != "" for kind in lesson.ruled])
    heard = _curves(lesson, chance, said, picked & spoke, start.reached)
    # Whoever puts right what was missed picks by what it is, which would flatter: only what was drawn by lot counts.
    found = _curves(lesson, chance, said, picked & ~spoke & lesson.fair, {})
    return replace(model, slope=slope, shift=shift, leaning=leaning, reached=heard, found=found)


def learnt(lesson: Lesson, picked: NDArray[np.bool_], start: Model) -> Model:
    """A model of some of the sentences, not calibrated yet."""
    from scipy.sparse import csr_array  # noqa: PLC0415 takes 0.2 s, and only learning needs it

    pieces, count = lesson.pieces, int(picked.sum())
    mine = picked[pieces.row]
    often = np.bincount(pieces.place[mine], minlength=PLACES)
    places = np.flatnonzero(often >= _RARELY)
    known = mine & (often[pieces.place] >= _RARELY)
    rarity = np.log((1 + count) / (1 + often[places])) + 1
    column = np.searchsorted(places, pieces.place[known])
    row = (np.cumsum(picked) - 1)[pieces.row[known]]
    inside = csr_array((pieces.value[known] * rarity[column], (row, column)), shape=(count, places.size))
    target = lesson.target[picked]
    hold = Hold(_NEAR, _prior(lesson, start), _WORDS)
    own, words = fit(lesson.numbers[picked], inside, target, np.ones(count), hold)
    kept = (words * rarity[:, None]).astype(np.float32).astype(np.float64)
    zero = np.zeros(len(lesson.kinds))
    return Model("", lesson.kinds, own, places, kept, 1.0, zero, zero, count, {})


def _prior(lesson: Lesson, start: Model) -> Floats:
    """Where the weights of numbers are held: as calibrated, and 0 for kinds that were not known."""
    prior = np.zeros((lesson.numbers.shape[1], len(lesson.kinds)))
    for column, kind in enumerate(lesson.kinds):
        if kind in start.kinds:
            at = start.kinds.index(kind)
            prior[:, column] = start.slope * start.weights[:, at]
            prior[-1, column] += start.shift[at]
    return prior


def _share(lesson: Lesson, picked: NDArray[np.bool_]) -> Floats:
    counts = np.bincount(lesson.target[picked], minlength=len(lesson.kinds))
    return np.asarray(np.maximum(counts, 1) / max(1, int(picked.sum())))


def leant(lesson: Lesson, odds: Floats, picked: NDArray[np.bool_]) -> Floats:
    """How far to lean towards rare kinds: so far that the mean F1 over kinds is best.

    Args:
        lesson: what was labelled.
        odds: calibrated log odds of models that did not learn from the sentence.
        picked: which sentences it is tried on; of few, nothing is tried.
    """
    rare = -np.log(_share(lesson, picked))
    rare = np.where(np.bincount(lesson.target[picked], minlength=len(lesson.kinds)) > 0, rare, 0.0)
    if picked.sum() < _ENOUGH:
        return np.asarray(_USUAL * rare)
    really = lesson.target[picked]
    tried = [_mean_f1(np.argmax(odds[picked] + far * rare, axis=1), really) for far in _LEANINGS]
    return np.asarray(_LEANINGS[int(np.argmax(tried))] * rare)


def _mean_f1(said: NDArray[np.intp], really: NDArray[np.intp]) -> float:
    found = [
        2 * int(((said == kind) & (really == kind)).sum()) / int((said == kind).sum() + (really == kind).sum())
        for kind in np.unique(really).tolist()
    ]
    return sum(found) / len(found)


def _curves(
    lesson: Lesson,
    chance: Floats,
    said: NDArray[np.intp],
    counted: NDArray[np.bool_],
    before: Mapping[str, Sequence[float]],
) -> dict[str, tuple[float, ...]]:
    """How precise answers of each kind were, by how sure, on the sentences that are counted."""
    found = {}
    for at, kind in enumerate(lesson.kinds):
        mine = counted & (said == at)
        ones, really = np.ones(int(mine.sum())), lesson.target[mine]
        fine = np.array([alike(one, kind) for one in lesson.kinds])[really]
        how_sure = sure(chance[mine], lesson.kinds, kind)
        curve = reached(how_sure, fine, ones, before[kind]) if kind in before else reached_anew(how_sure, fine, ones)
        found[kind] = tuple(round(one, 3) for one in curve)
    return found
