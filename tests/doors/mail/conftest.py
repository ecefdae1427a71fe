"""A mail server that takes our letters, or fails to."""

from collections.abc import Iterator

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.mail.server import read_server
from tests.mailserver import MailServer, running


@pytest.fixture(scope="session")
def one_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailServer]:
    with running(tmp_path_factory.mktemp("mail")) as server:
        yield server


@pytest.fixture
def mail_server(one_server: MailServer, settings: Settings) -> MailServer:
    """The server, empty, and named in the settings."""
    one_server.clear()
    settings.SMTP_SERVER = read_server(one_server.url)
    return one_server
