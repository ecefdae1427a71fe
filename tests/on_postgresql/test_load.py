"""A hundred thousand wishes (a million, at length) to ask the same forty people, on PostgreSQL."""

from pathlib import Path

import pytest

from goodword.programme.asks.guards import NAMES
from tests.on_postgresql.server import Database
from tests.programme.asks.asked import ATTEMPTS, PROCESSES, REQUESTERS, crowded, too_often

pytestmark = [pytest.mark.engines, pytest.mark.xdist_group("postgresql")]


def test_nobody_is_asked_too_often_however_many_ask_at_the_same_moment(
    database: Database, workspace: Path, at_length: int
) -> None:
    got, asked = crowded(database.surroundings(workspace), at_length)
    assert got.total() == PROCESSES * REQUESTERS * ATTEMPTS * at_length == 100_000 * at_length
    assert set(got) <= {"reserved", "slot", "asked-meanwhile", *NAMES}
    assert got["reserved"] == sum(len(days) for days in asked.values()) > 200
    assert {person: too_often(days) for person, days in asked.items() if too_often(days)} == {}
