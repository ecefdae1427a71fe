"""Needs on the console: filed, matched together, shown with their points, cancelled."""

from collections.abc import Callable

import pytest

from tests.doors.cli.conftest import Console
from tests.doors.cli.published import publish_cast

pytestmark = pytest.mark.xdist_group("command line")


@pytest.fixture(scope="module")
def desk(new_console: Callable[[], Console]) -> Console:
    """A console in a workspace where the cast is published."""
    return publish_cast(new_console())


def refused(desk: Console, *command: str) -> str:
    done = desk.run("needs", *command)
    assert done.returncode == 2, done.stdout
    return " ".join(done.stderr.split())


def test_a_need_is_filed_matched_at_once_and_cancelled(desk: Console) -> None:
    assert "No request is open" in desk.out("needs", "list")
    filed = desk.json("needs", "file", "--role", "finance", "--use-case", "month-end close", "--for", "=HYPERLINK(1)")
    assert (filed["need_id"], filed["standing"], filed["role"]) == (1, "open", "finance")
    told = desk.json("needs", "show", "1")
    best = told["people"][0]
    assert (best["person_id"], best["chosen"], best["fit_low"]) == ("hemi", True, 1.0)
    assert {(one["name"], one["state"]) for one in best["points"]} == {("role", "same"), ("use_case", "same")}
    assert "Hemi Ngata (hemi), fits 100 %" in desk.out("needs", "show", "1")
    assert "'=HYPERLINK(1)" in desk.out("needs", "list", "--format", "csv")
    desk.out("needs", "cancel", "1", "--reason", "The deal is lost.")
    assert "No request is open" in desk.out("match")
    assert [row["standing"] for row in desk.json("needs", "list", "--all")] == ["cancelled"]


def test_a_need_that_nobody_fits_is_answered_with_what_would_help(desk: Console) -> None:
    desk.out("needs", "file", "--industry", "Shipbuilding", "--language", "fo")
    (told,) = desk.json("match")
    assert told["people"] == told["stories"] == []
    assert told["refusals"][0]["code"] == "nobody-fits"
    assert "each point that you leave open lets more people in" in desk.out("match")


def test_the_console_says_what_is_wrong_with_a_need(desk: Console) -> None:
    assert "Nothing says whom the request needs." in refused(desk, "file")
    assert "people are drawn by lot" in refused(desk, "file", "--act", "review", "--role", "CFO")
    assert "is no day" in refused(desk, "file", "--role", "CFO", "--by", "Friday")
    assert "There is no request 99." in refused(desk, "show", "99")
