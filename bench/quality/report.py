"""How figures are shown and kept."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from math import isfinite
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bench.quality.figures import Figure

WIDTH = 200  # where the output is no terminal, a table is still a table


def number(value: float | None) -> str:
    """A figure in three decimals, without the zero before the point that says nothing."""
    return "" if value is None else f"{value:.3f}"


def interval(figure: Figure) -> str:
    """Both bounds, or nothing."""
    if figure.low is None or figure.high is None:
        return ""
    return f"{number(figure.low)} to {number(figure.high)}"


def verdict(figure: Figure) -> Text:
    """Whether the target was met, in a word."""
    if figure.value is None:
        return Text("left out", style="dim")
    if figure.met is None:
        return Text("")
    return Text("met", style="green") if figure.met else Text("MISSED", style="bold red")


def show(figures: Sequence[Figure], console: Console) -> None:
    """Print every figure, and how many of those with a target met it."""
    table = Table(
        "figure", "data", "n", "value", "interval", "against", "target", "", header_style="bold", box=SIMPLE_HEAD
    )
    for figure in figures:
        table.add_row(
            figure.name,
            figure.data,
            str(figure.n),
            number(figure.value),
            interval(figure),
            number(figure.baseline),
            figure.target,
            verdict(figure),
        )
    console.print(table)
    aimed = [figure for figure in figures if figure.met is not None]
    missed = [figure for figure in aimed if not figure.met]
    left_out = sum(figure.value is None for figure in figures)
    console.print(f"{len(aimed) - len(missed)} of {len(aimed)} targets met; {left_out} figures left out.")
    for figure in missed:
        console.print(f"Missed: {figure.name} ({figure.data}): {number(figure.value)}, target {figure.target}.")


def keep(figures: Sequence[Figure], path: Path) -> None:
    """Write the figures as JSON: one list, a figure an object."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        {
            name: None if isinstance(value, float) and not isfinite(value) else value
            for name, value in asdict(figure).items()
        }
        for figure in figures
    ]
    path.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
