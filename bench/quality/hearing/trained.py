"""Models that learn on a part of a set and are asked about the rest.

A `Trainer` takes texts and what each is (kinds of ours) and returns a `Reader`; a `Reader` says what each of other
texts is. The project's local retraining plugs in at `retraining`: labels as an installation's users would give them, of
the kinds that the set knows and no others.
"""

from collections.abc import Callable, Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from goodword.finding.listening.learning import Labelled, Sentence, retrain

type Reader = Callable[[Sequence[str]], list[str]]
type Trainer = Callable[[Sequence[str], Sequence[str]], Reader]

CHANNEL = "community"
NOT_BUILT = "local retraining is not built yet"


def retraining() -> Trainer | None:
    """The project's own local retraining as a `Trainer`; None until it exists."""
    return local


def local(texts: Sequence[str], kinds: Sequence[str]) -> Reader:
    """Retrain the shipped model on these, as an installation does on its labels."""
    labelled = [Labelled(text, "en", CHANNEL, kind) for text, kind in zip(texts, kinds, strict=True)]
    model = retrain(labelled, kinds=())

    def read(others: Sequence[str]) -> list[str]:
        return model.kinds_of([Sentence(text, "en", CHANNEL) for text in others])

    return read


def tfidf(texts: Sequence[str], kinds: Sequence[str]) -> Reader:
    """Learn a plain text model: words and pairs by TF-IDF, a linear machine with balanced classes."""
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, strip_accents="unicode"),
        LinearSVC(C=0.3, class_weight="balanced", random_state=0),
    )
    model.fit(list(texts), list(kinds))

    def read(others: Sequence[str]) -> list[str]:
        return [str(kind) for kind in model.predict(list(others))]

    return read


def held_out(trainer: Trainer, texts: Sequence[str], kinds: Sequence[str], folds: Sequence[int]) -> list[str]:
    """What a model says of each text that learnt on the other folds only."""
    fold = np.asarray(folds)
    said = [""] * len(texts)
    for one in sorted(set(folds)):
        inside, outside = np.flatnonzero(fold == one).tolist(), np.flatnonzero(fold != one).tolist()
        reader = trainer([texts[at] for at in outside], [kinds[at] for at in outside])
        for at, kind in zip(inside, reader([texts[at] for at in inside]), strict=True):
            said[at] = kind
    return said
