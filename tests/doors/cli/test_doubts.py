"""Rows that cannot be right are loaded and kept whole, and each says why: after a load, after a run, on request."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from goodword.evidence.lake.local import LocalLake
from tests.doors.cli.ageing import script
from tests.doors.cli.conftest import Console
from tests.doors.cli.odd_rows import (
    ACCOUNTS,
    EMPLOYMENTS,
    MANY,
    NAMES,
    SHARED,
    SHARERS,
    write_odd,
    write_shared,
)

pytestmark = pytest.mark.xdist_group("doubts")

LOOK = """
import json
import pyarrow.parquet as pq
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.advocates.search.engine import search
current = Publication.current()
people = {row.person_id: row for row in ListedPerson.objects.within(current)}
def keys(typed):
    return sorted({key for hit in search(current, typed) if hit.kind == "person" for key in people[hit.id].person_keys})
(path,) = (workspace / "derived").glob("*/moves-*.parquet")
moved = {row["person_id"] for row in pq.read_table(path).to_pylist()}
print(json.dumps({
    "moved": [key for ident in moved for key in people[ident].person_keys],
    "people": {key: [row.name, row.account_id] for row in people.values() for key in row.person_keys},
    "count": len(people),
    "found": {typed: keys(typed) for typed in TYPED},
}))
"""
TYPED = {
    "garcia lopez": ["n00", "n01"],
    "García": ["n00", "n01"],
    "太郎": ["n02"],
    "سلمان": ["n03"],
    "shaun": ["n04"],
    "berg": ["n05"],
    "anna schmidt": ["n06"],
    "נועה": ["n07"],
    "میخواهم": ["n08"],
    "prince": ["n09"],
    "evil twin": ["odd-bidi"],
    "zerowidth joiner": ["odd-width"],
    "yyyyyyyyyyyy": ["odd-long"],
}
"""What somebody types, and the keys of whom that finds."""


@pytest.fixture(scope="module")
def loaded(
    new_console: Callable[[], Console], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Console, dict[str, Any], str]:
    """A workspace with the odd exports: the console, what the load said of each file, what the run said."""
    console, folder = new_console(), tmp_path_factory.mktemp("odd")
    write_odd(folder)
    report = console.json("load", str(folder), "--yes")
    return console, {Path(file["path"]).stem: file for file in report["files"]}, console.out("run")


@pytest.fixture(scope="module")
def told(loaded: tuple[Console, dict[str, Any], str]) -> dict[tuple[str, str], dict[str, str]]:
    """The doubts by kind and record."""
    return {(row["kind"], row["record_id"]): row for row in loaded[0].json("doubts")}


@pytest.fixture(scope="module")
def seen(loaded: tuple[Console, dict[str, Any], str]) -> dict[str, Any]:
    """Who is published, and whom searches find."""
    done = script(loaded[0].workspace, LOOK.replace("TYPED", repr([*TYPED, *MANY])))
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def records(console: Console, table: str) -> list[dict[str, Any]]:
    return [row for rows in LocalLake(console.workspace / "lake").stored(table) for row in rows.to_pylist()]


def test_nothing_is_rejected_and_nothing_is_lost(loaded: tuple[Console, dict[str, Any], str]) -> None:
    console, files, _said = loaded
    assert {name: (file["new"], file["rejected"]) for name, file in files.items()} == {
        "accounts": (len(ACCOUNTS), 0),
        "people": (len(NAMES) + 1, 0),
        "employments": (len(EMPLOYMENTS), 0),
    }
    names = {row["person_key"]: row["full_name"] for row in records(console, "people")}
    assert {key: names[key] for key in NAMES} == NAMES
    days = {row["row_id"]: (str(row["started_on"]), str(row["ended_on"])) for row in records(console, "employments")}
    assert days["swapped"] == ("2024-05-01", "2023-01-01")


def test_owners_in_a_circle_are_named_with_the_way_round_and_the_rest_goes_on(
    told: dict[tuple[str, str], dict[str, str]], seen: dict[str, Any]
) -> None:
    ring = {record: row for (kind, record), row in told.items() if kind == "circular_parents"}
    assert {record: row["value"] for record, row in ring.items()} == {
        "alder": "alder → birch → cedar → alder",
        "birch": "birch → cedar → alder → birch",
        "cedar": "cedar → alder → birch → cedar",
    }
    assert ring["alder"]["reason"] == "The account owns itself, through others"
    assert "Correct the parent of one account" in ring["alder"]["mend"]
    assert seen["people"]["n05"][1] == "elm"  # who hangs below the circle stays where they are


def test_an_account_that_is_its_own_parent_is_said_at_its_line(
    loaded: tuple[Console, dict[str, Any], str], told: dict[tuple[str, str], dict[str, str]]
) -> None:
    (doubt,) = loaded[1]["accounts"]["doubts"]
    assert (doubt["line"], doubt["kind"], doubt["header"]) == (5, "own_parent", "parent_account_id")
    assert told["own_parent", "dogwood"]["mend"].startswith("Name the account that owns it")


def test_swapped_days_are_said_at_their_line_and_make_no_move(
    loaded: tuple[Console, dict[str, Any], str], told: dict[tuple[str, str], dict[str, str]], seen: dict[str, Any]
) -> None:
    (doubt,) = loaded[1]["employments"]["doubts"]
    assert (doubt["line"], doubt["kind"], doubt["header"]) == (2, "reversed_dates", "ended_on")
    assert doubt["value"] == told["reversed_dates", "swapped"]["value"] == "2024-05-01 – 2023-01-01"
    assert "n00" not in seen["moved"]


def test_employments_that_overlap_are_both_kept_and_said_and_make_no_move(
    told: dict[tuple[str, str], dict[str, str]], seen: dict[str, Any]
) -> None:
    assert "n02" not in seen["moved"]
    assert {record for kind, record in told if kind == "overlaps"} == {"two-1", "two-2"}
    assert told["overlaps", "two-1"]["value"] == "elm, 2020-01-01 – 2023-01-01"


def test_employers_that_nobody_knows_are_said(told: dict[tuple[str, str], dict[str, str]]) -> None:
    assert told["unknown_account", "unknown"]["value"] == "yew"
    assert told["no_company", "nobody"]["value"] == "self employed"


def test_names_of_any_script_are_kept_found_and_not_doubted(
    told: dict[tuple[str, str], dict[str, str]], seen: dict[str, Any]
) -> None:
    shown = {key: seen["people"][key][0] for key in NAMES}
    assert shown == NAMES | {"odd-bidi": "evil Twin", "odd-width": "ZeroWidth Joiner"}
    assert {typed: seen["found"][typed] for typed in TYPED} == TYPED
    doubted = {record for _kind, record in told if record in NAMES}
    assert doubted == {key for key in NAMES if key.startswith("odd")}


def test_names_that_cannot_be_right_say_what_is_wrong_and_hide_nothing(
    loaded: tuple[Console, dict[str, Any], str], told: dict[tuple[str, str], dict[str, str]]
) -> None:
    found = {record: (kind, row["value"]) for (kind, record), row in told.items() if record in NAMES}
    assert found == {
        "odd-bidi": ("unseen_signs", "[U+202E]evil[U+202C] Twin"),
        "odd-width": ("unseen_signs", "Zero[U+200B]Width Jo[U+200D]iner"),
        "odd-emoji": ("no_letters", NAMES["odd-emoji"]),
        "odd-number": ("no_letters", "12345"),
        "odd-encoding": ("wrong_encoding", "JosÃ© PÃ©rez (José Pérez)"),
        "odd-lost": ("lost_letters", NAMES["odd-lost"]),
        "odd-long": ("long_name", "x" * 40 + "… (300)"),
    }
    at_load = {doubt["kind"] for doubt in loaded[1]["people"]["doubts"]}
    assert at_load == {kind for kind, _value in found.values()} | {"many_addresses"}


def test_somebody_with_300_addresses_stays_one_person_whom_each_address_finds(
    loaded: tuple[Console, dict[str, Any], str], told: dict[tuple[str, str], dict[str, str]], seen: dict[str, Any]
) -> None:
    assert [mail for mail in MANY if seen["found"][mail] != ["mona"]] == []
    assert told["many_addresses", "mona"]["value"] == "299"
    assert sorted(loaded[0].json("people", "show", MANY[299])["emails"]) == sorted(MANY)
    said = loaded[0].out("people", "show", MANY[0])
    assert "and 295 more" in said
    assert "[bold]" not in said


def test_a_run_and_the_doctor_say_how_many_and_where_to_look(loaded: tuple[Console, dict[str, Any], str]) -> None:
    console, _files, said = loaded
    assert "3 in accounts: The account owns itself, through others: alder (alder → birch → cedar → alder)" in said
    assert "goodword doubts" in said
    check = next(one for one in console.json("doctor")["findings"] if one["name"] == "doubts")
    assert check["state"] == "to know"
    assert "1 in employments: The last day is before the first (swapped)" in check["found"]
    assert "goodword doubts" in check["mend"]


def test_one_kind_can_be_asked_for_and_an_unknown_one_names_those_there_are(
    loaded: tuple[Console, dict[str, Any], str],
) -> None:
    rows = loaded[0].out("doubts", "--kind", "own_parent", "--format", "csv").splitlines()
    assert [row.split(",")[:3] for row in rows[1:]] == [["own_parent", "accounts", "dogwood"]]
    done = loaded[0].run("doubts", "--kind", "nonsense")
    assert done.returncode == 2
    assert "reversed_dates" in done.stderr


def test_who_has_not_run_yet_is_told_so(new_console: Callable[[], Console]) -> None:
    done = new_console().run("doubts")
    assert done.returncode == 2
    assert "Start: goodword run" in done.stderr


def test_ten_thousand_people_with_one_mailbox_stay_ten_thousand_people(
    new_console: Callable[[], Console], tmp_path: Path
) -> None:
    console = new_console()
    write_shared(tmp_path / "shared")
    (people,) = (
        file
        for file in console.json("load", str(tmp_path / "shared"), "--yes")["files"]
        if file["path"].endswith("people.csv")
    )
    assert (people["new"], people["rejected"]) == (SHARERS, 0)
    said = console.out("run")
    assert f"{SHARERS:,} in people: Several people share this address: k0 ({SHARED} ({SHARERS}))" in said
    done = script(console.workspace, LOOK.replace("TYPED", "[]"))
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["count"] == len(found["people"]) == SHARERS
    rows = console.json("doubts", "--kind", "shared_mailbox")
    assert {row["record_id"] for row in rows} == {f"k{n}" for n in range(SHARERS)}
