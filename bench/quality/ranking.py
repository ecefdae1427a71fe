"""Does the likelihood find people who would say yes better than what teams use today?

Units are the real people who still work at a customer and whom nothing holds; each way of ranking sorts the same ones.
The share of the first 25 who would accept is averaged over the act kinds that may be chosen (public reviews go by lot)
and over the sample companies. Ties share their places evenly. Intervals resample whole accounts, the same ones for both
sides of a difference.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray
from python_calamine import load_workbook

from bench.quality.company import ACCOUNTS, Company
from bench.quality.figures import ROUNDS, SEED, Figure, Floats, Interval
from goodword.evidence.records.advocacy import ACT_KINDS

KINDS = tuple(kind for kind in ACT_KINDS if kind != "review")
PLACES = 25
LOGIN_DAYS = 90
OTHERS = ("NPS 9 or 10", "most logins", "random")

type Scores = dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Ranking:
    """People in order of a score, ready to be cut anywhere.

    Attributes:
        order: positions of the people, best first.
        starts: where in `order` each group of equals begins.
    """

    order: NDArray[np.intp]
    starts: NDArray[np.intp]

    @classmethod
    def by(cls, score: Floats) -> "Ranking":
        order = np.argsort(-score, kind="stable")
        ranked = score[order]
        return cls(order, np.flatnonzero(np.concatenate([[True], ranked[1:] != ranked[:-1]])))

    def hits(self, accepts: Floats, weight: Floats, places: int = PLACES) -> float:
        """The expected share of the first places that accept, when equals are drawn in any order."""
        sizes = np.add.reduceat(weight[self.order], self.starts)
        yes = np.add.reduceat((weight * accepts)[self.order], self.starts)
        free = np.clip(places - (np.cumsum(sizes) - sizes), 0, sizes)
        shares = np.divide(free, sizes, out=np.zeros_like(free), where=sizes > 0)
        taken = min(float(places), float(sizes.sum()))
        return float((yes * shares).sum()) / taken if taken else 0.0


@dataclass(frozen=True, slots=True)
class Field:
    """One company's people who may be asked, with what they would answer and how each way ranks them."""

    account: NDArray[np.intp]
    accepts: Scores
    ways: dict[str, dict[str, Ranking]]

    def precision(self, way: str, weight: Floats, kinds: tuple[str, ...]) -> float:
        """The mean over kinds of the share of the first places that accept; for `random`, of everybody."""
        if way == "random":
            return float(np.mean([(weight * self.accepts[kind]).sum() / weight.sum() for kind in kinds]))
        return float(np.mean([self.ways[way][kind].hits(self.accepts[kind], weight) for kind in kinds]))


def figures(companies: tuple[Company, ...]) -> list[Figure]:
    """Precision at 25 by likelihood, and how much it is above each other way."""
    fields = [_field(company) for company in companies]
    note = f"sample, {len(fields)} seeds, {ACCOUNTS} accounts"
    people = sum(len(field.account) for field in fields)
    found = []
    for label, kinds in (("all act kinds", KINDS), ("reference calls", ("reference_call",))):
        values = _resampled(fields, kinds)
        ours = _interval([row["likelihood"] for row in values])
        found.append(_figure(f"precision@25 by likelihood, {label}", note, people, ours, None))
        for way in OTHERS:
            gap = _interval([row["likelihood"] - row[way] for row in values])
            name = f"precision@25 by likelihood minus by {way}, {label}"
            aimed = kinds is KINDS
            found.append(_figure(name, note, people, gap, values[0][way], aimed=aimed))
    return found


def _figure(name: str, note: str, n: int, found: Interval, baseline: float | None, *, aimed: bool = False) -> Figure:
    target, met = ("interval above 0", found.low > 0) if aimed else ("", None)
    return Figure(name, note, n, found.value, found.low, found.high, baseline, target, met)


def _interval(values: list[float]) -> Interval:
    """The first value is the figure itself, the others are those of the rounds."""
    low, high = np.quantile(values[1:], [0.025, 0.975])
    return Interval(values[0], float(low), float(high))


def _resampled(fields: list[Field], kinds: tuple[str, ...]) -> list[dict[str, float]]:
    """Precision of every way: first on the people as they are, then on accounts drawn anew, round after round."""
    chance = np.random.default_rng(SEED)
    ways = ("likelihood", *OTHERS)
    rows = []
    for turn in range(ROUNDS // 2 + 1):
        weights = []
        for field in fields:
            count = int(field.account.max()) + 1
            drawn = np.bincount(chance.integers(0, count, count), minlength=count) if turn else np.ones(count)
            weights.append(drawn[field.account].astype(float))
        pairs = list(zip(fields, weights, strict=True))
        rows.append({way: float(np.mean([f.precision(way, w, kinds) for f, w in pairs])) for way in ways})
    return rows


def _field(company: Company) -> Field:
    likelihood, held = _likelihoods(company)
    free = [position for position, human in enumerate(company.humans) if human["works_there"] and not held[position]]
    accounts = {name: number for number, name in enumerate(sorted({company.humans[i]["account_id"] for i in free}))}
    scores = {"NPS 9 or 10": _promoters(company), "most logins": _logins(company)}
    ways = {way: dict.fromkeys(KINDS, Ranking.by(score[free])) for way, score in scores.items()}
    ways["likelihood"] = {kind: Ranking.by(likelihood[kind][free]) for kind in KINDS}
    return Field(
        account=np.array([accounts[company.humans[i]["account_id"]] for i in free]),
        accepts={kind: np.array([float(company.humans[i][f"accept_{kind}"]) for i in free]) for kind in KINDS},
        ways=ways,
    )


def _likelihoods(company: Company) -> tuple[Scores, list[bool]]:
    """The best known likelihood of each real person and kind (-1 where none is known), and who is held."""
    scores = {kind: np.full(len(company.humans), -1.0) for kind in KINDS}
    held = [False] * len(company.humans)
    for person in company.people:
        for human in company.humans_of(person):
            held[human] = held[human] or person["held"]
            for kind in KINDS:
                likelihood = person["likelihoods"].get(kind)
                if likelihood and likelihood["known"]:
                    scores[kind][human] = max(scores[kind][human], likelihood["p"])
    return scores, held


def _promoters(company: Company) -> Floats:
    """The latest NPS answer of the last year where it is 9 or 10; equal for everybody else."""
    sheet = load_workbook(str(company.exports / "nps_answers.xlsx")).get_sheet_by_index(0).to_python()
    header = [str(cell) for cell in sheet[0]]
    latest: dict[str, tuple[str, float]] = {}
    oldest = date.fromisoformat(company.day) - timedelta(days=365)
    for cells in sheet[1:]:
        row = dict(zip(header, cells, strict=True))
        at = str(row["Answered At"])
        if at[:10] <= oldest.isoformat() or not isinstance(row["Score"], float):
            continue
        for name in (str(row["Contact ID"]), str(row["Respondent Email"]).strip().lower()):
            if name and at >= latest.get(name, ("", 0.0))[0]:
                latest[name] = (at, row["Score"])
    scores = np.zeros(len(company.humans))
    for position, human in enumerate(company.humans):
        answers = [latest[name] for name in (*human["person_keys"], human["email"].lower()) if name in latest]
        if answers and max(answers)[1] >= 9:
            scores[position] = max(answers)[1]
    return scores


def _logins(company: Company) -> Floats:
    """Days on which a person used the product, of the last 90."""
    events = pq.read_table(company.exports / "product_events.parquet", columns=["timestamp", "user_id"])
    days = events["timestamp"].to_numpy().astype("datetime64[D]")
    recent = days > np.datetime64(company.day) - LOGIN_DAYS
    seen: dict[str, set[int]] = defaultdict(set)
    for user, day in zip(events["user_id"].to_numpy()[recent], days[recent].astype(int), strict=True):
        seen[str(user)].add(int(day))
    used = (set[int]().union(*(seen.get(key, set()) for key in human["person_keys"])) for human in company.humans)
    return np.array([float(len(found)) for found in used])
