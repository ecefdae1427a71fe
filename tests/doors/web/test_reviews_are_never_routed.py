"""Nobody is sent to a review site for their score: every door in the browser, and for programs, refuses it."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.asks.models import Ask
from goodword.programme.lots.models import Invitation
from goodword.programme.needs.models import Need
from goodword.programme.outbox.models import Letter
from goodword.programme.permissions.facts import policies_of_kinds
from goodword.programme.team.roles import Role
from goodword.runs.workspace import create_workspace
from tests.doors.api.conftest import Program, problem_in, program_of
from tests.doors.exports.conftest import csv_rows, downloaded
from tests.team import let_in, window_of
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def surroundings(db: None, settings: Settings, tmp_path: Path) -> None:
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # nothing is sent here
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.DEFAULT_FROM_EMAIL = "Goodword <goodword@northwind.example>"
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


@pytest.fixture
def boss() -> Client:
    return window_of(let_in(role=Role.ADMINISTRATOR))


@pytest.fixture
def program() -> Program:
    return program_of(let_in("program@northwind.example", Role.ADMINISTRATOR))


def nobody_was_asked() -> bool:
    return not (Ask.objects.exists() or Letter.objects.exists() or Invitation.objects.exists())


def test_the_letter_that_asks_is_not_written_for_a_review(boss: Client) -> None:
    page = boss.get("/people/hemi/ask/review/").text
    assert "drawn by lot" in page
    words = {"subject": "A review", "text": "Dear {person}: {answer_link} {stop_link}", "token": "t", "because": "Why"}
    boss.post("/people/hemi/ask/review/", words)
    assert nobody_was_asked()
    assert 'href="/people/hemi/ask/review/"' not in boss.get("/people/hemi/").text


def test_a_request_for_a_review_is_none(boss: Client, program: Program) -> None:
    assert "review" not in boss.get("/requests/new/").text.casefold()
    boss.post("/requests/new/", {"act_kind": "review", "role": "CFO", "token": "t"})
    problem_in(program.post("/needs", {"act_kind": "review", "role": "CFO"}), 422, "by-lot-only")
    assert not Need.objects.exists()


def test_programs_are_told_that_reviews_go_by_lot(program: Program) -> None:
    told = program.get("/people/hemi/may", verb="ask", act_kind="review").json()
    assert (told["may"], told["refusal"]["code"]) == (False, "by-lot-only")
    kinds = {one["code"]: one for one in program.get("/kinds").json()["items"]}
    assert kinds["review"]["by_choice"] is False


def test_no_list_filter_view_or_file_says_who_is_likely_to_review_well(boss: Client, program: Program) -> None:
    columns = csv_rows(downloaded(boss, "/people/export.csv"))[0]
    assert "person_id" in columns
    assert not [name for name in columns if "review" in name]
    everybody = boss.get("/people/").text.count("data-item")
    for path in ("/people/?kind=review", "/people/?act=review", "/people/?sort=review"):
        assert boss.get(path, follow=True).text.count("data-item") == everybody
    for one in program.get("/people").json()["items"]:
        assert one["best"] is None or one["best"]["act"] != "review"


FORM = {"load": 1, "minutes": 10, "rest_days": 30, "audience": "public", "asked_for": "on"}


def test_no_setting_makes_a_review_something_people_are_chosen_for(boss: Client) -> None:
    for changed in ({"by_choice": "on"}, {"by_choice": "on", "public_review": "on"}, {"public_review": ""}):
        answer = boss.post("/settings/kinds/review/change/", FORM | changed | {"do": "save"})
        assert "Asking only those who are content" in answer.text
    kind = policies_of_kinds()["review"]
    assert (kind.by_choice, kind.public_review) == (False, True)


def test_a_review_under_another_name_is_no_kind_people_are_chosen_for(boss: Client) -> None:
    before = set(policies_of_kinds())
    names = {"Review on Peerview": "peer", "Online reviews": "online", "Bewertung": "wertung", "Voice": "app_review"}
    for label, code in names.items():
        boss.post("/settings/kinds/add/", FORM | {"label": label, "code": code, "by_choice": "on"})
    boss.post(
        "/settings/kinds/add/", FORM | {"label": "Peerview", "code": "p", "by_choice": "on", "public_review": "on"}
    )
    assert set(policies_of_kinds()) == before
    boss.post("/settings/kinds/add/", FORM | {"label": "Podcast", "code": "podcast", "by_choice": "on"})
    assert set(policies_of_kinds()) == before | {"podcast"}
