"""A text on the console: only heard, or kept, heard and on Today at once."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("command line")

WIN = "We cut onboarding from six weeks to four days"


@pytest.fixture
def console(run_console: Callable[[], Console]) -> Console:
    """A workspace of this test's own, in which everything was found as of today."""
    console = run_console()
    console.out("run")
    return console


def somebody(console: Console, *, held: bool = False) -> dict[str, Any]:
    return next(row for row in console.json("find", "--limit", "0") if row["held"] is held and row["person_keys"])


def rows(console: Console, question: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(console.workspace / "programme.sqlite3")) as database:
        return database.execute(question, values).fetchall()


def moments_of(console: Console, person: str) -> list[tuple[Any, ...]]:
    current = "(SELECT generation_id FROM advocates_publication)"
    return rows(
        console,
        f"SELECT signal_id, resting, words FROM advocates_moment WHERE person_id = ? AND generation_id = {current}",
        person,
    )


def test_a_text_of_nobody_is_heard_and_nothing_is_kept(new_console: Callable[[], Console]) -> None:
    console = new_console()
    shown = console.out("hear", f"Hello. {WIN}.")
    for word in ("win", WIN, "six weeks", "four days", "onboarding", "rules-"):
        assert word in shown
    told = console.json("hear", f"Hello. {WIN}.")
    (remark,) = told["remarks"]
    assert (told["kept"], remark["kind"], remark["quote"]) == (False, "win", f"{WIN}.")
    assert f"Hello. {WIN}."[remark["start"] : remark["end"]] == remark["quote"]
    assert "Nothing was heard" in console.out("hear", "Hello.")
    assert console.json("imports") == []


def test_a_text_of_somebody_is_on_today_at_once_and_the_next_run_finds_the_same(console: Console) -> None:
    person = somebody(console)
    first = console.json("hear", WIN, "--person", person["person_keys"][0])
    (moment,) = moments_of(console, person["person_id"])
    assert moment[0] == first["moment"]["signal_id"]
    assert WIN in moment[2]
    again = console.json("hear", WIN, "--person", person["person_id"])
    assert (first["new"], again["new"]) == (True, False)
    assert moments_of(console, person["person_id"]) == [moment]
    console.out("run")
    assert moments_of(console, person["person_id"])[0][0] == moment[0]
    signals = rows(console, "SELECT count(*) FROM advocates_signal WHERE signal_id = ?", moment[0])
    assert signals[0][0] == len(rows(console, "SELECT number FROM advocates_generation"))  # once in each generation


def test_who_opted_out_gets_no_moment_and_who_rests_goes_on_resting(console: Console) -> None:
    person, resting = somebody(console), somebody(console, held=True)
    console.out("opt-out", person["person_keys"][0])
    told = console.json("hear", WIN, "--person", person["person_id"])
    assert (told["kept"], told["moment"], told["why_not"]) == (True, None, "opted_out")
    assert all(WIN not in str(words) for _, _, words in moments_of(console, person["person_id"]))
    assert console.json("hear", WIN, "--person", resting["person_id"])["moment"]["resting"] is True


def test_a_complaint_lets_its_person_rest(console: Console) -> None:
    person = somebody(console)
    console.out("hear", WIN, "--person", person["person_id"])
    told = console.json(
        "hear", "It was great until the last update, now nothing works.", "--person", person["person_id"]
    )
    assert told["why_not"] == "nothing"
    assert [resting for _, resting, _ in moments_of(console, person["person_id"])] == [1]


def test_nobody_is_guessed(console: Console) -> None:
    for arguments, why in (
        (["--person", "Nobody At All"], "Nobody is known by"),
        (["--person", somebody(console)["person_id"], "--account", "Nowhere"], "no account"),
        (["--person", somebody(console)["person_id"], "--channel", "fax"], "no channel"),
        (["--person", somebody(console)["person_id"], "--at", "soon"], "no instant"),
        (["--at", "2026-11-21"], "Only a text that is kept"),
    ):
        done = console.run("hear", WIN, *arguments)
        assert done.returncode == 2
        assert why in done.stderr
