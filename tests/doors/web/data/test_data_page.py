"""The data page: sources with their health, imports, undo, and starting what takes a while."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client

from goodword.evidence.intake import plan_load
from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Role
from goodword.runs.intake.labelling import label_synthetic, says_synthetic, unlabel_synthetic
from goodword.runs.intake.loading import all_imports, load_plan
from goodword.runs.jobs import queue
from goodword.runs.jobs.models import Job
from goodword.runs.publication import run_day
from goodword.runs.workspace import CONFIG_NAME, Workspace
from tests.doors.exports.conftest import downloaded
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

type Work = Callable[[], Job]


def load(workspace: Workspace, name: str, text: str) -> str:
    path = workspace.path / name
    path.write_text(text, encoding="utf-8")
    return load_plan(workspace, plan_load([path]), by=Actor.console()).import_id


def tickets(until: date, days: int = 30) -> str:
    """A ticket every day."""
    rows = [f"T{n},{until - timedelta(days=n)}T09:00:00Z,ticket,It works.,P1\n" for n in range(days)]
    return "interaction_id,at,channel,text,person_key\n" + "".join(rows)


def test_a_source_that_is_silent_says_since_when_and_which_guard_rails_read_it(
    reader: Client, workspace: Workspace
) -> None:
    load(workspace, "tickets.csv", tickets(clock.today() - timedelta(days=9)))
    page = reader.get("/data/").text
    assert "files, interactions: usually every day, last 9 days ago." in page
    assert "urgent ticket" in page.lower()
    assert "Silent" in page


def test_a_source_within_its_habit_is_fresh_and_raises_nothing(reader: Client, workspace: Workspace) -> None:
    load(workspace, "tickets.csv", tickets(clock.today()))
    page = reader.get("/data/").text
    assert "Of what comes in: one fresh." in page
    assert 'class="note stop"' not in page
    assert 'class="note hold"' not in page


def test_an_empty_workspace_leads_to_loading_and_to_the_sample(reader: Client, workspace: Workspace) -> None:
    page = reader.get("/data/").text
    assert 'action="/data/sample/"' in page
    assert 'action="/data/uploads/"' in page
    started = reader.post("/data/sample/")
    assert started["Location"] == f"/jobs/{Job.objects.get().pk}/"


def test_the_sample_does_not_mix_with_data(reader: Client, workspace: Workspace) -> None:
    load(workspace, "tickets.csv", tickets(clock.today()))
    answer = reader.post("/data/sample/")
    assert answer.status_code == 409
    assert "this one holds data" in answer.text
    assert not Job.objects.exists()


def test_undo_says_what_it_would_withdraw_and_does_it_as_a_job(
    reader: Client, workspace: Workspace, work: Work
) -> None:
    kept, import_id = (load(workspace, "tickets.csv", tickets(clock.today(), days)) for days in (10, 30))
    asked = reader.get(f"/data/imports/{import_id}/undo/").text
    assert "20 rows are withdrawn" in asked
    assert "10 stay, as another import has them" in asked
    assert [one.undone_at for one in all_imports(workspace)] == [None, None]
    job_page = reader.post(f"/data/imports/{import_id}/undo/")["Location"]
    assert reader.post(f"/data/imports/{import_id}/undo/")["Location"] == job_page
    assert work().state == "done"
    assert "The import is undone." in reader.get(job_page).text
    listed = reader.get("/data/imports/").text
    assert "undone" in listed
    shown = reader.get(f"/data/imports/{import_id}/").text
    assert "by Leila Haddad" in shown
    assert "Undo this import" not in shown
    assert "Undo this import" in reader.get(f"/data/imports/{kept}/").text
    assert reader.get(f"/data/imports/{import_id}/undo/").status_code == 302


def test_progress_is_in_the_row_so_a_reload_and_a_part_of_the_page_say_the_same(
    reader: Client, workspace: Workspace
) -> None:
    load(workspace, "tickets.csv", tickets(clock.today()))
    job_page = reader.post("/data/run/")["Location"]
    now = clock.now()
    job = queue.claim("anna", now)
    assert job is not None
    queue.tell(job, stage="listen", done=0, total=0, ready_at=None)
    assert "listening to what was said, length not known yet" in reader.get(job_page).text
    queue.tell(job, stage="listen", done=1, total=4, ready_at=now + timedelta(minutes=3))
    for page in (job_page, f"{job_page}progress/", "/data/"):
        assert "25 %" in reader.get(page).text
        assert "about 3 min" in reader.get(page).text
    part = reader.get(f"{job_page}progress/").text
    assert "<html" not in part
    assert f'hx-get="{job_page}progress/"' in part
    assert "25 %" in reader.get("/jobs/under-way/").text
    queue.finish(job, {"generation": 1}, clock.now())
    over = reader.get(f"{job_page}progress/").text
    assert "Published." in over
    assert "hx-get" not in over


def test_a_run_is_asked_for_once_and_can_be_cancelled(reader: Client, workspace: Workspace) -> None:
    first = reader.post("/data/run/")["Location"]
    assert reader.post("/data/run/")["Location"] == first
    assert "Cancelled." in reader.post(f"{first}cancel/", follow=True).text
    assert "Cancelled." in reader.post(f"{first}cancel/", follow=True).text
    assert reader.post("/data/run/")["Location"] != first


def test_an_error_is_said_with_how_to_mend_it(reader: Client, workspace: Workspace, work: Work) -> None:
    where = reader.post("/data/run/")["Location"]
    (workspace.path / CONFIG_NAME).write_text("[finders.flying]\nx = 1\n", encoding="utf-8")
    job = queue.claim("anna", clock.now())
    assert job is not None
    queue.hand_back(job, clock.now())
    Job.objects.update(kind="undo", arguments={"import_id": "2026-01-01-9"})
    assert work().state == "failed"
    assert "There is no import 2026-01-01-9" in reader.get(where).text


@pytest.mark.parametrize(
    "path", ["/data/imports/no-such/", "/data/imports/no-such/undo/", "/jobs/99/", "/jobs/99/progress/"]
)
def test_what_is_not_there_is_not_found(reader: Client, workspace: Workspace, path: str) -> None:
    assert reader.get(path).status_code == 404


def test_an_analyst_sees_the_state_of_the_data_and_no_row_of_it(workspace: Workspace) -> None:
    import_id = load(
        workspace, "people.csv", "person_key,full_name,email\nP1,Ana,a@oriel.example\n,Bo Ek,b@x.example\n"
    )
    analyst = window_of(let_in("ines@northwind.example", Role.ANALYST))
    page, shown = analyst.get("/data/").text, analyst.get(f"/data/imports/{import_id}/").text
    assert "people" in page
    for text in (page, shown):
        assert "Bo Ek" not in text
        assert 'method="post" enctype' not in text
        assert "/data/run/" not in text
    for path in ("/data/run/", "/data/sample/", f"/data/imports/{import_id}/undo/", "/data/uploads/"):
        assert analyst.post(path).status_code == 403
    assert analyst.get(f"/data/imports/{import_id}/rejected/{import_id}-1-people.csv").status_code == 403
    assert not Job.objects.exists()


def test_nobody_reaches_other_files_through_rejected_rows(reader: Client, workspace: Workspace) -> None:
    import_id = load(workspace, "people.csv", "person_key,full_name\nP1,Ana\n,Bo\n")
    for name in ("..%2Fgoodword.toml", "goodword.toml", f".{import_id}-1-people.parts.jsonl", "x"):
        assert reader.get(f"/data/imports/{import_id}/rejected/{name}").status_code == 404


def test_a_get_changes_nothing(reader: Client, workspace: Workspace) -> None:
    for path in ("/data/run/", "/data/sample/", "/data/uploads/", "/jobs/1/cancel/"):
        assert reader.get(path).status_code in {404, 405}
    assert not Job.objects.exists()


@pytest.mark.parametrize(
    "written",
    [
        "",
        '[workspace]\nname = "Northwind"\n',
        '# none\n[run]\nat = "03:00"\n',
        '[run]\nat = "03:00"\n\n[workspace]  # us\n',
    ],
)
def test_the_label_goes_on_and_off_and_the_settings_stay(tmp_path: Path, written: str) -> None:
    workspace = Workspace(tmp_path)
    config = tmp_path / CONFIG_NAME
    config.write_text(written, encoding="utf-8")
    label_synthetic(workspace)
    label_synthetic(workspace)
    assert says_synthetic(tmp_path)
    unlabel_synthetic(workspace)
    assert not says_synthetic(tmp_path)
    kept = config.read_text(encoding="utf-8")
    assert all(line in kept for line in written.splitlines())


ODD = "account_id,name,parent_account_id\nA1,Oriel Foods,A2\nA2,Halden Health,A1\n"


def test_rows_that_do_not_count_as_they_stand_are_shown_with_what_to_do(reader: Client, workspace: Workspace) -> None:
    load(workspace, "accounts.csv", ODD)
    load(workspace, "people.csv", 'person_key,full_name,account_id\nP1,"\u202eevil",A1\n')
    assert 'id="doubts"' not in reader.get("/data/").text
    run_day(workspace, clock.today(), by=Actor.console())
    page = reader.get("/data/").text
    assert "The account owns itself, through others." in page
    assert "Correct the parent of one account of the circle" in page
    assert "A1 → A2 → A1" in page
    assert "[U+202E]evil" in page
    assert "\u202e" not in page.partition('id="doubts"')[2].partition("</section>")[0]
    lines = list(csv.reader(io.StringIO(downloaded(reader, "/data/doubts/export.csv").decode("utf-8-sig"))))
    assert [line[:3] for line in lines[1:]] == [
        ["circular_parents", "accounts", "A1"],
        ["circular_parents", "accounts", "A2"],
        ["unseen_signs", "people", "P1"],
    ]


def test_what_doubtful_rows_hold_is_shown_to_those_who_load_alone(workspace: Workspace) -> None:
    load(workspace, "accounts.csv", ODD)
    run_day(workspace, clock.today(), by=Actor.console())
    other = window_of(let_in("nils@northwind.example", Role.ANALYST))
    page = other.get("/data/").text
    assert "The account owns itself, through others." in page
    assert "A1 → A2 → A1" not in page
    assert other.get("/data/doubts/export.csv").status_code == 403
