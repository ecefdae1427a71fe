"""What a change would do: tried on the same lake, exact, and without a trace."""

from datetime import date
from pathlib import Path

import pytest

from goodword.evidence.intake import plan_load
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.known import HUMANS
from goodword.programme.advocates.models import Generation
from goodword.programme.team.actor import Actor
from goodword.programme.tuning.models import SettingChange
from goodword.runs.comparison import Comparison, compare
from goodword.runs.day_findings import DayFindings
from goodword.runs.derived import Derived
from goodword.runs.intake.loading import load_plan
from goodword.runs.pipeline import find_day, open_day
from goodword.runs.previewing import is_quick, preview
from goodword.runs.publication import run_day
from goodword.runs.settings.changing import change
from goodword.runs.settings.file import as_tables
from goodword.runs.settings.setting import Value
from goodword.runs.thresholds import chosen_numbers, chosen_thresholds
from goodword.runs.workspace import Workspace, create_workspace
from goodword.sample import write_sample

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 1)
TRIALS: list[dict[str, Value]] = [
    {"finders.super_user.window_days": 30, "finders.promoter.least_score": 10, "holds.low_nps.max_score": 8},
    {"likelihood.weight.win": 0.1, "likelihood.base.talk": 0.2, "likelihood.base_mass": 20},
]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with a small sample company in it."""
    write_sample(tmp_path / "sample", accounts=6, seed=5, months=6, today=DAY)
    made = create_workspace(tmp_path / "workspace")
    load_plan(made, plan_load([tmp_path / "sample" / "exports"]), by=Actor.console())
    return made


def assert_same(one: DayFindings, two: DayFindings) -> None:
    for name in ("persons", "signals", "holds", "likelihoods"):
        assert getattr(one, name).equals(getattr(two, name)), name


def test_a_preview_is_what_a_run_with_these_settings_finds(workspace: Workspace) -> None:
    for trial in TRIALS:
        tables = as_tables(trial)
        with open_day(workspace, DAY) as work:
            before = work.findings()
            tried = work.tried(before, chosen_thresholds(tables), chosen_numbers(tables))
        real = find_day(Workspace(workspace.path, tables), DAY)
        assert_same(tried, real)
    assert preview(workspace, DAY, TRIALS[-1]) == compare(before, real)


def test_a_preview_counts_who_comes_in_and_who_drops_out(workspace: Workspace) -> None:
    told = preview(workspace, DAY, {"finders.super_user.window_days": 30})
    for one in (told.people, told.ready, told.first_page, *told.finders, *told.holds):
        assert one.after - one.before == one.came - one.left
        assert len(one.came_ids) == min(one.came, 50)
    moved = {one.name for one in told.finders if one.moves}
    assert moved == {"super_user"}
    assert not any(one.moves for one in told.holds)
    assert Comparison.from_json(told.as_json()) == told


def test_a_preview_changes_and_publishes_nothing(workspace: Workspace) -> None:
    before = find_day(workspace, DAY)
    told = preview(workspace, DAY, {"holds.resting.days": 300})
    assert not told.changes_nothing
    assert preview(workspace, DAY, {"run.at": "05:00"}).changes_nothing
    assert_same(before, find_day(workspace, DAY))
    assert not Generation.objects.exists()
    assert not SettingChange.objects.exists()


def test_a_change_in_the_app_is_what_the_next_run_finds_with(workspace: Workspace) -> None:
    before = find_day(workspace, DAY)
    change({}, "finders.promoter.least_score", 10, by=Actor.console())
    after = find_day(workspace, DAY)
    assert after.fingerprint != before.fingerprint
    assert after.signals.num_rows < before.signals.num_rows


def test_other_weights_change_the_fingerprint_but_nothing_that_was_found(workspace: Workspace) -> None:
    before = find_day(workspace, DAY)
    change({}, "likelihood.weight.win", 0.1, by=Actor.console())
    after = find_day(workspace, DAY)
    assert after.fingerprint != before.fingerprint
    assert after.signals.equals(before.signals)
    assert not after.likelihoods.equals(before.likelihoods)


def test_before_anything_is_published_a_worker_makes_the_preview(workspace: Workspace) -> None:
    assert not is_quick(workspace)


def test_a_step_that_a_killed_preview_left_does_not_make_the_next_one_quick(workspace: Workspace) -> None:
    run_day(workspace, DAY, by=Actor.console())
    assert is_quick(workspace)
    load_plan(workspace, plan_load([something_new(workspace)]), by=Actor.console())
    assert not is_quick(workspace)
    Derived(workspace.derived, LocalLake(workspace.lake).generation()).put("links", HUMANS.empty())
    assert not is_quick(workspace)


def something_new(workspace: Workspace) -> Path:
    path = workspace.path / "people.csv"
    path.write_text("person_key,full_name\nP1,Ana Lima\n", encoding="utf-8")
    return path
