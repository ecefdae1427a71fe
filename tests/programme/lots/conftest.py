"""What every test of the lot stands on: the cast is published, letters wait, and any hour is one to write."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.runs.workspace import create_workspace
from tests.world import TODAY, the_cast

pytestmark = pytest.mark.django_db


ANY_HOUR = {"letters": {"from": "00:00", "until": "00:00", "weekends": True}}


@pytest.fixture(autouse=True)
def surroundings(db: None, settings: Settings, tmp_path: Path) -> None:
    settings.SMTP_SERVER = read_server("smtp://127.0.0.1:9")  # letters wait in the outbox; nothing is sent here
    settings.WORKSPACE = create_workspace(tmp_path / "workspace").path
    settings.SITE_URL = "https://goodword.northwind.example"
    settings.WORKSPACE_SETTINGS = ANY_HOUR
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
