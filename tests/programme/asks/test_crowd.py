"""A hundred thousand wishes (a million, at length) to ask the same forty people, on the database of a first start."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from goodword.programme.asks.guards import NAMES
from tests.architecture.tree import ROOT
from tests.own_process import surroundings_of
from tests.programme.asks.asked import ATTEMPTS, PROCESSES, REQUESTERS, crowded, too_often

pytestmark = pytest.mark.faults

MIGRATE = (
    "import django; django.setup(); from django.core.management import call_command as c; c('migrate', verbosity=0)"
)


def test_nobody_is_asked_too_often_however_many_ask_at_the_same_moment(tmp_path: Path, at_length: int) -> None:
    surroundings = surroundings_of(tmp_path)
    subprocess.run([sys.executable, "-c", MIGRATE], env=surroundings, cwd=ROOT, check=True)
    got, asked = crowded(surroundings, at_length)
    assert got.total() == PROCESSES * REQUESTERS * ATTEMPTS * at_length == 100_000 * at_length
    assert set(got) <= {"reserved", "slot", "asked-meanwhile", *NAMES}
    assert got["reserved"] == sum(len(days) for days in asked.values()) > 200
    assert {person: too_often(days) for person, days in asked.items() if too_often(days)} == {}


def test_the_check_sees_what_is_wrong() -> None:
    days = [date(2026, 1, 5), date(2026, 1, 20), date(2026, 2, 20)]
    assert too_often(days) == ["2026-01-20 is within 20 days of 2026-01-05", "3 in quarter (2026, 0)"]
