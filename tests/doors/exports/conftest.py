"""Files as their readers read them."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from django.test import Client, override_settings
from python_calamine import CalamineWorkbook

from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.advocates.models import Generation
from goodword.runs.workspace import Workspace, create_workspace
from tests.team import let_in, window_of
from tests.world import TODAY, the_cast

type Cells = list[dict[str, Any]]


def csv_rows(content: bytes) -> Cells:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def xlsx_rows(content: bytes) -> Cells:
    head, *rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def parquet_rows(content: bytes) -> Cells:
    return pq.read_table(io.BytesIO(content)).to_pylist()


READERS: dict[str, Callable[[bytes], Cells]] = {"csv": csv_rows, "xlsx": xlsx_rows, "parquet": parquet_rows}


def downloaded(client: Client, url: str, **query: str) -> bytes:
    answer = client.get(url, query)
    assert answer.status_code == 200, answer.text
    content = answer.getvalue()
    assert isinstance(content, bytes)
    return content


@pytest.fixture
def reader(db: None) -> Client:
    """Leila, an administrator, signed in."""
    return window_of(let_in())


@pytest.fixture
def published(db: None) -> Generation:
    return publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The workspace that pages read and write."""
    made = create_workspace(tmp_path / "workspace")
    with override_settings(WORKSPACE=made.path):
        yield made
