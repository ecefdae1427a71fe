"""What customers speak of, on the console: listed, named, merged, hidden, and all of that taken back."""

from collections.abc import Callable

import pytest

from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("command line")


def test_themes_are_listed_and_shaped_and_put_back(
    new_console: Callable[[], Console], run_console: Callable[[], Console]
) -> None:
    assert "goodword run" in new_console().run("themes", "list").stderr
    console = run_console()
    first, second, *_ = console.json("themes", "list")
    assert first["people"] >= second["people"] > 0
    assert first["low"] < first["share"] < first["high"]
    assert "It holds everywhere, at once." in console.out("themes", "rename", first["theme"], "What they like")
    assert console.json("themes", "list")[0]["name"] == "What they like"
    console.out("themes", "merge", second["theme"], first["theme"])
    merged = console.json("themes", "list")
    assert second["theme"] not in {one["theme"] for one in merged}
    assert merged[0]["people"] >= first["people"]
    console.out("themes", "hide", first["theme"])
    assert first["theme"] not in {one["theme"] for one in console.json("themes", "list")}
    console.out("themes", "show", first["theme"])
    changes = console.json("themes", "list", "--changes")
    assert [one["deed"] for one in changes] == ["merge", "rename"]
    for one in changes:
        console.out("themes", "back", str(one["change"]))
    assert console.json("themes", "list")[:2] == [first, second]
    assert "There is no theme “skiing”" in console.run("themes", "hide", "skiing").stderr
    assert "There is no change 99." in console.run("themes", "back", "99").stderr
