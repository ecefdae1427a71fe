"""Sentences of reviews with the mean of twenty people's ratings."""

from pathlib import Path

import numpy as np

from bench.quality.data import Data
from bench.quality.figures import Figure, Floats, skipped
from bench.quality.hearing import lexicon
from bench.quality.hearing.beside import Aim, areas, correlation, drawn
from bench.quality.hearing.halves import readable
from bench.quality.hearing.listener import REVIEW, exact, polarity, remarks

NAME = "vader_ground_truth"
FILE = "amazonReviewSnippets_GroundTruth.txt"
STRONG = 2.0


def figures(data: Data) -> list[Figure]:
    """Correlation with the raters, and how well strong praise is told."""
    folder = data.find(NAME)
    if folder is None:
        return [skipped("review sentences: correlation with raters", NAME, data.why_not())]
    names, texts, rated = ratings(folder / FILE)
    ours = np.array([polarity(text, REVIEW) for text in texts])
    theirs = lexicon.compounds(texts)
    unread = np.flatnonzero([not readable(name) for name in names])
    return [
        *_figures(NAME, ours, theirs, rated, aimed=True),
        *_figures(f"{NAME}, unread half", ours[unread], theirs[unread], rated[unread], aimed=False),
        exact(NAME, texts, remarks(texts, REVIEW)),
    ]


def ratings(path: Path) -> tuple[list[str], list[str], Floats]:
    """Names, sentences and mean ratings."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if line]
    return [row[0] for row in rows], [row[2] for row in rows], np.array([float(row[1]) for row in rows])


def _figures(note: str, ours: Floats, theirs: Floats, rated: Floats, *, aimed: bool) -> list[Figure]:
    together = Aim("review sentences: correlation with raters", note, at_least=0.65 if aimed else None)
    strong = Aim("review sentences: AUC of strong praise", note, at_least=0.85 if aimed else None)
    return [
        *drawn(together, int(rated.size), correlation(ours, rated), correlation(theirs, rated)),
        *areas(strong, ours, theirs, rated >= STRONG),
    ]
