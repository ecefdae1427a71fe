"""Administrators hand over everything held about somebody, and erase them; a customer's person takes their own."""

import json
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.doors.takeouts.making import make
from goodword.programme.rights.models import Erasure
from goodword.programme.team.models import AuditEntry
from goodword.runs.jobs.kinds import Task
from goodword.runs.jobs.models import Job
from goodword.runs.progress import silent
from goodword.runs.workspace import Workspace, create_workspace
from tests.authorisation.principals import publish_world, visitors
from tests.team import PASSWORD, let_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def workspace(tmp_path: Path, settings: Settings) -> Workspace:
    """A workspace with a published world."""
    made = create_workspace(tmp_path / "workspace")
    settings.WORKSPACE = made.path
    publish_world()
    return made


def taken(client: Client, url: str) -> bytes:
    """A file as a browser saves it."""
    answer = client.get(url)
    assert "attachment" in answer["Content-Disposition"]
    content = b"".join(answer)
    answer.close()
    return content


def do(workspace: Workspace, job: Job) -> None:
    make(Task(workspace, job.arguments, job.asked_by, str(job.pk), silent))


def test_an_administrator_asks_once_and_gets_both_files(workspace: Workspace) -> None:
    client = visitors()["administrator"].pages
    for _ in range(2):
        assert client.post("/people/hemi/data/export/").status_code == 302
    (job,) = Job.objects.filter(kind="takeout")
    assert "being put together" in client.get("/people/hemi/data/").text
    do(workspace, job)
    told = json.loads(taken(client, "/people/hemi/data/everything.json"))
    assert "hemi@teawa.example" in told["person"]["emails"]
    assert b"Hemi Ngata" in taken(client, "/people/hemi/data/everything.html")
    assert AuditEntry.objects.filter(verb="export", noun="person", object_id="hemi").count() == 1


def signed_in_anew(workspace: Workspace) -> Client:
    """A browser in which an administrator has just typed their password."""
    assert workspace.path.exists()
    let_in("mara@northwind.example", name="Mara")
    client = Client(headers={"accept-language": "en-GB,en;q=0.9"})
    client.post("/sign-in/", {"username": "mara@northwind.example", "password": PASSWORD})
    return client


def test_an_erasure_asks_for_the_password_again_first(workspace: Workspace) -> None:
    client = visitors()["administrator"].pages
    assert workspace.path.exists()
    assert client.get("/people/hemi/erase/")["Location"].startswith("/sign-in/again/")
    assert client.post("/people/hemi/erase/", {"name": "Hemi Ngata"}).status_code == 302
    assert not Erasure.objects.exists()


def test_nobody_is_erased_unless_the_name_is_typed(workspace: Workspace) -> None:
    client = signed_in_anew(workspace)
    assert client.get("/people/hemi/erase/").status_code == 200
    answer = client.post("/people/hemi/erase/", {"name": "Hemi"})
    assert (answer.status_code, Erasure.objects.count()) == (422, 0)
    assert "That is not the name." in answer.text


def test_whoever_types_the_name_begins_it_and_no_row_names_the_person(workspace: Workspace) -> None:
    client = signed_in_anew(workspace)
    assert client.post("/people/hemi/erase/", {"name": "Hemi Ngata"}).status_code == 302
    (erasure,) = Erasure.objects.all()
    (job,) = Job.objects.filter(kind="erase")
    assert job.arguments == {"erasure": erasure.reference}
    told = AuditEntry.objects.get(verb="erase", noun="person")
    assert told.object_id == erasure.reference
    assert "hemi" not in f"{told.before}{told.after}{told.reason}"


def test_a_customers_person_takes_their_own_and_no_other(workspace: Workspace) -> None:
    found = visitors()
    one, other = found["advocate self"], found["advocate other"]
    assert one.pages.post("/portal/say/", {"do": "export"}).status_code == 302
    (job,) = Job.objects.filter(kind="takeout")
    do(workspace, job)
    told = json.loads(taken(one.pages, "/portal/everything.json"))
    assert told["person"]["ids"] == ["rhiannon"]
    assert other.pages.get("/portal/everything.json").status_code == 404
