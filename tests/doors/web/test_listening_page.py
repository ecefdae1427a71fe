"""How well listening hears, what to label next, and choosing who hears: through the pages."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from goodword.programme.labels.models import Label, ModelChoice
from goodword.programme.team.roles import Role
from goodword.runs.jobs.models import Job
from goodword.runs.labels.learning import retrained
from goodword.runs.labels.models import version_in_use
from tests.purring import loaded, said
from tests.runs.people.company import BY, Company
from tests.team import let_in, window_of

ROWS = said(12)


@pytest.fixture
def company(tmp_path: Path, settings: Settings, db: None) -> Company:
    company = loaded(tmp_path, ROWS)
    settings.WORKSPACE = company.workspace.path
    return company


@pytest.fixture
def reader(company: Company) -> Client:
    return window_of(let_in())


def label_all(client: Client, company: Company) -> None:
    for n, (words, kind) in enumerate(ROWS):
        place = {"table": "interactions", "record": f"I{n}", "start": "0", "end": str(len(words))}
        answer = client.post(f"/people/{company.id('P1')}/labels/", {**place, "kind": kind, "way": "random"})
        assert answer.status_code == 302


def test_before_there_are_labels_the_page_says_that_nobody_knows_yet(reader: Client) -> None:
    page = reader.get("/listening/").text
    assert "Don’t know yet." in page
    assert "20 labels of two kinds are needed" in page
    assert "Label sentences" in page
    assert "Learn from the labels" not in page


def test_sentences_wait_with_a_key_for_each_kind_and_do_not_come_back_once_labelled(
    reader: Client, company: Company
) -> None:
    page = reader.get("/listening/next/?batch=1").text
    waiting = re.findall(r"The ledger [^<.]+\.", page)
    assert waiting
    assert {"P", "W", "T", "C", "I", "N"} <= set(re.findall(r"<kbd[^>]*>(\w)</kbd>", page))
    label_all(reader, company)
    assert Label.objects.counting().count() == len(ROWS)
    assert "No sentence waits" in reader.get("/listening/next/?batch=1").text


def test_figures_on_ones_own_labels_stand_with_their_intervals(reader: Client, company: Company) -> None:
    label_all(reader, company)
    page = reader.get("/listening/").text
    assert "with 95 % intervals" in page
    assert "All kinds" in page
    assert "Learn from the labels" in page


def test_learning_is_asked_for_once_and_what_learnt_hears_only_when_somebody_says_so(
    reader: Client, company: Company
) -> None:
    label_all(reader, company)
    for _ in range(2):
        assert reader.post("/listening/retrain/").status_code == 302
    assert Job.objects.filter(kind="retrain").count() == 1
    shipped = version_in_use()
    row = retrained(company.workspace, by=BY)
    assert row.version in reader.get("/listening/").text
    assert version_in_use() == shipped
    assert reader.post(f"/listening/{row.version}/use/").status_code == 302
    assert version_in_use() == row.version
    assert reader.post("/listening/back/").status_code == 302
    assert version_in_use() == shipped


def test_nobody_goes_back_where_nothing_was_before(reader: Client) -> None:
    answer = reader.post("/listening/back/")
    assert answer.status_code == 422
    assert "none was before it" in answer.text
    assert not ModelChoice.objects.exists()


def test_an_analyst_reads_figures_and_chooses_nobody(company: Company) -> None:
    analyst = window_of(let_in(role=Role.ANALYST))
    page = analyst.get("/listening/").text
    assert "Label sentences" not in page
    assert analyst.get("/listening/next/").status_code == 403
    assert analyst.post("/listening/retrain/").status_code == 403
