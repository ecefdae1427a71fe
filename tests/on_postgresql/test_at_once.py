"""Many at the same moment on PostgreSQL: what is to happen once happens once, and nothing that counts is lost."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.on_postgresql.server import Database, Server

pytestmark = [pytest.mark.engines, pytest.mark.xdist_group("postgresql")]

MODULE, MANY = "tests.on_postgresql.at_once", 8


@pytest.fixture(scope="module")
def told(server: Server, ours: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What eight threads got, each with its own connection."""
    database = server.make("at_once", like=ours)
    found: dict[str, Any] = json.loads(database.run(tmp_path_factory.mktemp("at_once"), "-m", MODULE).splitlines()[-1])
    return {**found, "database": database}


def test_every_job_goes_to_one_worker_and_the_same_wish_is_one_job(told: dict[str, Any]) -> None:
    assert told["jobs"]["wishes"] == 1
    assert told["jobs"]["taken"] == [1] * told["jobs"]["jobs"]


def test_of_many_who_change_a_setting_they_saw_one_is_first(told: dict[str, Any]) -> None:
    assert told["settings"] == ["SettingChange", *["setting-changed-meanwhile"] * (MANY - 1)]


def test_the_trail_takes_every_entry_in_one_chain(told: dict[str, Any], tmp_path: Path) -> None:
    assert told["trail"] == ["10"] * MANY
    database: Database = told["database"]
    ((count, last),) = database.ask("SELECT count(*), max(number) FROM team_auditentry")
    assert count == last >= 10 * MANY
    said = database.run(
        tmp_path,
        "-c",
        "import django; django.setup(); from goodword.programme.team.trail import verify; print(list(verify()))",
    )
    assert said.strip() == "[]"


def test_a_call_under_one_key_is_done_once(told: dict[str, Any]) -> None:
    answers = told["calls"]["answers"]
    assert answers.pop("done") == 1
    assert set(answers) <= {"answered before: once", "call-under-way"}


def test_no_more_calls_are_let_through_than_a_minute_allows(told: dict[str, Any]) -> None:
    assert told["calls"]["granted"] == 100


def test_a_code_of_an_app_opens_the_door_once(told: dict[str, Any]) -> None:
    assert told["doors"]["opened"] == {"302": 1, "200": MANY - 1}
    assert told["doors"]["inside"] == 1


def test_many_wrong_passwords_at_once_get_no_further_than_one_after_the_other(told: dict[str, Any]) -> None:
    looked_at = told["doors"]["tried"].get("200", 0)
    assert looked_at + told["doors"]["tried"]["429"] == MANY
    assert told["doors"]["counted"] == looked_at <= MANY // 2
    assert told["doors"]["then"] == 429


def test_a_pair_that_many_merge_is_merged_once_and_the_others_are_told_so(told: dict[str, Any]) -> None:
    people = told["people"]
    assert people["merged"] == {"Merge": 1, "one-already": MANY - 1}
    assert people["unmerged"] == 1
    assert people["rows"] == [1, 1]


def test_merges_that_meet_leave_one_person_whoever_is_first(told: dict[str, Any]) -> None:
    assert told["people"]["chain"] == {"Merge": MANY}
    assert told["people"]["roots"] == 1


def test_an_opt_out_beside_merges_holds_for_the_whole_person(told: dict[str, Any]) -> None:
    people = told["people"]
    assert people["mixed"] == {"Merge": MANY // 2, "OptOut": MANY // 2}
    assert people["opted out"] == people["one person"] == MANY + 1 + MANY // 2


def test_a_pair_is_one_person_or_two_and_never_both(told: dict[str, Any]) -> None:
    assert told["pairs"]["stand"] == [0, 1]
    decided = set(told["pairs"]["decided"])
    assert decided in ({"Merge", "one-already"}, {"Apart", "kept-apart"})


def test_a_word_that_many_give_and_take_back_is_one_and_taken_back_once(told: dict[str, Any]) -> None:
    assert (told["words"]["granted"], told["words"]["withdrawn"]) == (1, 1)
    assert told["words"]["told"] == {"grant": 1, "withdraw": 1}
