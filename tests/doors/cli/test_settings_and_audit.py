"""Settings and the audit trail on the console."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.doors.cli.conftest import Console

REST = "holds.resting.days"


@pytest.fixture(scope="module")
def fresh(new_console: Callable[[], Console]) -> Console:
    return new_console()


def test_a_setting_is_set_with_its_reason_looked_up_and_taken_back(fresh: Console) -> None:
    assert "45" in fresh.out("settings", "get", REST)
    assert "The next run uses it." in fresh.out("settings", "set", REST, "60", "--reason", "tired")
    told = fresh.json("settings", "get", REST)
    assert (told["value"], told["default"], told["set_by"]) == (60, 45, "app")
    assert [row["key"] for row in fresh.json("settings", "list", "--changed")] == [REST]
    assert [row["reason"] for row in fresh.json("settings", "history", REST)] == ["tired"]
    assert "= 45" in fresh.out("settings", "reset", REST)
    assert fresh.json("settings", "list", "--changed") == []


def test_the_file_is_named_where_it_says_so(fresh: Console) -> None:
    config: Path = fresh.workspace / "goodword.toml"
    before = config.read_text(encoding="utf-8")
    config.write_text(f"{before}\n[holds.not_now]\ndays = 30\n", encoding="utf-8")
    try:
        told = fresh.json("settings", "get", "holds.not_now.days")
    finally:
        config.write_text(before, encoding="utf-8")
    assert (told["value"], told["set_by"], told["in_file"]) == (30, "goodword.toml", 30)


def test_a_weight_below_zero_can_be_typed(fresh: Console) -> None:
    assert "-2.0" in fresh.out("settings", "set", "likelihood.weight.declined", "-2")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((REST, "5000"), "above 1000"),
        (("holds.resting.weeks", "5"), "no setting"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_way_out(fresh: Console, arguments: tuple[str, str], says: str) -> None:
    done = fresh.run("settings", "set", *arguments)
    assert done.returncode == 2
    assert says in done.stderr


def test_the_trail_is_listed_checked_and_written_out(fresh: Console) -> None:
    fresh.out("settings", "set", REST, "70")
    listed = fresh.json("audit", "list", "--noun", "setting", "--limit", "1")
    assert [(row["verb"], row["object_id"], row["who"]) for row in listed] == [("change", REST, "Console")]
    assert "The chain holds" in fresh.out("audit", "verify")
    assert "up to entry" in fresh.out("audit", "verify", "--all")
    lines = fresh.out("audit", "export").splitlines()
    assert lines[0].startswith("number,at,who,")
    assert len(lines) - 1 == len(fresh.json("audit", "list", "--limit", "1000"))
    assert fresh.json("audit", "list", "--from", "2001-01-01", "--to", "2001-01-02") == []
