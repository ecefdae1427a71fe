"""A letter that asks is sent once, whoever presses beside whoever, and whenever their machine dies."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programme.asks.asked import ROOT

pytestmark = pytest.mark.faults

KILLS = 200


def test_two_who_press_the_same_buttons_and_die_ask_everybody_once(tmp_path: Path, at_length: int) -> None:
    (tmp_path / "goodword.toml").touch()
    surroundings = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "GOODWORD_WORKSPACE": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "goodword.config.settings",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "tests.programme.asks.pressing", str(KILLS * at_length)]
    done = subprocess.run(command, env=surroundings, cwd=ROOT, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    assert told["killed"] >= KILLS * at_length
    assert told["between kills"] >= KILLS * at_length / 4, "they died before they sent anything"
    assert set(told["rows"].values()) == {told["people"]}, told["rows"]
    assert told["odd"] == []
