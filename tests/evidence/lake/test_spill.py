"""What did not fit into memory is gone with the process that wrote it, also where that was killed."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from goodword.evidence.lake.local.engine import engine
from goodword.evidence.lake.local.spill import spill_folder, sweep_spills

KILLED = """
import os, signal
from goodword.evidence.lake.local.engine import engine
with engine() as connection:
    ((folder,),) = connection.sql("SELECT current_setting('temp_directory')").fetchall()
    with open(os.path.join(folder, "rows.tmp"), "w") as file:
        file.write("ada@oriel.example")
    print(folder, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def own_temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.faults
def test_what_a_killed_process_spilled_is_removed_by_the_next(own_temporary: Path) -> None:
    surroundings = {**os.environ, "TMPDIR": str(own_temporary)}
    killed = subprocess.run([sys.executable, "-c", KILLED], env=surroundings, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    folder = Path(killed.stdout.decode().strip())
    assert (folder / "rows.tmp").is_file()
    with engine():
        assert not folder.exists()
    assert list(own_temporary.iterdir()) == []


def test_what_somebody_at_work_spills_is_left_alone(own_temporary: Path) -> None:
    with spill_folder() as mine:
        (mine / "rows.tmp").touch()
        assert sweep_spills() == 0
        assert (mine / "rows.tmp").exists()
    assert list(own_temporary.iterdir()) == []
