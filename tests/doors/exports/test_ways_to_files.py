"""Every page with a list leads to its files, narrowed as it is, and leads nobody to a file they may not have."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from goodword.evidence.intake import plan_load
from goodword.programme.advocates.models import Generation
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Role
from goodword.runs.intake.loading import load_plan
from goodword.runs.jobs.actions.ask_job import ask_job
from goodword.runs.jobs.running import RUN
from goodword.runs.workspace import Workspace
from tests.doors.exports.conftest import READERS
from tests.permissions import allows, person
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

PAGES = {
    "/people/?state=ready&page=1": ("/people/export.{}?state=ready", "/views/export.{}?state=ready"),
    "/accounts/?people=ready&page=1": ("/accounts/export.{}?people=ready", "/views/export.{}?people=ready"),
    "/today/": ("/today/export.{}", "/answers/export.{}"),
    "/search/?q=oriel": ("/search/export.{}?q=oriel",),
    "/permissions/": ("/permissions/export.{}",),
    "/notifications/": ("/notifications/export.{}",),
    "/me/tokens/": ("/me/tokens/export.{}",),
    "/team/": ("/team/export.{}",),
    "/team/tokens/": ("/team/tokens/export.{}",),
    "/data/": ("/data/sources/export.{}", "/data/imports/export.{}", "/jobs/export.{}"),
    "/data/imports/": ("/data/imports/export.{}",),
    "/data/imports/{import}/": ("/data/imports/{import}/export.{}",),
    "/jobs/{job}/": ("/jobs/export.{}",),
    "/settings/?q=rest": ("/settings/export.{}?q=rest",),
    "/settings/groups/finders/": ("/settings/groups/finders/export.{}",),
    "/audit/?verb=load&since=2026-11-01": ("/audit/export.{}?verb=load&since=2026-11-01",),
}
"""By page, the lists it offers; each in every format."""


@pytest.fixture
def places(published: Generation, workspace: Workspace, tmp_path: Path) -> dict[str, str]:
    """A published world, an import with a rejected row, a job."""
    file = tmp_path / "interactions.csv"
    file.write_text("interaction_id,at,channel,person_key,text\nt-1,no day,ticket,crm:a,x\n", encoding="utf-8")
    allows(person("hemi"), "quote")
    landed = load_plan(workspace, plan_load([file]), by=Actor.console()).import_id
    return {"import": landed, "job": str(ask_job(RUN, by=Actor.console(), key=RUN).pk)}


def filled(address: str, places: dict[str, str]) -> str:
    return address.replace("{import}", places["import"]).replace("{job}", places["job"])


def files_on(window: Client, url: str) -> set[str]:
    answer = window.get(url)
    return (
        set(re.findall(r'href="([^"]*/export\.[^"]*)"', unescape(answer.text))) if answer.status_code == 200 else set()
    )


def test_every_page_leads_to_its_lists_in_every_format(reader: Client, places: dict[str, str]) -> None:
    for page, lists in PAGES.items():
        wanted = {filled(one, places).replace("{}", ending) for one in lists for ending in READERS}
        assert files_on(reader, filled(page, places)) == wanted, page
        for url in wanted:
            answer = reader.get(url)
            answer.close()
            assert answer.status_code == 200, url


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADVOCATE])
def test_no_page_leads_to_a_file_that_one_may_not_have(role: Role, places: dict[str, str]) -> None:
    window = window_of(let_in(f"{role}@northwind.example", role))
    found = set[str]()
    for page in PAGES:
        found |= files_on(window, filled(page, places))
    assert bool(found) == (role in {Role.ADMINISTRATOR, Role.MANAGER, Role.CSM})
    for url in found:
        answer = window.get(url)
        answer.close()
        assert answer.status_code == 200, url
