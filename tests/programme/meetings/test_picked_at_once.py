"""A time is picked once, reminded of once and done once, whoever presses beside whoever and whenever they die."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.own_process import surroundings_of

pytestmark = pytest.mark.faults

KILLS = 40


def test_two_who_arrange_the_same_meetings_and_die_do_nothing_twice(tmp_path: Path, at_length: int) -> None:
    command = [sys.executable, "-m", "tests.programme.meetings.picking", str(KILLS * at_length)]
    done = subprocess.run(command, env=surroundings_of(tmp_path), cwd=ROOT, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    assert told["killed"] >= KILLS * at_length
    assert set(told["rows"].values()) == {told["meetings"]}, told["rows"]
    assert set(told["odd"].values()) == {0}, told["odd"]
