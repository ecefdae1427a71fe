"""A workspace with the cast, whose people open their links."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.api.rates import ALLOWANCES
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.runs.workspace import Workspace, create_workspace
from tests.world import TODAY, the_cast


@pytest.fixture(autouse=True)
def workspace(db: None, tmp_path: Path, settings: Settings) -> Workspace:
    """A workspace with the cast published; nobody is told to wait because of another test."""
    made = create_workspace(tmp_path / "workspace")
    settings.WORKSPACE = made.path
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    ALLOWANCES.forget()
    return made
