"""Sources, imports, and the rows of one that could not come in, as files."""

from pathlib import Path

import pytest
from django.test import Client

from goodword.evidence.intake import plan_load
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.roles import Role
from goodword.runs.intake.loading import REJECTED, load_plan, undo_import
from goodword.runs.workspace import Workspace
from tests.doors.exports.conftest import READERS, csv_rows, downloaded
from tests.team import let_in, window_of

pytestmark = pytest.mark.django_db

CONSOLE = Actor.console()
TICKETS = (
    "interaction_id,at,channel,person_key,text,_line,Ärger\n"
    "t-1,2026-11-18 09:00:00,ticket,crm:a,All is well,1,\n"
    't-2,no day at all,ticket,crm:b,"Not, well\nat all",2,sehr\n'
    ",2026-11-18 09:00:00,ticket,crm:c,Nor this,3,\n"
)
ANSWERS = "response_id,survey,score,person_key,answered_at\nr-1,nps,9,crm:a,someday\n"
every_format = pytest.mark.parametrize("ending", READERS)


def load(workspace: Workspace, folder: Path, **files: str) -> str:
    """Load files by their names, and return the import's."""
    paths = [folder / f"{name}.csv" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return load_plan(workspace, plan_load(paths), by=CONSOLE).import_id


@every_format
def test_the_list_of_imports_is_that_of_the_page(
    reader: Client, workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    first = load(workspace, tmp_path, interactions=TICKETS)
    second = load(workspace, tmp_path, responses=ANSWERS, interactions=TICKETS)
    undo_import(workspace, first, by=CONSOLE)
    rows = READERS[ending](downloaded(reader, f"/data/imports/export.{ending}"))
    assert [row["import_id"] for row in rows] == [second, first]
    newest, oldest = rows
    assert (newest["files"], newest["loaded_by"]) == ("responses.csv; interactions.csv", "Console")
    assert [int(oldest[name]) for name in ("rows", "new", "changed", "same", "rejected")] == [3, 1, 0, 0, 2]
    undone = [row.get("undone_at", row.get("undone_at (UTC)")) for row in rows]
    assert undone[0] in ("", None)
    assert undone[1]
    assert [row["undone_by"] or "" for row in rows] == ["", "Console"]


@every_format
def test_the_list_of_sources_says_what_each_brought_and_when(
    reader: Client, workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    name = load(workspace, tmp_path, interactions=TICKETS)
    (row,) = READERS[ending](downloaded(reader, f"/data/sources/export.{ending}"))
    assert (row["source"], row["table"], row["state"], int(row["rows"])) == ("files", "interactions", "unknown", 1)
    assert (str(row["newest"]), row["last_import_id"]) == ("2026-11-18", name)
    assert "complaint" in row["holds"].split()


@every_format
def test_rejected_rows_have_their_cells_their_lines_and_the_reasons(
    reader: Client, workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    name = load(workspace, tmp_path, interactions=TICKETS, responses=ANSWERS)
    late, nameless, score = READERS[ending](downloaded(reader, f"/data/imports/{name}/export.{ending}"))
    assert (late["_file"], late["_table"], int(late["_line"])) == ("interactions.csv", "interactions", 3)
    assert "column at: 'no day at all'" in late["_why"]
    assert (late["interaction_id"], late["at"], late["text"]) == ("t-2", "no day at all", "Not, well\nat all")
    assert (late["Ärger"], late["_line_"]) == ("sehr", "2"), "a header of theirs that we need gets a line behind it"
    assert int(nameless["_line"]) == 5, "the row before it took two lines"
    assert "interaction_id" in nameless["_why"]
    assert (score["_file"], score["score"], score["interaction_id"] or "") == ("responses.csv", "9", "")
    entry = AuditEntry.objects.latest("number")
    assert (entry.object_id, entry.facts_after["rows"], entry.facts_after["filters"]) == (
        "rejected",
        3,
        {"import": name},
    )


def test_an_import_that_is_not_there_is_missing_and_one_without_faults_is_an_empty_list(
    reader: Client, workspace: Workspace, tmp_path: Path
) -> None:
    name = load(workspace, tmp_path, interactions="\n".join(TICKETS.splitlines()[:2]))
    assert csv_rows(downloaded(reader, f"/data/imports/{name}/export.csv")) == []
    assert reader.get("/data/imports/2001-01-01-1/export.csv").status_code == 404


def test_rows_that_are_gone_are_told_and_never_left_out(reader: Client, workspace: Workspace, tmp_path: Path) -> None:
    name = load(workspace, tmp_path, interactions=TICKETS, responses=ANSWERS)
    kept = sorted((workspace.path / REJECTED).glob(".*.jsonl"))
    assert len(kept) == 2
    kept[0].unlink()
    answer = reader.get(f"/data/imports/{name}/export.xlsx")
    assert answer.status_code == 409
    assert "The rejected rows of interactions.csv are not in the workspace any more." in answer.text
    assert not AuditEntry.objects.filter(verb="export").exists()


def test_the_file_that_is_corrected_and_loaded_again_stays_as_it_is(
    reader: Client, workspace: Workspace, tmp_path: Path
) -> None:
    name = load(workspace, tmp_path, interactions=TICKETS)
    file = next((workspace.path / REJECTED).glob("*.csv"))
    url = f"/data/imports/{name}/rejected/{file.name}"
    assert f'href="{url}"' in reader.get(f"/data/imports/{name}/").text
    content = downloaded(reader, url)
    assert content == file.read_bytes()
    assert list(csv_rows(content)[0]) == [*TICKETS.splitlines()[0].split(","), "_why"]


def test_rejected_rows_are_for_those_who_load(workspace: Workspace, tmp_path: Path) -> None:
    name = load(workspace, tmp_path, interactions=TICKETS)
    for role, status in ((Role.MANAGER, 200), (Role.CSM, 403), (Role.ANALYST, 403)):
        answer = window_of(let_in(f"{role}@northwind.example", role)).get(f"/data/imports/{name}/export.csv")
        assert answer.status_code == status
        answer.close()
