"""VADER (Hutto and Gilbert 2014), the baseline of every figure here: a lexicon with rules, made for short posts."""

from collections.abc import Iterable
from functools import cache

import numpy as np
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from bench.quality.figures import Floats

POSITIVE, NEGATIVE = 0.05, -0.05  # its authors' thresholds


@cache
def _analyzer() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def compounds(texts: Iterable[str]) -> Floats:
    """Its compound of each text, -1 to 1."""
    analyzer = _analyzer()
    return np.array([analyzer.polarity_scores(text)["compound"] for text in texts], dtype=np.float64)


def signs(compound: Floats) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """1, 0 or -1 of each compound."""
    return (compound >= POSITIVE).astype(np.intp) - (compound <= NEGATIVE).astype(np.intp)
