"""Whether the probabilities of what is heard are right, on sets that the shipped model never learnt from.

The labels are of whole texts, so a text has one answer, the surest of its remarks, and that is right where the label
agrees. A sentence of praise in a text that is labelled as blame counts as an error, though it may be none.
Beside it stands what the rules' polarity would say if one took it for a probability: from 1/2 for none to 1 for all.
"""

from collections.abc import Callable, Sequence

import numpy as np

from bench.quality.data import Data
from bench.quality.figures import Figure, Floats, Labels, Picks, skipped
from bench.quality.hearing import courtesy, working
from bench.quality.hearing.beside import Aim, Portion, Statistic, drawn, shares
from bench.quality.hearing.listener import COMMUNITY, GOOD, WARM, Answer, answers
from goodword.finding.listening.learning.reliability import error_of, gaps

ERROR = "how sure it is: expected calibration error"
PRECISION = "how sure it is: right where one in ten may be wrong"
ASKED = 0.9
BLAMING = frozenset((2, 3, 9, 10, 11))  # anger, annoyance, disappointment, disapproval, disgust
THEIRS = "polarity as probability"

type Right = Callable[[str], bool]


def figures(data: Data) -> list[Figure]:
    """Calibration error and the precision that is reached, on posts at work and on comments."""
    found = []
    folder = data.find(working.NAME)
    for part in working.QUOTED:
        note = f"{working.NAME} {part}"
        if folder is None:
            found.append(skipped(ERROR, note, data.why_not()))
        else:
            rows = working.posts(folder / f"{part}.csv")
            found += measured(note, [row.text for row in rows], [post_agrees(row.sign) for row in rows])
    folder, note = data.find(courtesy.NAME), f"{courtesy.NAME} test"
    if folder is None:
        return [*found, skipped(ERROR, note, data.why_not())]
    texts, labels = courtesy.comments(folder / "test.tsv")
    return [*found, *measured(note, texts, [comment_agrees(label) for label in labels])]


def post_agrees(sign: int) -> Right:
    """Whether a kind goes with a post's sign."""
    return lambda kind: sign == (1 if kind in WARM else -1)


def comment_agrees(labels: frozenset[int]) -> Right:
    """Whether a kind goes with a comment's labels."""

    def agrees(kind: str) -> bool:
        if kind == "thanks":
            return courtesy.GRATITUDE in labels
        return not (courtesy.WARM if kind in GOOD else BLAMING).isdisjoint(labels)

    return agrees


def measured(note: str, texts: Sequence[str], agrees: Sequence[Right]) -> list[Figure]:
    """The figures of one set: of the texts in which the rules hear something."""
    said = [(one, right(one.kind)) for one, right in zip(answers(texts, COMMUNITY), agrees, strict=True) if one.kind]
    if not said:
        return [skipped(ERROR, note, "nothing was heard")]
    right = np.array([one for _answer, one in said], dtype=np.bool_)
    ours = np.array([answer.sure for answer, _right in said])
    theirs = np.array([polar(answer) for answer, _right in said])
    spoken = np.array([answer.spoken for answer, _right in said], dtype=np.bool_)
    error = Aim(ERROR, note, at_most=1 - ASKED, theirs=THEIRS)
    precision = Aim(PRECISION, note, at_least=ASKED, theirs=THEIRS)
    return [
        *drawn(error, len(said), _error(ours, right), _error(theirs, right)),
        *shares(precision, Portion(right, spoken), Portion(right, theirs >= ASKED)),
    ]


def polar(answer: Answer) -> float:
    """What polarity would be as a probability of being right."""
    return (1 + abs(answer.polarity)) / 2


def _error(probability: Floats, right: Labels) -> Statistic:
    each = gaps(probability, right)

    def statistic(picks: Picks) -> float:
        return error_of(each, np.bincount(picks, minlength=right.size))

    return statistic
