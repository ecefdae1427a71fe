"""`make evaluate`: every quality figure, as a table and as build/evaluation.json."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from rich.console import Console

from bench.quality import (
    careers,
    champions,
    finders,
    job_changes,
    linkage,
    listening,
    mapping,
    noise,
    ranking,
    retrieving,
    themes,
)
from bench.quality.company import companies
from bench.quality.data import ROOT, usual_data
from bench.quality.figures import Figure
from bench.quality.hearing import companies as hearing_companies
from bench.quality.hearing import courtesy, graded, recommending, stories, sureness, working
from bench.quality.report import WIDTH, keep, show

ON_DATA = (
    champions,
    noise,
    linkage,
    job_changes,
    working,
    courtesy,
    graded,
    recommending,
    stories,
    sureness,
    retrieving,
)
ON_SAMPLE = (mapping, finders, ranking, listening, hearing_companies, themes)
KEPT = ROOT / "build" / "evaluation.json"


@contextmanager
def timed(name: str, progress: Console) -> Iterator[None]:
    """Say on standard error what was measured and how long it took."""
    started = monotonic()
    yield
    progress.print(f"{name.rpartition('.')[2]}: {monotonic() - started:.0f} s", style="dim", highlight=False)


def main() -> int:
    """Measure, print and keep. A missed target is printed and is no error: evaluation measures, tests guard."""
    console = Console() if sys.stdout.isatty() else Console(width=WIDTH)
    progress = Console(stderr=True)
    figures: list[Figure] = []
    for subject in ON_DATA:
        with timed(subject.__name__, progress):
            figures += subject.figures(usual_data())
    with TemporaryDirectory(prefix="goodword-evaluate-") as folder:
        with timed("sample companies", progress):
            made = companies(Path(folder))
        for one in ON_SAMPLE:
            with timed(one.__name__, progress):
                figures += one.figures(made)
        with timed(careers.__name__, progress):
            figures += careers.figures(companies(Path(folder), careers.SEEDS))
    show(figures, console)
    keep(figures, KEPT)
    console.print(f"Kept in {KEPT.relative_to(ROOT)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
