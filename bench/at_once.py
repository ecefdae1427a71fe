"""How long a text takes from its arrival to its moment on Today: `python -m bench.at_once [ACCOUNTS | WORKSPACE]`.

Given a folder, that workspace is written to: hand over a copy in which a run was done.
Seconds of the clock and of this process are printed; on a machine that does other work they part.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import django
from rich.console import Console
from rich.table import Table

TEXTS, MONTHS, SEED = 12, 24, 1
WIN = "We cut onboarding from six weeks to four days, case {}."


def made(folder: Path, accounts: int) -> Path:
    """A workspace of a sample company in which a run was done."""
    sample, workspace = folder / "sample", folder / "workspace"
    inside = ["--workspace", str(workspace)]
    for arguments in (
        ["sample", str(sample), "--accounts", str(accounts), "--seed", str(SEED), "--months", str(MONTHS)],
        ["init", "--synthetic", str(workspace)],
        [*inside, "load", str(sample / "exports"), "--yes"],
        [*inside, "run"],
    ):
        subprocess.run(  # noqa: S603 - our own command with arguments of our own
            [sys.executable, "-m", "goodword.config.main", *arguments], check=True, stdout=subprocess.DEVNULL
        )
    return workspace


def measured(folder: Path) -> Table:
    """Let texts of several people arrive one after the other."""
    os.environ |= {"GOODWORD_WORKSPACE": str(folder), "DJANGO_SETTINGS_MODULE": "goodword.config.settings"}
    django.setup()
    from goodword.programme.advocates.models import ListedPerson, Publication  # noqa: PLC0415  # Django is set up now
    from goodword.programme.people.one_person import one_person  # noqa: PLC0415  # as above
    from goodword.programme.team.actor import Actor  # noqa: PLC0415  # as above
    from goodword.runs.arriving import Said  # noqa: PLC0415  # as above
    from goodword.runs.at_once import hear_at_once  # noqa: PLC0415  # as above
    from goodword.runs.workspace import open_workspace  # noqa: PLC0415  # as above

    workspace, generation = open_workspace(folder), Publication.current()
    keyed = ListedPerson.objects.filter(generation=generation).exclude(person_keys=[])
    clock, own = [], []
    for number, person_id in enumerate(keyed.values_list("person_id", flat=True)[:TEXTS]):
        person = one_person(person_id)
        if person is None:
            continue
        began, busy = perf_counter(), process_time()
        hear_at_once(workspace, person, Said(WIN.format(number)), by=Actor.console())
        clock.append(perf_counter() - began)
        own.append(process_time() - busy)
    people = generation.counts["people"] if generation else 0
    table = Table("", "first", "median", "slowest", header_style="bold", title=f"{people:,} people, {len(clock)} texts")
    for name, times in (("seconds", clock), ("seconds of the processor", own)):
        table.add_row(name, f"{times[0]:.2f}", f"{median(times):.2f}", f"{max(times):.2f}")
    return table


def main() -> int:
    """Measure, and print a table."""
    told = sys.argv[1] if len(sys.argv) > 1 else "300"
    if not told.isdecimal():
        Console().print(measured(Path(told)))
        return 0
    with TemporaryDirectory(prefix="goodword-bench-") as folder:
        Console().print(measured(made(Path(folder), int(told))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
