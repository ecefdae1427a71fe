"""What was heard, on the console."""

from collections.abc import Callable

import pytest

from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("command line")


def test_who_heard_what_is_listed_and_nothing_is_read_twice(
    new_console: Callable[[], Console], run_console: Callable[[], Console]
) -> None:
    assert "Nothing was heard yet" in new_console().out("listening", "versions")
    console = run_console()
    (used,) = console.json("listening", "versions")
    assert (used["standing"], used["texts"] > 0, used["remarks"] > 0) == ("in use", True, True)
    assert console.out("listening", "reread").startswith("0 texts were read.")
    assert used["name"] in console.out("listening", "versions")
