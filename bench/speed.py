"""`make bench`: how long the main job takes on this machine, step by step, through the command line."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from rich.console import Console
from rich.table import Table

ACCOUNTS, MONTHS, SEED = 300, 24, 1


def steps(folder: Path) -> dict[str, list[str]]:
    """The commands that are timed, in their order, by what to call them."""
    sample, workspace = folder / "sample", folder / "workspace"
    inside = ["--workspace", str(workspace)]
    return {
        "make up the sample company": [
            *("sample", str(sample), "--accounts", str(ACCOUNTS), "--seed", str(SEED), "--months", str(MONTHS)),
        ],
        "make a workspace": ["init", "--synthetic", str(workspace)],
        "load its exports": [*inside, "load", str(sample / "exports"), "--yes"],
        "load them again": [*inside, "load", str(sample / "exports"), "--yes"],
        "find, everything new": [*inside, "find"],
        "find, nothing new": [*inside, "find"],
        "run and publish": [*inside, "run"],
    }


def main() -> int:
    """Time each step once and print the seconds."""
    table = Table("step", "seconds", header_style="bold", title=f"{ACCOUNTS} accounts, {MONTHS} months")
    with TemporaryDirectory(prefix="goodword-bench-") as folder:
        for name, arguments in steps(Path(folder)).items():
            started = monotonic()
            subprocess.run(  # noqa: S603 - our own command with arguments of our own
                [sys.executable, "-m", "goodword.config.main", *arguments], check=True, stdout=subprocess.DEVNULL
            )
            table.add_row(name, f"{monotonic() - started:.1f}")
    Console().print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
