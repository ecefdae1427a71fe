"""How the command line speaks: results on standard output, everything else on standard error."""

import csv
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeRemainingColumn

from goodword.kit.harmless import harmless
from goodword.runs.progress import Progress as Report
from goodword.runs.workspace import Workspace


class Format(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class Shape(StrEnum):
    """How one answer is written."""

    TABLE = "table"
    JSON = "json"


# A pipe has no width of its own: rich would cut every line at 80 columns.
_PIPE_WIDTH = 160


def out() -> Console:
    """Where results go. Square brackets mean themselves: names, quotes and maps may hold some."""
    return Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH, highlight=False, markup=False)


def err() -> Console:
    """Where progress, questions and errors go."""
    return Console(stderr=True, highlight=False, markup=False)


def write_json(value: object) -> None:
    """Write one JSON value, the same bytes for the same value."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def write_csv(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    """Write a CSV that no spreadsheet takes for formulas."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])


def write_sheet(columns: Collection[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows as such a CSV: of each the values of these columns, in their order."""
    write_csv(columns, ([row[name] for name in columns] for row in rows))


def told_programs(shape: Format, columns: Collection[str], rows: Collection[Mapping[str, Any]]) -> bool:
    """Write a list as JSON or CSV where that was asked for; False where people are to read it."""
    if shape is Format.JSON:
        write_json(rows)
    elif shape is Format.CSV:
        write_sheet(columns, rows)
    return shape is not Format.TABLE


def say_if_synthetic(workspace: Workspace) -> None:
    """Say beside every list of a sample company that nobody in it exists."""
    if workspace.is_synthetic:
        err().print("Sample company: synthetic data. Nobody in it exists.", style="yellow")


@contextmanager
def bars(labels: dict[str, str]) -> Iterator[Report]:
    """Show a bar for each stage on standard error, while its work goes on.

    Args:
        labels: what to call each stage; others are called by their own name.
    """
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=err(), transient=not sys.stderr.isatty()) as progress:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(labels.get(stage, stage), total=None)
            progress.update(tasks[stage], completed=done, total=total or None)

        yield report
        for task in tasks.values():  # what had no known length is done, too
            progress.update(task, completed=1, total=1)
