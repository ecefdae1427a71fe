"""Fifty requesters in two processes on one database, and whether anybody was asked too often."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from tests.architecture.tree import ROOT
from tests.programme.asks.crowd import CAP, REST

MODULE = "tests.programme.asks.crowd"
PROCESSES, REQUESTERS, ATTEMPTS = 2, 25, 2_000


def crowded(surroundings: Mapping[str, str], times: int = 1) -> tuple[Counter[str], dict[str, list[date]]]:
    """Let the crowd ask, `times` as often; return what it got, and the days on which each person is to be asked."""
    _run(surroundings, "people")
    crowd = [
        subprocess.Popen(
            [sys.executable, "-m", MODULE, "ask", str(seed), str(REQUESTERS), str(ATTEMPTS * times)],
            env=dict(surroundings),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in range(PROCESSES)
    ]
    got: Counter[str] = Counter()
    for process in crowd:
        said, _ = process.communicate()
        assert process.returncode == 0
        got.update(json.loads(said))
    told = json.loads(_run(surroundings, "tell"))
    return got, {person: [date.fromisoformat(day) for day in days] for person, days in told.items()}


def too_often(days: list[date]) -> list[str]:
    """What is wrong with the sorted days on which somebody is to be asked."""
    found = [f"{later} is within {REST} days of {day}" for day, later in pairwise(days) if (later - day).days < REST]
    quarters = Counter((day.year, (day.month - 1) // 3) for day in days)
    return found + [f"{count} in quarter {quarter}" for quarter, count in quarters.items() if count > CAP]


def _run(surroundings: Mapping[str, str], *arguments: str) -> str:
    command = [sys.executable, "-m", MODULE, *arguments]
    return subprocess.run(command, env=dict(surroundings), cwd=ROOT, capture_output=True, text=True, check=True).stdout
