"""`python -m bench.reviews`: does being drawn for a public review tell anything of the NPS, over 200 draws of the app?

Each draw is made as the app makes it, with a seed of its own and everybody eligible that day, and taken back before the
next. `--write` keeps the table in docs/reference/reviews.md.
"""

import os
import sys
from pathlib import Path
from statistics import mean, stdev
from tempfile import TemporaryDirectory

import django
from rich.console import Console

from bench.at_once import made
from goodword.finding.drawing.association import Association

DRAWS, SIZE, ACCOUNTS = 200, 40, 60
PAGE = Path(__file__).parent.parent / "docs" / "reference" / "reviews.md"
TOLD = """# Being drawn beside what people think of us

{draws} draws for a public review over the sample company (**synthetic data**), {size} people each, made by the app with
a seed each and everybody who was eligible. Compared is who was drawn with the ranks of a number that took no part in
it.
Where the lot is blind, the mean correlation is 0 within chance, and about 5 in 100 draws have p below 0.05.
[How the lot works](../algorithms/lots.md).

| compared in | people who have it | mean correlation (95 %) | p below 0.05, % |
| --- | ---: | ---: | ---: |
"""
MADE = "\nMade by `python -m bench.reviews --write`.\n"
NAMES = {"nps": "NPS", "likelihood": "likelihood of a yes", "signals": "strength of signals", "arr": "revenue"}


def draws_in(workspace: Path) -> dict[str, list[Association]]:
    """What each draw says of each column."""
    os.environ |= {"GOODWORD_WORKSPACE": str(workspace), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"}
    django.setup()
    from django.db import transaction  # noqa: PLC0415  # Django is set up first

    from goodword.kit import clock  # noqa: PLC0415  # as above
    from goodword.programme.lots.actions.keep_site import keep_site  # noqa: PLC0415  # as above
    from goodword.programme.lots.policies import SiteRules  # noqa: PLC0415  # as above
    from goodword.programme.team.actor import Actor  # noqa: PLC0415  # as above
    from goodword.runs.drawing import draw_for  # noqa: PLC0415  # as above
    from goodword.runs.proving import COLUMNS, proof_of  # noqa: PLC0415  # as above
    from goodword.runs.workspace import open_workspace  # noqa: PLC0415  # as above

    rules = SiteRules(name="Reviews", url="https://reviews.example/", disclosure="Drawn by lot.", size=SIZE)
    site = keep_site(rules, by=Actor.console())
    found: dict[str, list[Association]] = {name: [] for name in COLUMNS}
    for _ in range(DRAWS):
        with transaction.atomic():
            done = draw_for(site, workspace=open_workspace(workspace), day=clock.today(), by=Actor.console())
            for name, one in proof_of(done.draw).associations.items():
                found[name].append(one)
            transaction.set_rollback(True)
    return found


def row_of(name: str, found: list[Association]) -> list[str]:
    """The mean correlation with its 95 % interval, and how many draws look strange by themselves."""
    told = [one.correlation for one in found if one.correlation is not None]
    middle, half = mean(told), 1.96 * stdev(told) / len(told) ** 0.5
    strange = 100 * sum(one.p < 0.05 for one in found) / len(found)  # the usual one in twenty
    span = f"{middle:+.4f} ({middle - half:+.4f} to {middle + half:+.4f})"
    return [NAMES[name], f"{mean(one.eligible for one in found):.0f}", span, f"{strange:.1f}"]


def main(*given: str) -> int:
    """Print the table."""
    with TemporaryDirectory(prefix="goodword-reviews-") as folder:
        rows = [row_of(name, found) for name, found in draws_in(made(Path(folder), ACCOUNTS)).items()]
    lines = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    Console().print(lines)
    if "--write" in given:
        PAGE.write_text(TOLD.format(draws=DRAWS, size=SIZE) + lines + MADE, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
