"""Sample companies, taken through the users' door: written, loaded and searched by the command line."""

import csv
import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from goodword.sample import write_sample

SEEDS = (101, 102, 103)  # for measuring only; rules are tried on others
ACCOUNTS = 200
MONTHS = 18

type Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Company:
    """One sample company, what Goodword says about its people, and what is really so.

    Attributes:
        seed: which company it is.
        exports: the folder that was loaded.
        truth: the folder that nothing measured may read.
        workspace: where it was loaded.
        day: the last day of its history, for which people were found.
        people: `goodword find --limit 0 --format json`.
        humans: a row of truth for each real person.
        vendor: the domain of the vendor's own mail addresses.
    """

    seed: int
    exports: Path
    truth: Path
    workspace: Path
    day: str
    people: list[Row]
    humans: list[Row]
    vendor: str
    _by_key: dict[str, int] = field(default_factory=dict)

    def humans_of(self, person: Row) -> list[int]:
        """Positions of the real people behind a person: one if all is well, more where too much was merged."""
        return sorted({self._by_key[name] for name in _names(person) if name in self._by_key})


def _names(row: Row) -> list[str]:
    """What a person goes by, on either side: keys, and the address where there are none."""
    return [*row["person_keys"], *([row["email"].lower()] if row["email"] else [])]


@cache
def companies(folder: Path, seeds: tuple[int, ...] = SEEDS) -> tuple[Company, ...]:
    """Make the sample companies in a folder, once in a process."""
    return tuple(_company(folder / str(seed), seed) for seed in seeds)


def _company(folder: Path, seed: int) -> Company:
    write_sample(folder / "sample", accounts=ACCOUNTS, seed=seed, months=MONTHS)
    truth, exports, workspace = folder / "sample" / "truth", folder / "sample" / "exports", folder / "workspace"
    day = json.loads((truth / "settings.json").read_text(encoding="utf-8"))["today"]
    goodword("init", "--synthetic", str(workspace))
    goodword("--workspace", str(workspace), "load", str(exports), "--yes")
    found = goodword("--workspace", str(workspace), "find", "--as-of", day, "--limit", "0", "--format", "json")
    humans = pq.read_table(truth / "people_truth.parquet").to_pylist()
    by_key = {name: position for position, human in enumerate(humans) for name in _names(human)}
    return Company(seed, exports, truth, workspace, day, json.loads(found), humans, _vendor(exports), by_key)


def _vendor(exports: Path) -> str:
    """The domain that the owners of most accounts write from."""
    with (exports / "crm_accounts.csv").open(encoding="utf-8-sig", newline="") as lines:
        owners = Counter(row["CSM Email"].strip().rpartition("@")[2] for row in csv.DictReader(lines))
    return owners.most_common(1)[0][0]


def goodword(*arguments: str) -> str:
    """Run the command line and return what it prints; its own words tell what went wrong."""
    done = subprocess.run(  # noqa: S603 - our own command with arguments of our own
        [sys.executable, "-m", "goodword.config.main", *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"goodword {' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout
