"""The workspace's own settings do what they say: the currency of amounts, and how much a new CSM sees."""

from datetime import date
from pathlib import Path

import pytest

from goodword.evidence.intake import plan_load
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Role
from goodword.runs.intake.loading import load_plan
from goodword.runs.publication import run_day
from goodword.runs.settings.changing import change
from goodword.runs.settings.house_rules import usual_reach, workspace_language, workspace_name
from goodword.runs.workspace import Workspace, create_workspace

pytestmark = pytest.mark.django_db
CONSOLE = Actor.console()
DAY = date(2026, 11, 21)
ACCOUNTS = "account_id,name,arr,currency\noriel,Oriel Foods,94000,\nhalden,Halden,61000,GBP\n"
PEOPLE = (
    "person_key,full_name,email,account_id\n"
    "wanjiru,Wanjiru Njoroge,wanjiru@oriel.example,oriel\n"
    "tomas,Tomas Novak,tomas@halden.example,halden\n"
)
ANSWERS = (
    "response_id,person_key,account_id,asked_at,answered_at,score,comment\n"
    "r1,wanjiru,oriel,2026-11-01,2026-11-02,10,Great\n"
    "r2,tomas,halden,2026-11-01,2026-11-02,9,Great\n"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two companies: one says its currency, the other does not."""
    exports = tmp_path / "exports"
    exports.mkdir()
    for name, text in (("accounts", ACCOUNTS), ("people", PEOPLE), ("nps_responses", ANSWERS)):
        (exports / f"{name}.csv").write_text(text, encoding="utf-8")
    made = create_workspace(tmp_path / "workspace")
    load_plan(made, plan_load([exports]), by=CONSOLE)
    return made


def currencies(workspace: Workspace) -> dict[str, str]:
    """The currency of each company's revenue, as readers see it after a run."""
    generation = run_day(workspace, DAY, by=CONSOLE)
    listed = ListedPerson.objects.filter(generation=generation.number)
    return dict(listed.values_list("account_id", "account_currency"))


def test_amounts_without_a_currency_have_none_until_the_workspace_says_which(workspace: Workspace) -> None:
    assert currencies(workspace) == {"oriel": "", "halden": "GBP"}
    change(workspace.settings, "workspace.currency", "usd", by=CONSOLE)
    assert currencies(workspace) == {"oriel": "USD", "halden": "GBP"}


def test_a_new_csm_sees_their_own_accounts_unless_the_settings_say_all(workspace: Workspace) -> None:
    assert usual_reach(workspace.settings, Role.CSM) == "own"
    assert usual_reach(workspace.settings, Role.MANAGER) == "all"
    change(workspace.settings, "roles.csm.reach", "all", by=CONSOLE)
    assert usual_reach(workspace.settings, Role.CSM) == "all"


def test_a_mistyped_file_leaves_the_doors_their_defaults() -> None:
    mistyped = {"workspace": {"name": 5, "language": "klingon"}, "roles": {"csm": {"reach": 7}}}
    assert (workspace_name(mistyped), workspace_language(mistyped)) == ("", "en-gb")
    assert usual_reach(mistyped, Role.CSM) == "own"
