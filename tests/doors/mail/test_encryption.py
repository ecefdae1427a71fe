"""What travels encrypted, and to whom: only a server whose certificate this machine trusts gets letters."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.mail.sending import send_due
from goodword.doors.mail.server import Server
from goodword.kit import clock
from goodword.programme.outbox.models import Letter
from goodword.programme.outbox.standing import standing_of
from tests.letters import queued
from tests.mailserver import USER, WORD, MailServer, running

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, slots=True)
class Vault:
    """A server that only listens to those who come encrypted and know the word."""

    running: MailServer
    cover: Literal["tls", "starttls"]

    def server(self, word: bytes = WORD) -> Server:
        return Server("127.0.0.1", self.running.port, self.cover, USER.decode(), word.decode())


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for loopback that signs itself, with its key in the same file."""
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(path), "-out", f"{path}.crt"]
    subprocess.run([*command, *names], check=True, capture_output=True)
    path.write_text(path.read_text(encoding="ascii") + Path(f"{path}.crt").read_text(encoding="ascii"), "ascii")
    return path


@pytest.fixture(params=["tls", "starttls"])
def vault(request: pytest.FixtureRequest, certificate: Path, tmp_path: Path) -> Iterator[Vault]:
    with running(tmp_path, str(certificate), request.param) as server:
        yield Vault(server, request.param)


def stands() -> tuple[str, str]:
    return standing_of(Letter.objects.get(), now=clock.now())


def test_a_trusted_server_takes_letters_encrypted(
    vault: Vault, certificate: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    settings.SMTP_SERVER = vault.server()
    queued()
    send_due()
    assert stands() == ("sent", "250 2.0.0 kept")
    assert vault.running.recipients == ["hemi@teawa.example"]


def test_a_server_that_nobody_vouches_for_gets_nothing(vault: Vault, settings: Settings) -> None:
    settings.SMTP_SERVER = vault.server()
    queued()
    send_due()
    standing, answer = stands()
    assert standing == "waiting"
    assert "CERTIFICATE_VERIFY_FAILED" in answer
    assert vault.running.kept == []


def test_a_wrong_password_puts_letters_off_and_says_so(
    vault: Vault, certificate: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    settings.SMTP_SERVER = vault.server(b"another word")
    queued()
    send_due()
    standing, answer = stands()
    assert standing == "waiting"
    assert answer.startswith("535")
    assert "another word" not in answer
    assert vault.running.kept == []
