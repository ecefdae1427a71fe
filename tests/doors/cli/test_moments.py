"""Moments on the console: who waits for an answer, and thanking, putting off, letting pass and taking back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("command line")


@pytest.fixture
def console(run_console: Callable[[], Console]) -> Console:
    return run_console()


def waiting(console: Console) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = console.json("moments", "list", "--limit", "0")
    return rows


def test_each_person_has_one_moment_with_their_words_and_what_to_do(console: Console) -> None:
    rows = waiting(console)
    assert len({row["person_id"] for row in rows}) == len(rows) > 0
    won = next(row for row in rows if row["kind"] == "win")
    assert won["words"]
    assert (won["act_kind"], won["step"].partition(" ")[0]) == ("quote", "Thank")
    assert won["words"][:20] in console.out("moments", "list", "--limit", "0").replace("\n", " ")


def test_only_the_moments_of_one_owner_are_listed(console: Console) -> None:
    owner = next(row["owner"] for row in waiting(console) if row["owner"])
    mine = console.json("moments", "list", "--owner", owner.upper(), "--limit", "0")
    assert {row["owner"] for row in mine} == {owner}
    assert console.json("moments", "list", "--owner", "nobody@goodword.example") == []
    assert "Nobody waits for an answer." in console.out("moments", "list", "--owner", "nobody@goodword.example")


def test_who_rests_stands_apart_with_the_reason(console: Console) -> None:
    resting = console.json("moments", "list", "--resting", "--limit", "0")
    assert resting
    assert all(row["held"] for row in resting)
    assert {row["person_id"] for row in resting}.isdisjoint(row["person_id"] for row in waiting(console))


@pytest.mark.parametrize("verb", ["thank", "pass", "later"])
def test_what_was_answered_waits_no_more_until_it_is_taken_back(console: Console, verb: str) -> None:
    first = waiting(console)[0]
    console.out("moments", verb, first["person_id"], "--note", "by telephone")
    assert first["person_id"] not in {row["person_id"] for row in waiting(console)}
    console.out("moments", "undo", first["person_id"])
    assert waiting(console)[0] == first
    done = console.run("moments", "undo", first["person_id"])
    assert (done.returncode, "Nobody answered their moment." in done.stderr) == (2, True)


def test_a_moment_is_answered_once(console: Console) -> None:
    person = waiting(console)[0]["person_id"]
    console.out("moments", "thank", person)
    console.out("moments", "thank", person)
    done = console.run("moments", "pass", person)
    assert (done.returncode, "It was answered before: thank." in done.stderr) == (2, True)
    trail = [row for row in console.json("audit", "list") if row["noun"] == "moment"]
    assert len(trail) == 1


def test_a_moment_is_put_off_to_a_day_to_come(console: Console) -> None:
    person, today = waiting(console)[0]["person_id"], datetime.now(UTC).date()
    over = console.run("moments", "later", person, "--until", today.isoformat())
    assert (over.returncode, "later day" in over.stderr) == (2, True)
    assert (today + timedelta(days=3)).isoformat() in console.out(
        *("moments", "later", person, "--until", (today + timedelta(days=3)).isoformat())
    )


def test_who_has_no_moment_is_told_so(console: Console) -> None:
    there = {row["person_id"] for row in waiting(console)}
    there |= {row["person_id"] for row in console.json("moments", "list", "--resting", "--limit", "0")}
    other = next(row for row in console.json("find", "--limit", "0") if row["person_id"] not in there)
    done = console.run("moments", "thank", other["person_id"])
    assert (done.returncode, "has no moment" in done.stderr) == (2, True)
