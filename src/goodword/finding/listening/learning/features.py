"""What a model learns from first: the rules' reading of a sentence, as numbers."""

from collections.abc import Sequence
from math import copysign, log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from goodword.finding.listening.hearing import EVALUATING, judged_sentence
from goodword.finding.listening.judging.judgement import COMPLAINT_FROM, PRAISE_FROM, WIN_FROM, Judgement
from goodword.finding.listening.judging.state import State
from goodword.finding.listening.reading.sentences import sentences

type Floats = NDArray[np.float64]


class Sentence(NamedTuple):
    """Words to be judged.

    Attributes:
        text: the plain words; of several sentences each is read, and the strongest signs count.
        language: BCP 47 tag.
        channel: where it was said.
    """

    text: str
    language: str = "en"
    channel: str = ""


RULED = ("praise", "win", "thanks", "complaint", "wish")
_MARKS = (
    "thanks courtesy but until except although now sarcasm another again would if hypothetical goal wish no gone past"
    " usedto fewer rival bested conceded relapse more less how picture gain problem tone future nothing"
).split()
_LANGUAGES = ("de", "fr", "es", "pt")
_SUMS = (
    "score good bad raw_bad raw_problem gain opener suspended mild tone polarity felt"
    " praise_margin complaint_margin win_margin"
).split()
_FLAGS = ("turned", "turn_pending", "sarcastic", "past_tense", "question", "exclaimed", "better", "worse", "evaluates")
NAMES = (
    *_SUMS,
    "length",
    *_FLAGS,
    *(f"says_{mark}" for mark in _MARKS),
    *(f"ruled_{kind}" for kind in RULED),
    *_LANGUAGES,
)
"""What each number is, in order."""

_ADDED = len(_SUMS)  # these add up over sentences; of the others the strongest counts
_MOST = 4.0  # a sum this large, halved, says all it can
_DOUBLE = 2 * _MOST
_EMPTY = (0.0,) * (len(NAMES) - len(_LANGUAGES))
_OF_KIND = {kind: tuple(float(kind == one) for one in RULED) for kind in ("", *RULED)}
_OF_LANGUAGE = {language: tuple(float(language == one) for one in _LANGUAGES) for language in ("", *_LANGUAGES)}


def numbers(judged: Judgement, language: str, *, evaluating: bool = False) -> list[float]:
    """The numbers of one sentence in the order of `NAMES`, each about -4 to 4."""
    spoken = _OF_LANGUAGE.get(language) or _OF_LANGUAGE[""]
    signs = judged.signs
    if signs is None:
        return [*_EMPTY, *spoken]
    state, marks = signs.state, signs.state.marks
    return [
        *_sums(state, judged.kind, judged.polarity),
        log(signs.length) / 3,
        state.turned,
        state.turn_pending,
        state.sarcastic,
        state.past,
        signs.question,
        signs.exclaimed,
        signs.better is True,
        signs.better is False,
        evaluating,
        *[mark in marks for mark in _MARKS],
        *_OF_KIND[judged.kind],
        *spoken,
    ]


def _sums(state: State, kind: str, polarity: float) -> list[float]:
    good = bad = 0.0
    for part in state.sections:
        good += part.scale * part.good
        bad += part.scale * part.bad
    score = good + bad
    raw = (
        score,
        good,
        bad,
        state.raw_bad,
        state.raw_problem,
        state.gain,
        state.opener,
        state.suspended,
        state.mild,
        state.tone,
        4 * polarity,
        4 * abs(polarity),
        score - PRAISE_FROM if kind == "praise" else 0.0,
        score - COMPLAINT_FROM if kind == "complaint" else 0.0,
        state.gain - WIN_FROM if kind == "win" else 0.0,
    )
    return [one / 2 if -_DOUBLE < one < _DOUBLE else copysign(_MOST, one) for one in raw]


def read(sentence: Sentence) -> list[float]:
    """The numbers of some words as the rules read them; see `NAMES`."""
    text, language, channel = sentence
    evaluating = channel in EVALUATING
    spans = sentences(text, 0, len(text)) or [(0, len(text))]
    rows = [
        numbers(judged_sentence(text[start:end], language, evaluating=evaluating)[0], language, evaluating=evaluating)
        for start, end in spans
    ]
    if len(rows) == 1:
        return rows[0]
    columns = list(zip(*rows, strict=True))
    added = [max(-_MOST, min(_MOST, sum(column))) for column in columns[:_ADDED]]
    return added + [max(column, key=abs) for column in columns[_ADDED:]]


def table(some: Sequence[Sentence]) -> Floats:
    """The numbers of each, a row a sentence, with a last column of ones."""
    found = np.ones((len(some), len(NAMES) + 1))
    for row, sentence in enumerate(some):
        found[row, :-1] = read(sentence)
    return found
