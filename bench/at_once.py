"""How long a text takes from its arrival to its moment on Today: `python -m bench.at_once [ACCOUNTS | WORKSPACE]`.

Given a folder, that workspace is written to: hand over a copy in which a run was done.
Seconds of the clock and of this process are printed; on a machine that does other work they part. A process that serves
pages gets ready before it answers; `first` is the first text after that. Beside it stands what the console takes for
one text, with its start: alone, and where somebody serves the workspace.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from socket import create_server
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, sleep

import django
from rich.console import Console
from rich.table import Table

TEXTS, MONTHS, SEED = 20, 24, 1
PATIENCE_SECONDS = 60.0
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
    from goodword.runs.at_once import get_ready, hear_at_once  # noqa: PLC0415  # as above
    from goodword.runs.workspace import open_workspace  # noqa: PLC0415  # as above

    workspace, generation = open_workspace(folder), Publication.current()
    keyed = ListedPerson.objects.filter(generation=generation).exclude(person_keys=[])
    ready = timed(lambda: get_ready(workspace))
    clock, own = [], []
    for number, person_id in enumerate(keyed.values_list("person_id", flat=True)[:TEXTS]):
        person = one_person(person_id)
        if person is None:
            continue
        hear = partial(hear_at_once, workspace, person, Said(WIN.format(number)), by=Actor.console())
        seconds = timed(hear)
        clock.append(seconds[0])
        own.append(seconds[1])
    people = generation.counts["people"] if generation else 0
    title = f"{people:,} people, {len(clock)} texts"
    table = Table(
        "", "ready", "first", "median", "p95", "slowest", "console", "served", header_style="bold", title=title
    )
    somebody = keyed.values_list("person_id", flat=True)[0]
    alone = of_console(folder, somebody, "alone")
    with served(folder):
        beside = of_console(folder, somebody, "served")
    names = ("seconds", "seconds of the processor")
    for name, start, times, *consoles in zip(names, ready, (clock, own), alone, beside, strict=True):
        shown = (start, times[0], median(times), quantiles(times, n=20)[-1], max(times), *consoles)
        table.add_row(name, *(f"{seconds:.2f}" for seconds in shown))
    return table


def timed(call: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock and of this process that a call takes."""
    began, busy = perf_counter(), process_time()
    call()
    return perf_counter() - began, process_time() - busy


def of_console(folder: Path, person_id: str, which: str) -> tuple[float, float]:
    """Seconds of the clock and of the process that `goodword hear` takes for one text, with its start."""
    command = [sys.executable, "-m", "goodword.config.main", "-w", str(folder), "hear", WIN.format(which), "--person"]
    began, busy = perf_counter(), of_children()
    subprocess.run([*command, person_id], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    return perf_counter() - began, of_children() - busy


@contextmanager
def served(folder: Path) -> Iterator[None]:
    """Serve a workspace, and wait until it answers consoles."""
    with create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "goodword.config.main", "-w", str(folder), "serve", "--no-nightly", "--port", port]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - as above
    try:
        deadline = perf_counter() + PATIENCE_SECONDS
        while not (folder / "hear.sock").exists() and perf_counter() < deadline:
            sleep(0.1)
        sleep(1.0)  # the processes that answer are forked after the line was opened
        yield
    finally:
        process.terminate()
        process.wait()


def of_children() -> float:
    """Seconds of the processor that processes of ours took which have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
