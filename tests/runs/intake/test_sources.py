"""The health of sources: their own habit says what is late, and guard rails are named by what they read."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodword.evidence.intake import plan_load
from goodword.programme.team.actor import Actor
from goodword.runs.intake.loading import load_plan, undo_import
from goodword.runs.intake.sources import holds_reading, rhythm, sources_of
from goodword.runs.workspace import Workspace, create_workspace

TODAY = date(2026, 11, 19)


def every(days: int, count: int, ago: int) -> list[date]:
    """So many days with something, the last of them so long ago."""
    return [TODAY - timedelta(days=ago + days * number) for number in reversed(range(count))]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (every(1, 30, ago=0), (1, "fresh")),
        (every(1, 30, ago=2), (1, "fresh")),
        (every(1, 30, ago=3), (1, "late")),
        (every(1, 30, ago=9), (1, "silent")),
        (every(7, 10, ago=8), (7, "fresh")),
        (every(7, 10, ago=9), (7, "late")),
        (every(30, 8, ago=60), (30, "late")),
        (every(30, 8, ago=63), (30, "silent")),
        (every(1, 4, ago=90), (None, "unknown")),
        ([], (None, "unknown")),
    ],
)
def test_late_is_what_is_quiet_for_longer_than_ever(days: list[date], expected: tuple[int | None, str]) -> None:
    assert rhythm(days, TODAY) == expected


@given(st.sets(st.integers(0, 400), min_size=5, max_size=60), st.integers(0, 200))
def test_a_source_that_stays_quiet_never_becomes_fresher(ago: set[int], wait: int) -> None:
    days = sorted(TODAY - timedelta(days=number) for number in ago)
    order = ("fresh", "late", "silent")
    now, later = rhythm(days, TODAY)[1], rhythm(days, TODAY + timedelta(days=wait))[1]
    assert order.index(now) <= order.index(later)


def test_guard_rails_are_named_by_the_tables_they_read() -> None:
    assert {"urgent_ticket", "low_csat", "complaint"} <= set(holds_reading("interactions"))
    assert "low_nps" in holds_reading("responses")
    assert {"resting", "capped", "never"} <= set(holds_reading("asks"))
    assert holds_reading("people") == ("opted_out",)
    assert holds_reading("features") == ()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "workspace")


def load(workspace: Workspace, name: str, text: str, source: str) -> str:
    path = workspace.path / name
    path.write_text(text, encoding="utf-8")
    return load_plan(workspace, plan_load([path], source=source), by=Actor.console()).import_id


@pytest.mark.django_db
def test_rows_are_counted_by_source_and_follow_imports_and_undos(workspace: Workspace) -> None:
    crm = load(workspace, "people.csv", "person_key,full_name\nP1,Ana\nP2,Bo\n", "crm")
    load(
        workspace,
        "contracts.csv",
        "contract_id,account_id,kind,start_on,signed_on\nK1,A1,new,2027-01-01,2027-01-01\n",
        "billing",
    )
    found = {source.name: source for source in sources_of(workspace, TODAY)}
    assert {name: source.rows for name, source in found.items()} == {"billing": 1, "crm": 2}
    assert found["crm"].last_import_of("people") is not None
    # A contract signed in the future is a plan; it makes nothing fresh.
    assert [table.newest for source in found.values() for table in source.tables] == [None] * len(found)
    undo_import(workspace, crm, by=Actor.console())
    assert "crm" not in {source.name for source in sources_of(workspace, TODAY)}
