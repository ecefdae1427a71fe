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
