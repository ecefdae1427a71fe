"""Debian's chromium, driven by playwright against a live server on loopback."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from goodword.evidence.lake.local import LocalLake
from goodword.programme.advocates.actions.publish_findings import publish_findings
from goodword.programme.team.models import User
from goodword.runs.workspace import create_workspace
from tests.browser.premises import Premises, furnish
from tests.browser.visits import Theme, Visit, Visitor
from tests.evidence.rows import put
from tests.team import let_in
from tests.world import TODAY, the_cast


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--every-size", action="store_true", help="look at every page as every role at every size, and keep pictures"
    )


@pytest.fixture
def people(transactional_db: None) -> User:
    """The cast, and Leila who may see it."""
    publish_findings(the_cast().findings(), as_of=TODAY, fingerprint="the cast")
    return let_in()


@pytest.fixture
def records(tmp_path: Path, settings: Settings) -> str:
    """A workspace with what Selin said on the phone, and the address of that record."""
    workspace = create_workspace(tmp_path / "workspace")
    said = "This is the third company I’ve brought you to. I don’t do that with software."
    row = {"interaction_id": "c-9", "record_id": "c-9", "at": datetime(2026, 11, 9, 10, 18), "channel": "call"}
    put(LocalLake(workspace.lake), "interactions", [{**row, "text": said, "subject": "Kick-off call"}])
    settings.WORKSPACE = workspace.path
    return "/records/interactions/c-9/?start=0&end=46&person=selin"


@pytest.fixture
def premises(transactional_db: None, tmp_path: Path, settings: Settings) -> Premises:
    """One of everything, and everybody who may look at it."""
    workspace = create_workspace(tmp_path / "workspace")
    settings.WORKSPACE, settings.DESIGN_PAGE = workspace.path, True
    return furnish(workspace, tmp_path)


@pytest.fixture
def visit(chromium: Browser, live_server: LiveServer, pytestconfig: pytest.Config) -> Iterator[Visitor]:
    """Open windows, and close them at the end."""
    contexts = []
    pictures = bool(pytestconfig.getoption("--every-size", default=False))

    def start(*, width: int = 1440, theme: Theme = "light", script: bool = True) -> Visit:
        height = 900 if width > 1000 else 844
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme, java_script_enabled=script
        )
        contexts.append(context)
        return Visit(context.new_page(), live_server.url, pictures)

    yield start
    for context in contexts:
        context.close()
