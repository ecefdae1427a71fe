"""A time is picked once, reminded of once and done once, whoever presses beside whoever and whenever they die."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programme.asks.asked import ROOT

pytestmark = pytest.mark.faults

KILLS = 40


def test_two_who_arrange_the_same_meetings_and_die_do_nothing_twice(tmp_path: Path, at_length: int) -> None:
    (tmp_path / "goodword.toml").touch()
    surroundings = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "GOODWORD_WORKSPACE": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "goodword.config.settings",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "tests.programme.meetings.picking", str(KILLS * at_length)]
    done = subprocess.run(command, env=surroundings, cwd=ROOT, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    assert told["killed"] >= KILLS * at_length
    assert set(told["rows"].values()) == {told["meetings"]}, told["rows"]
    assert set(told["odd"].values()) == {0}, told["odd"]
