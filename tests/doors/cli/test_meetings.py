"""A meeting on the console: its times, a pick, a move, calling off, how it ended, and opening it again."""

from collections.abc import Callable

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.published import publish_cast

pytestmark = pytest.mark.xdist_group("command line")

_AGREED = """
from tests.programme.meetings.agreed import agreed, offered
offered(agreed(), 3, 4)
"""


@pytest.fixture(scope="module")
def desk(new_console: Callable[[], Console]) -> Console:
    """A console in a workspace where somebody agreed to a meeting and proposed two times."""
    return publish_cast(new_console(), also=_AGREED)


def refused(desk: Console, *command: str) -> str:
    done = desk.run("needs", *command)
    assert done.returncode == 2, done.stdout
    return " ".join(done.stderr.split())


def test_a_meeting_from_its_times_to_its_end(desk: Console) -> None:
    told = desk.json("needs", "times", "1")
    first, second = (str(one["time_id"]) for one in told["times"])
    assert (told["state"], told["picked"]) == ("offered", None)
    assert "has no time 99" in refused(desk, "pick", "1", "99")
    assert "The time is agreed:" in desk.out("needs", "pick", "1", first, "--place", "https://meet.example/7")
    assert "A time is picked already." in refused(desk, "pick", "1", second)
    desk.out("needs", "pick", "1", second, "--move")
    told = desk.json("needs", "times", "1")
    assert (told["state"], told["sequence"], told["picked"]) == ("picked", 1, told["times"][1]["starts_at"])
    assert "Picked:" in desk.out("needs", "times", "1")
    assert "The meeting is called off." in desk.out("needs", "call-off", "1")
    assert "These times count no more." in refused(desk, "other-times", "1")
    assert "Request 1: done." in desk.out("needs", "end", "1", "done")
    assert [row["standing"] for row in desk.json("needs", "list", "--all")] == ["done"]
    assert "Request 1 is open again." in desk.out("needs", "reopen", "1")
    assert [row["standing"] for row in desk.json("needs", "list")] == ["agreed"]


def test_the_console_says_what_is_wrong(desk: Console) -> None:
    assert "There is no request 99." in refused(desk, "times", "99")
    desk.out("needs", "file", "--role", "CFO")
    assert "No meeting is agreed here." in refused(desk, "times", "2")
    assert "Nobody was claimed for this request." in refused(desk, "end", "2", "done")
