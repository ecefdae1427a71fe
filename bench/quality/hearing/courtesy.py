"""Courtesy against praise, in short comments with more than one label each."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.quality.data import Data
from bench.quality.figures import Figure, Labels, bootstrap, skipped
from bench.quality.hearing import lexicon
from bench.quality.hearing.beside import Aim, Portion, drawn, f1, shares
from bench.quality.hearing.listener import COMMUNITY, GOOD, exact, remarks
from bench.quality.hearing.trained import NOT_BUILT, Trainer, retraining, tfidf

NAME = "goemotions"
ADMIRATION, GRATITUDE = 0, 15
WARM = frozenset((ADMIRATION, 4, 17, 18))  # admiration, approval, joy, love

type Comments = tuple[list[str], list[frozenset[int]]]


def figures(data: Data) -> list[Figure]:
    """F1 of thanks and of praise, and thanks taken for praise, on the test file."""
    folder = data.find(NAME)
    if folder is None:
        return [skipped("comments: F1 of gratitude", NAME, data.why_not())]
    texts, labels = comments(folder / "test.tsv")
    heard = remarks(texts, COMMUNITY)
    kinds = [{one.kind for one in found} for found in heard]
    praised = np.array([not GOOD.isdisjoint(kind) for kind in kinds])
    thanked = np.array(["thanks" in kind for kind in kinds])
    positive = lexicon.signs(lexicon.compounds(texts)) > 0
    admiring = np.array([ADMIRATION in label for label in labels])
    grateful = np.array([GRATITUDE in label for label in labels])
    only = np.array([GRATITUDE in label and WARM.isdisjoint(label) for label in labels])
    note, n = f"{NAME} test", len(texts)
    taken = Aim("comments: thanks taken for praise or win", f"{note}, thanks only", at_most=0.05)
    reading = {"gratitude": (thanked, grateful, 0.90), "admiration": (praised, admiring, 0.65)}
    return [
        *(
            figure
            for name, (said, really, _) in reading.items()
            for figure in drawn(Aim(f"comments: F1 of {name}", note), n, f1(said, really), f1(positive, really))
        ),
        *shares(taken, Portion(praised, only), Portion(positive, only)),
        *_retrained(folder, note, texts, {name: (really, aim) for name, (_, really, aim) in reading.items()}),
        exact(note, texts, heard),
    ]


def comments(path: Path) -> Comments:
    """The comments of a file and their labels."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [row[0] for row in rows], [frozenset(int(label) for label in row[1].split(",")) for row in rows]


ASKED = {"thanks": GRATITUDE, "praise": ADMIRATION}


def kind_of(labels: frozenset[int], asked: str) -> str:
    """The kind a model is taught; a comment may have several labels, so each kind is a question of its own."""
    return asked if ASKED[asked] in labels else "neutral"


def _retrained(folder: Path, note: str, texts: list[str], asked: dict[str, tuple[Labels, float]]) -> list[Figure]:
    """The columns of models that learnt on the train file."""
    local = retraining()
    found: list[Figure] = []
    for name, (really, target) in asked.items():
        kind = "thanks" if name == "gratitude" else "praise"
        plain = _said(tfidf, folder, texts, kind)
        ours = _said(local, folder, texts, kind) if local is not None else None
        aim = Aim(f"comments: F1 of {name}", note)
        theirs = f1(plain == kind, really)
        alone = bootstrap(theirs, len(texts))
        found.append(Figure(f"{aim.name}: TF-IDF retrained", note, len(texts), alone.value, alone.low, alone.high))
        aim = replace(aim, at_least=target, ours="retrained", theirs="TF-IDF retrained")
        if ours is None:
            found.append(skipped(f"{aim.name}: {aim.ours}", note, NOT_BUILT))
        else:
            found += drawn(aim, len(texts), f1(ours == kind, really), theirs)[1:]
    return found


def _said(trainer: Trainer, folder: Path, texts: list[str], asked: str) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
    known, labels = comments(folder / "train.tsv")
    reader = trainer(known, [kind_of(label, asked) for label in labels])
    return np.array(reader(texts))
