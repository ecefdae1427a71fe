"""Whoever is killed between matching and keeping leaves the proposals of before, whole."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from tests.architecture.tree import ROOT
from tests.own_process import surroundings_of
from tests.world import TODAY


def test_a_matching_that_dies_before_any_of_its_changes_leaves_the_set_of_before(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.runs.matching_dying"]
    done = subprocess.run(command, env=surroundings_of(tmp_path), cwd=ROOT, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    assert told["killed"] >= 4
    assert told["odd"] == 0, told
    assert (told["before"][0], told["after"][0]) == ([f"{TODAY}"], [f"{TODAY + timedelta(days=1)}"])
