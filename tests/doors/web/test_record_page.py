"""Evidence opens to its record, with the exact words marked."""

from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client, override_settings

from goodword.evidence.lake.local import LocalLake
from goodword.programme.advocates.models import Generation
from goodword.runs.workspace import create_workspace
from tests.evidence.rows import put

TEXT = "This is the third company I’ve brought you to. I don’t do that with software. <b>Never</b>"


@pytest.fixture
def lake(tmp_path: Path) -> LocalLake:
    workspace = create_workspace(tmp_path / "workspace")
    lake = LocalLake(workspace.lake)
    row = {"interaction_id": "c/9 ?", "at": datetime(2026, 11, 9, 10, 18), "channel": "call", "text": TEXT}
    put(lake, "interactions", [{**row, "record_id": "c/9 ?", "subject": "Kick-off call"}])
    return lake


@pytest.mark.django_db
def test_a_record_is_shown_whole_with_its_words_marked(reader: Client, published: Generation, lake: LocalLake) -> None:
    with override_settings(WORKSPACE=lake.path.parent):
        page = reader.get("/records/interactions/c%2F9%20%3F/?start=0&end=46&person=selin")
        plain = reader.get("/records/interactions/c%2F9%20%3F/?start=40&end=9999")
        missing = [reader.get(f"/records/{path}/") for path in ("interactions/no", "nothing/c-9", "responses/c-9")]
    assert page.status_code == 200
    assert "<mark>This is the third company I’ve brought you to.</mark> I don’t do that" in page.text
    assert "Kick-off call" in page.text
    assert "&lt;b&gt;Never&lt;/b&gt;" in page.text
    assert 'href="/people/selin/"' in page.text
    assert "<mark>" not in plain.text
    assert [answer.status_code for answer in missing] == [404, 404, 404]


@pytest.mark.django_db
def test_without_a_workspace_a_record_is_not_found(reader: Client, published: Generation, tmp_path: Path) -> None:
    with override_settings(WORKSPACE=tmp_path):
        assert reader.get("/records/interactions/c-9/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    ["start=3&end=99999", "start=5&end=5", "start=-1&end=4", "start=²&end=4", "end=4", f"start={'9' * 5000}&end=1"],
)
def test_offsets_that_make_no_sense_mark_nothing(
    reader: Client, published: Generation, lake: LocalLake, query: str
) -> None:
    with override_settings(WORKSPACE=lake.path.parent):
        page = reader.get(f"/records/interactions/c%2F9%20%3F/?{query}")
    assert page.status_code == 200
    assert "<mark>" not in page.text
