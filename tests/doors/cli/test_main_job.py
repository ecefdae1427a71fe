"""From a folder of exports to a ranked, explained list: the main job, through the command line."""

import csv
import io
import json
import math
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from python_calamine import load_workbook

from goodword.evidence.records.advocacy import ACT_KINDS
from tests.doors.cli.conftest import DAY, Console

pytestmark = pytest.mark.xdist_group("command line")

FIELDS = {
    "person_id",
    "person_keys",
    "name",
    "email",
    "account_id",
    "account",
    "state",
    "held",
    "likelihoods",
    "signals",
    "holds",
}


@cache
def found(console: Console, *more: str) -> list[dict[str, Any]]:
    people: list[dict[str, Any]] = console.json("find", "--as-of", DAY, "--limit", "0", *more)
    return people


def test_everyone_with_a_signal_a_hold_or_a_history_is_listed_and_who_rests_comes_last(console: Console) -> None:
    people = found(console)
    assert len(people) > 50
    assert all(set(person) == FIELDS for person in people)
    assert all(person["likelihoods"] for person in people)
    assert any(not person["signals"] and not person["holds"] for person in people)  # only a history
    assert all(person["held"] == (person["state"] == "resting") for person in people)
    held = [person["held"] for person in people]
    assert held == sorted(held)
    assert 0 < sum(held) < len(held)


def test_likelihoods_come_with_their_range_or_say_that_they_are_not_known(console: Console) -> None:
    likelihoods = [likely for person in found(console) for likely in person["likelihoods"].values()]
    known = [likely for likely in likelihoods if likely["known"]]
    assert 0 < len(known) < len(likelihoods)
    assert all(0 <= likely["low"] <= likely["p"] <= likely["high"] <= 1 for likely in known)
    assert all(likely["p"] is None for likely in likelihoods if not likely["known"])


def test_every_quote_stands_at_its_place_in_the_record(console: Console, sample: Path) -> None:
    texts = exported_texts(sample)
    quotes = [
        piece
        for person in found(console)
        for signal in person["signals"]
        for piece in signal["evidence"]
        if piece["quote"]
    ]
    assert len(quotes) > 30
    for piece in quotes:
        assert any(text[piece["start"] : piece["end"]] == piece["quote"] for text in texts[piece["id"]]), piece


def exported_texts(sample: Path) -> dict[str, list[str]]:
    """Every text of the exports, by the id in its row."""
    texts: dict[str, list[str]] = {}
    rows: list[list[str]] = []
    for path in sorted((sample / "exports").iterdir()):
        if path.suffix == ".jsonl":
            lines = path.read_text(encoding="utf-8").splitlines()
            rows += [[str(value) for value in json.loads(line).values()] for line in lines]
        elif path.suffix in {".csv", ".tsv"}:
            dialect = "excel-tab" if path.suffix == ".tsv" else "excel"
            with path.open(encoding="utf-8-sig", newline="") as file:
                rows += list(csv.reader(file, dialect))
        elif path.suffix == ".xlsx":
            rows += [[str(cell) for cell in row] for row in load_workbook(str(path)).get_sheet_by_index(0).to_python()]
    for row in rows:
        texts.setdefault(row[0], []).extend(row[1:])
    return texts


def test_running_twice_gives_the_same_bytes_and_touches_nothing_else(console: Console) -> None:
    before = outside_derived(console)
    first = console.out("find", "--as-of", DAY, "--limit", "0", "--format", "json")
    assert console.out("find", "--as-of", DAY, "--limit", "0", "--format", "json") == first
    assert outside_derived(console) == before


def outside_derived(console: Console) -> dict[str, int]:
    files = (path for path in console.workspace.rglob("*") if path.is_file() and "derived" not in path.parts)
    return {str(path): path.stat().st_size for path in files if not path.name.startswith("programme.sqlite3-")}


def test_shuffled_and_repeated_rows_in_another_folder_give_the_same_findings(
    console: Console, sample: Path, new_console: Callable[[], Console], tmp_path: Path
) -> None:
    chance = random.Random(7)  # noqa: S311 - a repeatable shuffle, no secret
    for path in sorted((sample / "exports").iterdir()):
        if path.suffix in {".csv", ".tsv", ".jsonl"}:
            write_shuffled(path, tmp_path / path.name, chance)
        else:
            (tmp_path / path.name).write_bytes(path.read_bytes())
    other = new_console()
    other.out("load", str(tmp_path), "--yes")
    assert found(other) == found(console)


def write_shuffled(path: Path, target: Path, chance: random.Random) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    if path.suffix == ".jsonl":
        lines = text.splitlines()
        lines += lines[: len(lines) // 3]
        chance.shuffle(lines)
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return
    dialect = csv.Sniffer().sniff(text.splitlines()[0], delimiters=",;\t")
    header, *rows = csv.reader(io.StringIO(text), dialect)
    rows += rows[: len(rows) // 3]
    chance.shuffle(rows)
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=dialect.delimiter).writerows([header, *rows])


def test_loading_again_adds_nothing_and_undo_takes_everything_back(
    sample: Path, new_console: Callable[[], Console]
) -> None:
    console = new_console()
    first = console.json("load", str(sample / "exports"), "--yes")
    second = console.json("load", str(sample / "exports"), "--yes")
    for report in (first, second):
        for counts in [report["totals"], *report["files"]]:
            assert counts["rows"] == counts["new"] + counts["changed"] + counts["same"] + counts["rejected"]
    assert second["totals"]["new"] == second["totals"]["changed"] == 0
    console.out("undo", first["import_id"])
    assert console.json("find", "--as-of", DAY)  # the second import asserts every row, too
    console.out("undo", second["import_id"])
    assert console.json("find", "--as-of", DAY) == []
    assert [bool(one["undone_at"]) for one in console.json("imports")] == [True, True]


def test_a_past_day_is_not_changed_by_what_came_later(console: Console) -> None:
    """Nothing that is found for a day stands on a fact from after it."""
    people: list[dict[str, Any]] = console.json("find", "--as-of", "2026-06-30", "--limit", "0")
    assert people
    assert all(signal["observed_at"] < "2026-07-01" for person in people for signal in person["signals"])


@pytest.mark.parametrize("kind", ["promoter", "champion"])
def test_a_signal_kind_keeps_only_people_who_show_it(console: Console, kind: str) -> None:
    people = found(console, "--kind", kind)
    showing = [person for person in found(console) if any(signal["kind"] == kind for signal in person["signals"])]
    assert people == showing
    assert people


def test_an_act_kind_ranks_by_the_likelihood_of_that_act(console: Console) -> None:
    free = [person for person in found(console, "--kind", "talk") if not person["held"]]
    numbers = [person["likelihoods"].get("talk", {}).get("p") for person in free]
    known = [number for number in numbers if number is not None]
    assert known == sorted(known, reverse=True)
    assert numbers[: len(known)] == known


def test_an_account_is_found_by_name_or_id(console: Console) -> None:
    one = next(person for person in found(console) if person["account"])
    by_name, by_id = (found(console, "--account", one[name]) for name in ("account", "account_id"))
    assert one["person_id"] in {person["person_id"] for person in by_name}
    assert by_name == by_id


def test_why_answers_with_reasons_that_sum_up(console: Console) -> None:
    one = next(person for person in found(console) if person["email"] and not person["held"])
    answer = console.json("why", one["email"], "--as-of", DAY)
    assert answer["signals"] == one["signals"]
    assert set(answer["reasons"]) == set(ACT_KINDS) - {"review"}, "public reviews go out by lot"
    for kind, likely in answer["likelihoods"].items():
        if likely["known"]:
            log_odds = sum(part["weight"] for part in answer["reasons"][kind])
            assert 1 / (1 + math.exp(-log_odds)) == pytest.approx(likely["p"], abs=1e-3)


def test_the_table_says_who_rests_and_why(console: Console) -> None:
    text = console.out("find", "--as-of", DAY, "--limit", "0")
    assert "Resting: their words are kept" in text
    assert "don't know yet" in text


def test_the_csv_has_a_row_a_person_and_no_formula(console: Console) -> None:
    rows = list(csv.reader(io.StringIO(console.out("find", "--as-of", DAY, "--limit", "0", "--format", "csv"))))
    assert len(rows) == len(found(console)) + 1
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("find", "--kind", "hero"), "There is no kind “hero”"),
        (("find", "--as-of", "yesterday"), "is no day"),
        (("find", "--account", "Nobody Ltd"), "No account has the id or name"),
        (("why", "nobody@nowhere.example"), "Nobody is known by"),
        (("undo", "1999-01-01-1"), "1999-01-01-1"),
        (("load", "/no/such/folder", "--yes"), "/no/such/folder"),
    ],
)
def test_a_wrong_word_gets_one_clear_sentence_and_no_traceback(
    console: Console, arguments: tuple[str, ...], says: str
) -> None:
    done = console.run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr.replace("\n", " ")
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_nothing_is_loaded_without_a_yes(console: Console, sample: Path) -> None:
    before = len(console.json("imports"))
    done = console.run("load", str(sample / "exports"))
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert len(console.json("imports")) == before


def test_a_suggested_map_can_be_saved_edited_and_used(
    sample: Path, new_console: Callable[[], Console], tmp_path: Path
) -> None:
    console = new_console()
    console.out("load", str(sample / "exports"), "--save-map", str(tmp_path / "map.toml"))
    assert console.json("imports") == []
    report = console.json("load", str(sample / "exports"), "--yes", "--map", str(tmp_path / "map.toml"))
    assert report["totals"]["new"] > 1000


def test_a_folder_that_is_no_workspace_says_how_to_make_one(tmp_path: Path) -> None:
    done = Console(tmp_path).run("find")
    assert done.returncode == 2
    assert "goodword init" in done.stderr
