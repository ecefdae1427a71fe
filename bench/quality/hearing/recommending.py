"""Reviews with a rating and a recommendation: who would recommend, from their words alone; and whose rating lies.

The ratings mix two scales, 1 to 5 and, in the last months, 1 to 10. In a month that has any above 5 a rating of 5 or
less may be on either and takes no side; elsewhere the middle is 3, above 5 all are on the happy side.

Before November 2011 hardly anybody recommends, whatever their rating: 12 of 717, against 98 of 98 with five stars in
2012 and later. The field was not asked yet and says "no" there. The figure over all reviews is what others published;
those since then are what means something, and contradictions are looked for among them only.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.quality.data import Data
from bench.quality.figures import Figure, Floats, Labels, auc_interval, skipped
from bench.quality.hearing import lexicon
from bench.quality.hearing.beside import Aim, Portion, Signs, areas, shares
from bench.quality.hearing.halves import readable
from bench.quality.hearing.listener import REVIEW, exact, polarity, remarks

NAME = "skytrax_recommend"
ASKED_FROM = "2011-11"
MIDDLE, TOP = 3.0, 5.0  # of the small scale


@dataclass(frozen=True, slots=True)
class Review:
    """One review; `side` is 1 or -1 for a rating above or below the middle, 0 where that is not known.

    `asked` is False before the site asked for a recommendation, `rating` nan where there is none.
    """

    link: str
    asked: bool
    rating: float
    text: str
    recommends: bool
    side: int


def figures(data: Data) -> list[Figure]:
    """The area for recommending, and how often words that contradict a rating are right."""
    folder = data.find(NAME)
    if folder is None:
        return [skipped("reviews: AUC of recommending", NAME, data.why_not())]
    rows = reviews(folder / "lounge.csv")
    texts, label = [row.text for row in rows], np.array([row.recommends for row in rows])
    ours = np.array([polarity(text, REVIEW) for text in texts])
    theirs = lexicon.compounds(texts)
    asked = np.array([row.asked for row in rows])
    unread = np.flatnonzero([row.asked and not readable(row.link) for row in rows])
    since = np.flatnonzero(asked)
    name, note = "reviews: AUC of recommending", f"{NAME}, since it was asked"
    return [
        *areas(Aim(name, NAME, at_least=0.84), ours, theirs, label),
        *areas(Aim(name, note), ours[since], theirs[since], label[since]),
        *areas(Aim(name, f"{note}, unread half"), ours[unread], theirs[unread], label[unread])[1:],
        *(_rating(name, rows, label, among, words) for among, words in ((asked | ~asked, NAME), (asked, note))),
        *_contradictions(np.array([row.side * row.asked for row in rows], dtype=np.intp), ours, theirs, label),
        exact(NAME, texts, remarks(texts, REVIEW)),
    ]


def _rating(name: str, rows: list[Review], label: Labels, among: Labels, note: str) -> Figure:
    """What the rating itself knows, for comparison; the two scales as they stand."""
    rating = np.array([row.rating for row in rows])
    known = np.flatnonzero(among & ~np.isnan(rating))
    found = auc_interval(rating[known], label[known])
    return Figure(f"{name}: the rating itself", note, int(known.size), found.value, found.low, found.high)


def reviews(path: Path) -> list[Review]:
    """The reviews, with the side that each rating takes."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    mixed = {row["date"][:7] for row in rows if float(row["overall_rating"] or 0) > TOP}
    return [
        Review(
            f"{row['link']} {row['author']} {row['date']}",
            row["date"] >= ASKED_FROM,
            float(row["overall_rating"] or "nan"),
            row["content"],
            row["recommended"] == "1",
            side_of(row["overall_rating"], mixed=row["date"][:7] in mixed),
        )
        for row in rows
    ]


def side_of(rating: str, *, mixed: bool) -> int:
    """The side a rating takes: 1 happy, -1 unhappy, 0 where it is in the middle, missing, or on an unknown scale."""
    if not rating or (mixed and float(rating) <= TOP):
        return 0
    return int(np.sign(float(rating) - MIDDLE))


def _contradictions(side: Signs, ours: Floats, theirs: Floats, label: Labels) -> list[Figure]:
    """Claims that a rating contradicts the words, held against whether it contradicts the recommendation."""
    known = np.flatnonzero(side)
    side, ours, theirs = side[known], ours[known], theirs[known]
    really = (side > 0) != label[known]
    claimed, baseline = np.sign(ours) == -side, lexicon.signs(theirs) == -side
    note = f"{NAME}, since it was asked, {int(really.sum())} contradictions"
    precision = Aim("ratings that contradict the words: precision", note)
    recall = Aim("ratings that contradict the words: recall", note)
    return [
        *shares(precision, Portion(really, claimed), Portion(really, baseline)),
        *shares(recall, Portion(claimed, really), Portion(baseline, really)),
        *areas(Aim("ratings that contradict the words: AUC", note), -side * ours, -side * theirs, really),
    ]
