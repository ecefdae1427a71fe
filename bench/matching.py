"""`python -m bench.matching [WORKSPACE]`: joint matching beside first come, first served, and how long matching takes.

Over the sample company and 20 seeds, a year of made-up needs is matched month by month in both ways under the same
bounds: rests, caps, one person of an account at a time, and as good a fit at least. `--write` keeps the table in
docs/reference/matching.md. Then 200 needs by 2,000 made-up people are timed, with the greedy way in the same run.
"""

import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import django
import numpy as np
from rich.console import Console
from rich.table import Table

from bench.at_once import made
from goodword.finding.matching.comparing import State
from goodword.finding.matching.facts import Bar, Fitting, Known, Rules, Wanted
from goodword.finding.matching.likeness import alike
from goodword.finding.matching.points import Fits, fits, points_of
from goodword.finding.matching.proposing import propose
from goodword.finding.matching.solving import fitting, solve

SYLLABLES = "ba co di fe gu ha lin mer nov pos rat sti tur val wen zor".split()
SEEDS, MONTHS, NEEDS, ACCOUNTS = 20, 12, 40, 120
CALL = "reference_call"
REST_DAYS, A_QUARTER, URGENT = 45, 2, 0.1
SAID = {"industry": 0.8, "region": 0.6, "employees": 0.5, "role": 0.6, "use_case": 0.6, "language": 0.3}
"""How often a need says something about a field; what it says is so of somebody drawn."""

TOLD = """# Matching beside first come, first served

A **made-up** year of needs ({needs} a month, each like somebody drawn) over the people of the sample company ({people},
{free} of them free on the first day), matched month by month in two ways under the same bounds: rests of {rest} days,
{quarter} asks a quarter, one person of an account at a time, as good a fit at least. *Greedy* gives each need in turn
whoever is free and equal in most fields, the likelier of equals. Means over {seeds} seeds, and the difference with its
95 % interval (paired, Student's t). [How matching works](../algorithms/matching.md).

| | jointly | greedily | difference |
| --- | ---: | ---: | ---: |
"""
MADE = "\nMade by `python -m bench.matching --write`.\n"
PAGE = Path(__file__).parent.parent / "docs" / "reference" / "matching.md"
_FIVE = 5
_T = 2.093  # 97.5 % point of Student's t for 19 degrees of freedom


@dataclass(frozen=True, slots=True)
class Year:
    """What came of a year.

    Attributes:
        met: the share of needs that were met.
        urgent: the share of urgent needs that were met.
        fit: the mean fit of those that were met.
        five: the share of all asks that the five carry who were asked most.
    """

    met: float
    urgent: float
    fit: float
    five: float


type Way = Callable[[Sequence[Wanted], Sequence[Known], Fits, Rules], dict[int, int]]


def jointly(needs: Sequence[Wanted], people: Sequence[Known], found: Fits, rules: Rules) -> dict[int, int]:
    """The product's way."""
    return solve(needs, people, found, rules, days_left=[None] * len(needs)).paired


def greedily(needs: Sequence[Wanted], people: Sequence[Known], found: Fits, rules: Rules) -> dict[int, int]:
    """First come, first served: each need takes whoever is free and equal in most fields, the likelier of equals."""
    enough, taken, full = fitting(needs, people, found, rules), set[int](), set[str]()
    paired: dict[int, int] = {}
    for row, need in enumerate(needs):
        there = [
            at
            for at in np.flatnonzero(enough[row]).tolist()
            if at not in taken and need.act_kind not in people[at].bars and people[at].account_id not in full
        ]
        if there:
            best = max(there, key=lambda at: (_equal(need, people[at]), people[at].likelihood.get(CALL, 0.0), -at))
            paired[row] = best
            taken.add(best)
            full.add(people[best].account_id or f"no account {best}")
    return paired


def _equal(need: Wanted, one: Known) -> int:
    return sum(point.state is State.SAME for point in points_of(need, one.fits))


def year_of(seed: int, people: Sequence[Known], way: Way) -> Year:
    """A year of needs, matched month by month."""
    rng = random.Random(seed)  # noqa: S311  # made-up needs, no secret
    asked: defaultdict[str, list[date]] = defaultdict(list)
    good: list[float] = []
    urgent, met_urgent = 0, 0
    for month in range(MONTHS):
        day = date(2026, 1, 15) + timedelta(days=30 * month)
        needs = [drawn_need(rng, NEEDS * month + number, people) for number in range(NEEDS)]
        now = [_loaded(one, asked[one.person_id], day) for one in people]
        found = fits(needs, [one.fits for one in now])
        paired = way(needs, now, found, Rules(seed=f"{seed} {month}"))
        for row, at in paired.items():
            asked[people[at].person_id].append(day)
            good.append(float(found.middle[row, at]))
        urgent += sum(need.urgent for need in needs)
        met_urgent += sum(needs[row].urgent for row in paired)
    loads = Counter({person: len(days) for person, days in asked.items()})
    five = sum(count for _, count in loads.most_common(_FIVE)) / max(loads.total(), 1)
    return Year(len(good) / (MONTHS * NEEDS), met_urgent / max(urgent, 1), float(np.mean(good)), five)


def drawn_need(rng: random.Random, number: int, people: Sequence[Known]) -> Wanted:
    """A need that is like somebody."""
    like = rng.choice(people).fits
    value: dict[str, Any] = {
        "industry": like.industry,
        "region": like.country,
        "employees": like.employees,
        "role": like.role,
        "use_case": rng.choice(like.use_cases) if like.use_cases else "",
        "language": like.languages[0] if like.languages else "",
    }
    said = {name: value[name] for name, often in SAID.items() if rng.random() < often and value[name]}
    said = said or {"industry": like.industry}
    return Wanted(need_id=number, act_kind=CALL, urgent=rng.random() < URGENT, **said)


def _loaded(one: Known, days: Sequence[date], day: date) -> Known:
    """The same with what a year's asks forbid by then."""
    quarter = (day.year, (day.month - 1) // 3)
    rests = any((day - other).days < REST_DAYS for other in days)
    full = sum((other.year, (other.month - 1) // 3) == quarter for other in days) >= A_QUARTER
    bars = dict(one.bars) | ({CALL: Bar("resting")} if rests or full else {})
    return replace(one, bars=bars, asked=one.asked + len(days))


def people_of(folder: Path) -> list[Known]:
    """Everybody of the sample company whom matching looks at, with what holds them."""
    os.environ |= {"GOODWORD_WORKSPACE": str(folder), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"}
    django.setup()
    from goodword.programme.advocates.models import Publication  # noqa: PLC0415  # Django is set up now
    from goodword.programme.asks.actions.ask_person import may_ask  # noqa: PLC0415  # as above
    from goodword.programme.asks.bounds import Bounds  # noqa: PLC0415  # as above
    from goodword.programme.people.models import Person  # noqa: PLC0415  # as above
    from goodword.runs.matching_facts import known_people  # noqa: PLC0415  # as above

    generation = Publication.current()
    if generation is None:
        raise SystemExit(f"Nothing is published in {folder}: goodword run")
    people = known_people(generation, {CALL}, day=generation.as_of)
    rows = Person.objects.in_bulk([one.person_id for one in people])
    refused = {
        one.person_id
        for one in people
        if may_ask(rows[one.person_id], CALL, day=generation.as_of, bounds=Bounds()) is not None
    }
    return [replace(one, bars={CALL: Bar("held")} if one.person_id in refused else {}) for one in people]


NAMES = {
    "met": "needs met, %",
    "urgent": "urgent needs met, %",
    "fit": "mean fit of those met, %",
    "five": "share of asks that five people carry, %",
}


def compared(people: Sequence[Known]) -> list[tuple[str, str, str, str]]:
    """A row a figure: jointly, greedily, and the difference with its 95 % interval over the seeds."""
    years = {way: [year_of(seed, people, way) for seed in range(SEEDS)] for way in (jointly, greedily)}
    rows = []
    for name, label in NAMES.items():
        ours, theirs = (np.array([100 * getattr(year, name) for year in years[way]]) for way in (jointly, greedily))
        gain = ours - theirs
        half = _T * gain.std(ddof=1) / np.sqrt(SEEDS)
        told = f"{gain.mean():+.1f} ({gain.mean() - half:+.1f} to {gain.mean() + half:+.1f})"
        rows.append((label, f"{ours.mean():.1f}", f"{theirs.mean():.1f}", told))
    return rows


def written(rows: Sequence[tuple[str, str, str, str]], people: Sequence[Known]) -> str:
    """The page of the table."""
    told = TOLD.format(
        needs=NEEDS,
        people=f"{len(people):,}",
        free=f"{sum(not one.bars for one in people):,}",
        rest=REST_DAYS,
        quarter=A_QUARTER,
        seeds=SEEDS,
    )
    return told + "".join(f"| {' | '.join(row)} |\n" for row in rows) + MADE


def crowd(needs: int, people: int) -> tuple[list[Wanted], list[Known]]:
    """Made-up needs and people, eight an account, for the clock."""
    rng = random.Random(1)  # noqa: S311  # as above
    industries = ("Food and drink", "Health care", "Energy", "Retail", "Logistics", "Banking", "Media")
    roles = ("CFO", "Head of Finance", "IT Manager", "VP Operations", "Analyst", "Director of Nursing")
    uses, countries = (
        ("Month-end close", "Bed planning", "Fleet routing", "Stock count"),
        ("DE", "US", "NZ", "FR", "GB"),
    )
    there = [
        Known(
            person_id=f"p{number}",
            account_id=f"a{number // 8}",
            fits=Fitting(
                industry=industries[number // 8 % len(industries)],
                employees=100 * 4 ** (number // 8 % 5),
                country=countries[number // 8 % len(countries)],
                role=rng.choice(roles),
                use_cases=tuple(rng.sample(uses, rng.randrange(3))),
                languages=("en",),
                heard=True,
            ),
            likelihood={CALL: rng.random()},
        )
        for number in range(people)
    ]
    wanted = [drawn_need(rng, number, there) for number in range(needs)]
    vocabulary = ["".join(rng.choices(SYLLABLES, k=rng.randrange(2, 5))) for _ in range(4_000)]
    often = [1 / place for place in range(1, len(vocabulary) + 1)]  # as in any language (Zipf)

    def words(count: int) -> str:
        return " ".join(rng.choices(vocabulary, often, k=count))

    there = [replace(one, fits=replace(one.fits, words=words(rng.randrange(20, 120)))) for one in there]
    return [replace(one, text=words(12)) for one in wanted], there


def timed() -> Table:
    """How long 200 needs by 2,000 people take, in seconds of one processor; greedily in the same run."""
    needs, people = crowd(200, 2_000)
    begun = process_time()
    words = alike([one.text for one in needs], [one.fits.words for one in people])
    read = process_time()
    found = propose(needs, people, [], day=date(2026, 1, 15), rules=Rules(seed="clock"), words=words)
    words_took, ours = read - begun, process_time() - read
    begun = process_time()
    paired = greedily(needs, people, fits(needs, [one.fits for one in people]), Rules())
    theirs = process_time() - begun
    table = Table("", "seconds of the processor", "needs met", title="200 needs by 2,000 people", header_style="bold")
    table.add_row("likeness of words", f"{words_took:.2f}", "")
    table.add_row("jointly, with points and obstacles", f"{ours:.2f}", str(sum(one.chosen for one in found.proposals)))
    table.add_row("greedily", f"{theirs:.2f}", str(len(paired)))
    return table


def main(*given: str) -> int:
    """Print both tables."""
    folder = next((Path(one) for one in given if not one.startswith("-")), None)
    Console().print(timed())
    with TemporaryDirectory(prefix="goodword-matching-") as other:
        people = people_of(folder or made(Path(other), ACCOUNTS))
    rows = compared(people)
    table = Table("", "jointly", "greedily", "difference", title=f"{len(people):,} people, {SEEDS} seeds (sample)")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
    if "--write" in given:
        PAGE.write_text(written(rows, people), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
