"""A writer killed at any moment leaves the lake as it was before or as it was to become."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from goodword.evidence.lake.local import LocalLake
from tests.evidence.rows import facts, live, put

_ROWS = 3000
# Starts writers one after the other, so that the interpreter starts only once: a line in, a writer's number out.
_NURSERY = textwrap.dedent("""
    import os
    import sys
    from pathlib import Path
    from goodword.evidence.lake.local import LocalLake
    from tests.evidence.rows import AT, take

    def write(lake: LocalLake) -> None:
        for turn in range(1000):
            with lake.landing(AT) as landing:
                said = f"writer {os.getpid()}, turn {turn}"
                take(landing, "accounts", [{"account_id": f"A{n}", "name": said} for n in range(ROWS)], "accounts")
                take(landing, "features", [{"row_id": f"F{n}", "feature": said} for n in range(ROWS)], "features")
                landing.commit({})
            if turn % 3 == 2:  # never the first: something stays live
                lake.undo(landing.import_id, AT)

    for _ in sys.stdin:
        child = os.fork()
        if not child:
            write(LocalLake(Path(sys.argv[1])))
        print(child, flush=True)
        os.waitpid(child, 0)
""").replace("ROWS", str(_ROWS))


@pytest.mark.faults
def test_a_killed_writer_leaves_the_state_before_or_after_and_the_next_one_goes_on(tmp_path: Path) -> None:
    lake = LocalLake(tmp_path / "lake", patience_seconds=2.0)
    put(lake, "people", [{"person_key": "P1"}])
    with subprocess.Popen(
        [sys.executable, "-c", _NURSERY, str(lake.path)],
        cwd=Path(__file__).parents[3],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as nursery:
        for delay in (0.0, 0.04, 0.08, 0.14):
            kill_a_writer(nursery, lake, delay)
            assert_whole(lake)
            put(lake, "people", [{"person_key": "P1"}])  # the dead writer holds no lock and left nothing in the way
            assert_whole(lake)
        nursery.communicate()


def kill_a_writer(nursery: "subprocess.Popen[str]", lake: LocalLake, delay: float) -> None:
    """Let a writer land something, and kill it a little later, in the middle of its next import."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    before = len(lake.imports())
    nursery.stdin.write("go\n")
    nursery.stdin.flush()
    writer = int(nursery.stdout.readline())
    deadline = time.monotonic() + 20
    while len(lake.imports()) == before:
        assert time.monotonic() < deadline, "the writer landed nothing"
        time.sleep(0.005)
    time.sleep(delay)
    os.kill(writer, signal.SIGKILL)


def assert_whole(lake: LocalLake) -> None:
    """Both tables of an import are live, or none of them; and all of their rows."""
    accounts = {row["name"] for row in live(lake, "accounts")}
    features = {row["feature"] for row in live(lake, "features")}
    assert accounts == features
    assert len(accounts) == 1
    assert len(live(lake, "accounts")) == len(live(lake, "features")) == _ROWS
    assert [row["person_key"] for row in facts(lake, "people")] == ["P1"]
