"""A letter that asks is sent once, whoever presses beside whoever, and whenever their machine dies."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.own_process import surroundings_of

pytestmark = pytest.mark.faults

KILLS = 200


def test_two_who_press_the_same_buttons_and_die_ask_everybody_once(tmp_path: Path, at_length: int) -> None:
    command = [sys.executable, "-m", "tests.programme.asks.pressing", str(KILLS * at_length)]
    done = subprocess.run(command, env=surroundings_of(tmp_path), cwd=ROOT, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    assert told["killed"] >= KILLS * at_length
    assert told["between kills"] >= KILLS * at_length / 4, "they died before they sent anything"
    assert set(told["rows"].values()) == {told["people"]}, told["rows"]
    assert told["odd"] == []
