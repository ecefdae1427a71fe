"""Loading in the browser: upload, match, preview, load, see what became of every row. No page here needs a script."""

import csv
import io
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goodword.doors.web.views.data import receiving
from goodword.evidence.lake.local import LocalLake
from goodword.kit import clock
from goodword.programme.team.models.audit import AuditEntry
from goodword.programme.team.roles import Role
from goodword.runs.intake.loading import all_imports
from goodword.runs.intake.uploads import KEPT, list_uploads, sweep_uploads
from goodword.runs.jobs.models import Job
from goodword.runs.workspace import Workspace
from tests.evidence.rows import live
from tests.team import let_in

pytestmark = pytest.mark.django_db

PEOPLE = "Contact ID,Full Name,Work mail,T-shirt\nC1,Ana Lima,ana@oriel.example,M\n,Bo Ek,bo@oriel.example,L\n"
ANSWERS = 'response_id,score,comment,answered_at\nR1,9,"=1+1",2026-01-02\nR2,11,"=SUM(A1)",2026-01-02\n'

type Work = Callable[[], Job]


def file(name: str, text: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def upload(reader: Client, *files: SimpleUploadedFile) -> str:
    """Upload, and return where that leads."""
    answer = reader.post("/data/uploads/", {"files": list(files)})
    assert answer.status_code == 302, answer.text
    return str(answer["Location"])


def form(page: str) -> dict[str, str]:
    """What a browser would send back from a page: every field as it stands there."""
    fields = dict(re.findall(r'<input class="input"[^>]* name="([^"]+)" value="([^"]*)"', page))
    for name, options in re.findall(r'<select class="input"[^>]* name="([^"]+)"[^>]*>(.*?)</select>', page):
        chosen = re.search(r'<option value="([^"]*)" selected>', options)
        fields[name] = chosen[1] if chosen else ""
    return fields


def test_one_file_leads_to_its_columns_with_what_is_known_of_each(reader: Client, workspace: Workspace) -> None:
    page = reader.get(upload(reader, file("crm contacts.csv", PEOPLE))).text
    assert "<h1>crm contacts.csv</h1>" in page
    assert "Its name says so" in page
    fields = form(page)
    assert (fields["table"], fields["column-0"], fields["column-1"]) == ("people", "person_key", "full_name")
    assert "a similar name, please check" in page  # Work mail
    assert "Ana Lima · Bo Ek" in page
    assert "kept as it is" in page  # T-shirt
    assert "1 of the first 2 rows cannot be taken" in page
    assert "is empty, and no row can do without it" in page


def test_what_is_agreed_lands_and_every_row_is_accounted_for(reader: Client, workspace: Workspace, work: Work) -> None:
    where = upload(reader, file("crm contacts.csv", PEOPLE))
    asked = reader.post(where, {**form(reader.get(where).text), "do": "load"})
    job_page = asked["Location"]
    assert "waits for its turn" in reader.get(job_page).text
    assert work().state == "done"
    done = reader.get(job_page).text
    assert "2 rows were read." in done
    assert "1 new" in done
    assert "1 row could not come in." in done
    assert "Find who would put in a good word" in done
    (landed,) = all_imports(workspace)
    shown = reader.get(f"/data/imports/{landed.import_id}/").text
    assert "by Leila Haddad" in shown
    assert "Contact ID is empty, and no row can do without it." in shown
    assert "Bo Ek" in shown
    assert AuditEntry.objects.filter(verb="load", noun="import", actor_kind="user", door="web").count() == 1
    assert list_uploads(workspace) == []


def test_a_column_that_is_needed_can_be_given_to_every_row(reader: Client, workspace: Workspace, work: Work) -> None:
    where = upload(reader, file("answers.csv", ANSWERS))
    page = reader.get(where).text
    assert "no column is known to be survey" in page
    refused = reader.post(where, {**form(page), "do": "load"})
    assert refused.status_code == 422
    assert not Job.objects.exists()
    kept = reader.post(where, {**form(page), "constant-survey": "nps", "do": "check"}, follow=True).text
    assert "is not between 0 and 10" in kept
    reader.post(where, {**form(kept), "do": "load"})
    assert work().state == "done"
    assert [row["survey"] for row in live(LocalLake(workspace.lake), "responses")] == ["nps"]


def test_a_choice_counts_and_is_remembered_for_the_next_file_with_these_columns(
    reader: Client, workspace: Workspace, work: Work
) -> None:
    where = upload(reader, file("export-1.csv", "a,b,c\nC1,Ana,M\n"))
    page = reader.get(where).text
    assert "Like no table of Goodword." in page
    suggested = reader.post(where, {**form(page), "table": "people", "do": "check"}, follow=True).text
    chosen = {**form(suggested), "column-0": "person_key", "column-1": "full_name", "column-2": "", "source": "crm"}
    reader.post(where, {**chosen, "do": "load"})
    assert work().state == "done"
    (row,) = live(LocalLake(workspace.lake), "people")
    assert (row["person_key"], row["full_name"], row["source"]) == ("C1", "Ana", "crm")
    again = reader.get(upload(reader, file("another name.csv", "a,b,c\nC2,Bo,L\n"))).text
    assert "Matched as somebody said before." in again
    assert form(again)["column-1"] == "full_name"
    assert form(again)["source"] == "crm"


def test_two_columns_cannot_go_to_the_same_place(reader: Client, workspace: Workspace) -> None:
    where = upload(reader, file("crm contacts.csv", PEOPLE))
    wrong = {**form(reader.get(where).text), "column-3": "full_name", "do": "check"}
    answer = reader.post(where, wrong)
    assert answer.status_code == 422
    assert "“Full Name” and “T-shirt” both go to full name." in answer.text
    assert form(answer.text)["column-3"] == "full_name"  # what was chosen stands there, to be corrected


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("table", "secrets", "There is no table"),
        ("column-0", "password", "have no column"),
        ("timezone", "Nowhere/Else", "cannot be used"),
    ],
)
def test_a_choice_that_makes_no_sense_changes_nothing(
    reader: Client, workspace: Workspace, field: str, value: str, sentence: str
) -> None:
    where = upload(reader, file("crm contacts.csv", PEOPLE))
    page = reader.get(where).text
    answer = reader.post(where, {**form(page), field: value, "do": "check"})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert form(reader.get(where).text) == form(page)


def test_several_files_are_one_upload_and_one_import(reader: Client, workspace: Workspace, work: Work) -> None:
    where = upload(reader, file("contacts.csv", PEOPLE), file("nps answers.csv", ANSWERS), file("notes.csv", "x\n1\n"))
    page = reader.get(where).text
    assert "cannot be loaded yet" in page  # notes.csv
    assert "Load 2 files" in page
    reader.post(where, {"do": "load"})
    work()
    (landed,) = all_imports(workspace)
    assert sorted(landed.files) == ["contacts.csv", "nps answers.csv"]
    reader.post(upload(reader, file("contacts.csv", PEOPLE), file("notes.csv", "x\n1\n")), {"do": "discard"})
    assert list_uploads(workspace) == []


def test_asking_twice_is_one_load(reader: Client, workspace: Workspace) -> None:
    where = upload(reader, file("crm contacts.csv", PEOPLE))
    fields = {**form(reader.get(where).text), "do": "load"}
    assert reader.post(where, fields)["Location"] == reader.post(where, fields)["Location"]
    assert Job.objects.count() == 1


def test_rejected_rows_come_back_as_a_file_that_is_no_formula_and_loads_as_it_was(
    reader: Client, workspace: Workspace, work: Work
) -> None:
    where = upload(reader, file("nps answers.csv", ANSWERS))
    reader.post(where, {**form(reader.get(where).text), "do": "load"})
    work()
    (landed,) = all_imports(workspace)
    page = reader.get(f"/data/imports/{landed.import_id}/").text
    link = re.search(r'href="(/data/imports/[^"]+/rejected/[^"]+)"', page)
    assert link is not None
    handed = reader.get(link[1])
    assert handed["Content-Disposition"].startswith("attachment")
    text = b"".join(handed.streaming_content).decode()  # type: ignore[attr-defined]  # a streaming answer
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["comment"] == "'=SUM(A1)"
    repaired = upload(reader, file("nps answers repaired.csv", text.replace(",11,", ",10,")))
    reader.post(repaired, {**form(reader.get(repaired).text), "do": "load"})
    assert work().state == "done"
    comments = {row["response_id"]: row["comment"] for row in live(LocalLake(workspace.lake), "responses")}
    assert comments == {"R1": "=1+1", "R2": "=SUM(A1)"}


def test_a_file_that_is_too_large_is_refused_with_its_name_and_nothing_stays(
    reader: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "MOST_BYTES", 1_000)
    large = file("large.csv", "a,b\n" + "1,2\n" * 50_000)
    answer = reader.post("/data/uploads/", {"files": [file("small.csv", "a\n1\n"), large]})
    assert answer.status_code == 422
    assert "large.csv is larger than" in answer.text
    answer.close()
    assert list((workspace.path / "uploads").iterdir()) == []


def test_too_many_files_and_none_are_refused(
    reader: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "MOST_FILES", 2)
    many = reader.post("/data/uploads/", {"files": [file(f"{number}.csv", "a\n1\n") for number in range(3)]})
    assert "One upload takes at most 2 files." in many.text
    none = reader.post("/data/uploads/", {})
    assert (none.status_code, "No file was chosen." in none.text) == (422, True)
    many.close()
    assert list_uploads(workspace) == []


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd.csv", "..\\..\\boot.csv", ".hidden.csv", "a\x00b.csv", "[x]*?.csv", "é ü.csv", "~$l.csv"],
)
def test_a_file_name_means_nothing_to_the_system(reader: Client, workspace: Workspace, name: str) -> None:
    page = reader.get(upload(reader, file(name, PEOPLE)))
    assert page.status_code == 200
    (kept,) = list_uploads(workspace)
    inside = list((kept.folder / "files").iterdir())
    assert [path.name for path in inside] == list(kept.files)
    assert not kept.files[0].startswith((".", "~"))
    assert {path.parent for path in inside} == {workspace.path / "uploads" / kept.name / "files"}
    assert kept.folder.stat().st_mode & 0o077 == 0


def test_a_file_that_cannot_be_read_says_why(reader: Client, workspace: Workspace) -> None:
    page = reader.get(upload(reader, file("broken.xlsx", b"PK\x03\x04 not a workbook"))).text
    assert "broken.xlsx cannot be read as a workbook" in page
    empty = reader.get(upload(reader, file("empty.csv", b"\n"))).text
    assert "empty.csv holds no rows." in empty


def test_what_nobody_comes_back_to_is_gone_after_a_day_unless_a_job_needs_it(
    reader: Client, workspace: Workspace
) -> None:
    upload(reader, file("contacts.csv", PEOPLE), file("notes.csv", "x\n1\n"))
    (kept,) = list_uploads(workspace)
    assert "contacts.csv, notes.csv" in reader.get("/data/").text
    assert sweep_uploads(workspace, clock.now() + KEPT - timedelta(minutes=1)) == []
    later = clock.now() + KEPT + timedelta(minutes=1)
    assert sweep_uploads(workspace, later, needed=[kept.name]) == []
    assert sweep_uploads(workspace, later) == [kept.name]
    assert reader.get(f"/data/uploads/{kept.name}/").status_code == 404


def test_only_those_who_may_load_leave_files_here(workspace: Workspace) -> None:
    for role in (Role.ANALYST, Role.CSM, Role.SALES):
        # Where forged forms are looked for, a form is read before anybody asks who sent it.
        window = Client(enforce_csrf_checks=True)
        window.force_login(let_in(f"{role}@northwind.example", role))
        window.cookies["csrftoken"] = "a" * 32
        answer = window.post("/data/uploads/", {"csrfmiddlewaretoken": "a" * 32, "files": [file("c.csv", PEOPLE)]})
        assert answer.status_code == 403
    stranger = Client().post("/data/uploads/", {"files": [file("contacts.csv", PEOPLE)]})
    assert stranger.status_code == 302
    assert not (workspace.path / "uploads").exists()


def test_files_sent_with_another_form_are_not_taken(reader: Client, workspace: Workspace) -> None:
    reader.post("/theme/", {"next": "/", "files": [file("contacts.csv", PEOPLE)]}).close()
    assert list_uploads(workspace) == []
    assert not list((workspace.path / "uploads").glob("*"))


@pytest.mark.parametrize("name", ["0" * 24, "..", "%2e%2e", "x"])
def test_an_upload_that_does_not_exist_is_not_found(reader: Client, workspace: Workspace, name: str) -> None:
    assert reader.get(f"/data/uploads/{name}/").status_code in {301, 404}
    assert reader.get(f"/data/uploads/{name}/0/").status_code in {301, 404}
