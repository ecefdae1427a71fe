"""One human being under several records, at the console; the rules themselves are tried in tests/runs/people."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.doors.cli.conftest import Console

pytestmark = pytest.mark.xdist_group("command line")

DAY = "2026-11-01"

ACCOUNTS = "account_id,name\nA1,Oriel Foods\nA2,Halden Health\n"
PEOPLE = """\
person_key,account_id,full_name,email,opted_out_on
P1,A1,Rhiannon Pugh,rhiannon@oriel.example,
P2,A2,Rhiannon Pugh,r.pugh@halden.example,
P3,A1,Ingrid Solberg,ingrid@oriel.example,
"""
RESPONSES = """\
response_id,survey,score,comment,person_key,answered_at
R1,nps,10,The close takes four days instead of two weeks,P1,2026-10-20T09:00:00Z
R2,nps,9,,P2,2026-10-22T09:00:00Z
R3,nps,9,,P3,2026-10-22T09:00:00Z
"""
ASKS = """\
ask_id,person_key,kind,asked_on,answer,answered_on
Q1,P2,quote,2026-10-25,not_now,2026-10-26
"""


@pytest.fixture
def cast(new_console: Callable[[], Console], tmp_path: Path) -> Console:
    """Rhiannon, whom two sources' rows know under two employers, and Ingrid; published."""
    console = new_console()
    load(console, tmp_path, accounts=ACCOUNTS, people=PEOPLE, responses=RESPONSES, asks=ASKS)
    console.out("run", "--as-of", DAY)
    return console


def load(console: Console, folder: Path, **tables: str) -> None:
    files = [folder / f"{name}.csv" for name in tables]
    for file, text in zip(files, tables.values(), strict=True):
        file.write_text(text, encoding="utf-8")
    console.out("load", *map(str, files), "--source", "crm", "--yes")


def shown(console: Console, who: str) -> Any:  # noqa: ANN401  # JSON is anything
    return console.json("people", "show", who)


def test_the_console_shows_merges_parts_and_opts_out(cast: Console) -> None:
    one, other = shown(cast, "P1")["person_id"], shown(cast, "P2")["person_id"]
    cast.out("people", "merge", "P1", "P2", "--reason", "the same talk, twice")
    again = cast.run("people", "merge", "P2", "P1")
    assert again.returncode == 2
    assert "mean one person already" in again.stderr
    cast.out("run", "--as-of", DAY)
    merged = shown(cast, other)
    assert {record["person_key"] for record in merged["records"]} == {"P1", "P2"}
    assert set(merged["ids"]) == {one, other}
    assert "the same talk, twice" in cast.out("people", "show", "P2")
    cast.out("people", "unmerge", str(merged["merges"][0]["merge"]))
    cast.out("run", "--as-of", DAY)
    assert shown(cast, "P2")["person_id"] == other
    assert "nobody asks them" in cast.out("opt-out", "P2", "--note", "on the phone")
    assert shown(cast, "P2")["opted_out_on"] is not None
    assert shown(cast, "P1")["opted_out_on"] is None


def test_the_console_shows_where_records_differ_and_puts_a_value_right(cast: Console, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "people.csv").write_text(
        "person_key,full_name,email\nD1,R. Pugh,rhiannon@oriel.example\n", encoding="utf-8"
    )
    cast.out("load", str(desk / "people.csv"), "--source", "desk", "--yes")
    cast.out("run", "--as-of", DAY)
    told = [one for one in shown(cast, "P1")["values"] if one["field"] == "name"]
    assert {(one["value"], one["said"][0]["source"]) for one in told} == {("Rhiannon Pugh", "crm"), ("R. Pugh", "desk")}
    assert [one["counts"] for one in told] == [True, False]
    assert "Where records differ" in cast.out("people", "show", "P1")
    assert cast.run("people", "correct", "P1", "name", "R. H. Pugh").returncode == 2
    said = cast.out("people", "correct", "P1", "name", "Rhiannon Hâf Pugh", "--reason", "her passport")
    assert "people uncorrect 1" in said
    assert shown(cast, "P1")["corrections"][0]["waits"] is True
    cast.out("run")
    after = shown(cast, "P1")
    assert (after["name"], after["corrections"][0]["waits"]) == ("Rhiannon Hâf Pugh", False)
    cast.out("people", "uncorrect", "1")
    assert shown(cast, "P1")["corrections"] == []
