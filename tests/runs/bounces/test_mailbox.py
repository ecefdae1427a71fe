"""Reports in a folder of a mailbox: read from a real IMAP server, again without harm, and nothing there is changed."""

import imaplib
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from time import monotonic, sleep

import pytest

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.bounces.models import Bounce
from goodword.programme.outbox.actions.claim_letter import claim_letter
from goodword.programme.outbox.actions.record_outcome import record_outcome
from goodword.programme.outbox.models import Letter
from goodword.programme.team.actor import Actor
from goodword.runs.bounces.mailbox import Mailbox, read_mailbox, reports_at
from goodword.runs.bounces.taking import take_from_mailbox
from goodword.runs.workspace import Workspace, open_workspace
from tests.letters import queued
from tests.reports import about, delivery_report

pytestmark = pytest.mark.django_db
BY = Actor.system("mail")
LONG_AGO = date(2000, 1, 1)
_PATIENCE_SECONDS = 20.0


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """An IMAP server on loopback, with one user."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        chosen = int(free.getsockname()[1])
    command = [str(Path(sys.executable).with_name("pymap")), "--host", "127.0.0.1", "--port", str(chosen), "--no-tls"]
    with subprocess.Popen([*command, "dict", "--demo-data"], stderr=subprocess.DEVNULL) as server:  # our own
        try:
            _wait_for(chosen)
            yield chosen
        finally:
            server.kill()


def _wait_for(port: int) -> None:
    end = monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            imaplib.IMAP4("127.0.0.1", port, timeout=5).logout()
        except OSError:
            assert monotonic() < end, "The IMAP server did not start."
            sleep(0.1)
        else:
            return


@contextmanager
def signed_in(port: int) -> Iterator[imaplib.IMAP4]:
    """The same mailbox, as its owner sees it."""
    with imaplib.IMAP4("127.0.0.1", port, timeout=5) as client:
        client.login("demouser", "demopass")
        yield client


@pytest.fixture
def folder(port: int, request: pytest.FixtureRequest) -> Mailbox:
    """An empty folder of its own."""
    name = request.node.name[:20]
    with signed_in(port) as client:
        client.create(name)
    mailbox = read_mailbox(f"imap+plain://demouser:demopass@127.0.0.1:{port}/{name}")
    assert mailbox is not None
    return mailbox


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "goodword.toml").write_text("", encoding="utf-8")
    (tmp_path / "lake").mkdir()
    return open_workspace(tmp_path)


def put(mailbox: Mailbox, *messages: bytes) -> None:
    with signed_in(mailbox.port) as client:
        for one in messages:
            client.append(mailbox.folder, "", "", one)


def sent(to: str) -> Letter:
    letter = queued(to, dedupe_key=to)
    attempt = claim_letter("somebody", now=clock.now())
    assert attempt is not None
    record_outcome(attempt, "sent", "250 kept", now=clock.now())
    return letter


def test_what_came_back_is_taken_in_once_and_stays_unread_there(workspace: Workspace, folder: Mailbox) -> None:
    put(folder, delivery_report(about(sent("hemi@teawa.example"))), b"Subject: hello\r\n\r\nIs this your address?\r\n")
    assert take_from_mailbox(workspace, folder, by=BY) == {"hard": 1, "no_report": 1}
    put(folder, delivery_report(about(sent("ana@teawa.example"))))
    assert take_from_mailbox(workspace, folder, by=BY) == {"hard": 1, "same": 1, "no_report": 1}
    assert sorted(Bounce.objects.values_list("address", flat=True)) == ["ana@teawa.example", "hemi@teawa.example"]
    with signed_in(folder.port) as client:
        client.select(folder.folder)
        assert client.search(None, "UNSEEN")[1] == [b"1 2 3"]


def test_an_empty_folder_and_one_with_older_messages_only_have_no_reports(folder: Mailbox) -> None:
    assert list(reports_at(folder, since=LONG_AGO)) == []
    put(folder, b"Subject: hello\r\n\r\nhello\r\n")
    assert len(list(reports_at(folder, since=LONG_AGO))) == 1
    assert list(reports_at(folder, since=date.today() + timedelta(days=3))) == []  # noqa: DTZ011  # the server's own day


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"password": "wrong"}, "Invalid authentication"),
        ({"folder": "No such folder"}, "cannot be read"),
        ({"port": 9}, "refused"),
    ],
)
def test_a_mailbox_that_cannot_be_read_is_told_with_the_reason(
    folder: Mailbox, change: dict[str, object], said: str
) -> None:
    fields = {name: getattr(folder, name) for name in ("host", "port", "covered", "user", "password", "folder")}
    with pytest.raises(GoodwordError, match=said) as told:
        list(reports_at(Mailbox(**fields | change), since=LONG_AGO))
    assert told.value.code == "no-mailbox"
    assert "demopass" not in str(told.value)


def test_an_address_of_a_mailbox_is_read_whole() -> None:
    assert read_mailbox("imaps://a%40b.example:p%3Aw@mail.example/Re%20ports") == Mailbox(
        "mail.example", 993, covered=True, user="a@b.example", password="p:w", folder="Re ports"
    )
    assert read_mailbox("  ") is None
    assert "p:w" not in repr(read_mailbox("imaps://a:p%3Aw@mail.example"))


@pytest.mark.parametrize(
    "url",
    [
        "smtp://a:b@mail.example",
        "imaps://mail.example",
        "imaps://a:b@mail.example:port",
        "imaps://a:b@mail.example/x?y",
        "imap+plain://a:secret@mail.example/x",
        'imaps://a:b@mail.example/x"%0d%0aLOGOUT',
    ],
)
def test_an_address_that_names_no_mailbox_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(GoodwordError) as told:
        read_mailbox(url)
    assert told.value.code == "bad-bounces-url"
    assert "secret" not in str(told.value)
