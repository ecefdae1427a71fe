"""Posts of developers at work, labelled by hand: -1, 0, 1."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bench.quality.data import Data
from bench.quality.figures import Figure, skipped
from bench.quality.hearing import lexicon
from bench.quality.hearing.beside import Aim, Signs, drawn, macro_f1
from bench.quality.hearing.halves import readable
from bench.quality.hearing.listener import COMMUNITY, exact, polarity, remarks
from bench.quality.hearing.trained import NOT_BUILT, held_out, retraining, tfidf
from goodword.finding.listening.hearing import Remark

NAME = "se_sentiment"
FIGURE = "posts at work: macro-F1"
QUOTED = {"so": 0.791, "github": 0.785}  # SentiStrength-SE, as the data's README has it; the tool is not run here
FOLDS = 5  # the published ten, two and two
KIND = {1: "praise", 0: "neutral", -1: "complaint"}
SIGN = {kind: sign for sign, kind in KIND.items()}


@dataclass(frozen=True, slots=True)
class Post:
    """One post; `fold` is the part in which it is asked about."""

    id: str
    text: str
    sign: int
    fold: int


def figures(data: Data) -> list[Figure]:
    """Macro-F1 of the shipped listener and of models retrained on the published folds, on each of the two sets."""
    folder = data.find(NAME)
    if folder is None:
        return [skipped(FIGURE, NAME, data.why_not())]
    return [figure for part in QUOTED for figure in _figures(part, posts(folder / f"{part}.csv"))]


def posts(path: Path) -> list[Post]:
    """The posts of a file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Post(row["id"], row["text"], int(row["oracle"]), int(row["dataset"].rpartition("_")[2]) % FOLDS)
            for row in csv.DictReader(lines)
        ]


def sign_of(found: Sequence[Remark]) -> int:
    """-1, 0 or 1 of a post: the sign of its remarks' summed polarity, wishes apart."""
    return int(np.sign(round(sum(one.polarity for one in found if one.kind != "wish"), 6)))


def _figures(part: str, rows: list[Post]) -> list[Figure]:
    note = f"{NAME} {part}"
    texts, really = [row.text for row in rows], np.array([row.sign for row in rows])
    heard = remarks(texts, COMMUNITY)
    said = np.array([sign_of(found) for found in heard])
    theirs = lexicon.signs(lexicon.compounds(texts))
    unread = np.flatnonzero([not readable(row.id) for row in rows])
    return [
        *_both(Aim(FIGURE, note, at_least=0.79), said, theirs, really),
        *_both(Aim(FIGURE, f"{note}, unread half"), said[unread], theirs[unread], really[unread])[1:],
        *_both(Aim(f"{FIGURE}, neutral sentences with their polarity", note), _warmth(texts), theirs, really)[1:],
        Figure(f"{FIGURE}: SentiStrength-SE, as published", note, len(rows), QUOTED[part]),
        *_retrained(Aim(FIGURE, note), rows, theirs, really),
        exact(note, texts, heard),
    ]


def _warmth(texts: list[str]) -> Signs:
    """Signs by the mean polarity of every sentence, neutral ones with theirs, cut where VADER's authors cut."""
    return lexicon.signs(np.array([polarity(text, COMMUNITY) for text in texts]))


def _both(aim: Aim, said: Signs, theirs: Signs, really: Signs) -> list[Figure]:
    return drawn(aim, int(really.size), macro_f1(said, really), macro_f1(theirs, really))


def _retrained(aim: Aim, rows: list[Post], theirs: Signs, really: Signs) -> list[Figure]:
    """The columns of models that learnt on four folds and are asked about the fifth."""
    texts, kinds = [row.text for row in rows], [KIND[row.sign] for row in rows]
    folds = [row.fold for row in rows]
    plain = np.array([SIGN[kind] for kind in held_out(tfidf, texts, kinds, folds)])
    found = _both(replace(aim, ours="TF-IDF retrained on held-out folds", gain=False), plain, theirs, really)[1:2]
    local = retraining()
    if local is None:
        return [*found, skipped(f"{aim.name}: retrained on held-out folds", aim.data, NOT_BUILT)]
    ours = np.array([SIGN.get(kind, 0) for kind in held_out(local, texts, kinds, folds)])
    beside = replace(aim, ours="retrained on held-out folds", theirs="TF-IDF retrained")
    return [*found, *_both(beside, ours, plain, really)[1:]]
