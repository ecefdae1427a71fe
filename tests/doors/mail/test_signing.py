"""Letters are signed where a key is set, and whoever gets one can check it."""

import base64
import hashlib
import re
import subprocess
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from goodword.doors.mail.sending import send_due
from goodword.doors.mail.signing import read_signer
from goodword.kit.errors import GoodwordError
from tests.letters import queued
from tests.mailserver import MailServer

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dkim") / "key.pem"
    subprocess.run(["openssl", "genrsa", "-out", str(path), "2048"], check=True, capture_output=True)
    return path


def holds(raw: bytes, key: Path) -> bool:
    """Whether the signature holds, read as RFC 6376 says and checked by openssl, with nothing of ours."""
    head, body = raw.split(b"\r\n\r\n", 1)
    fields = re.split(rb"\r\n(?![ \t])", head)
    tags = dict(part.strip().split(b"=", 1) for part in re.sub(rb"\s", b"", fields[0].split(b":", 1)[1]).split(b";"))
    plain = re.sub(rb"[ \t]+(?=\r\n)", b"", re.sub(rb"[ \t]+", b" ", body))
    plain = re.sub(rb"(\r\n)*\Z", b"\r\n", plain, count=1)
    if base64.b64encode(hashlib.sha256(plain).digest()) != tags[b"bh"]:
        return False
    named = {field.split(b":", 1)[0].lower(): field for field in fields[1:]}
    chosen = [named[name] for name in tags[b"h"].split(b":")] + [re.sub(rb"b=[^;=]*={0,2}\Z", b"b=", fields[0])]
    told = []
    for field in chosen:
        name, value = field.split(b":", 1)
        told.append(name.lower() + b":" + b" ".join(value.split()))
    (key.parent / "told").write_bytes(b"\r\n".join(told))
    (key.parent / "signature").write_bytes(base64.b64decode(tags[b"b"]))
    public = ["openssl", "rsa", "-in", "key.pem", "-pubout", "-out", "public.pem"]
    subprocess.run(public, check=True, capture_output=True, cwd=key.parent)
    command = ["openssl", "dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", "told"]
    return subprocess.run(command, check=False, capture_output=True, cwd=key.parent).returncode == 0


def test_what_arrives_carries_a_signature_that_holds_and_breaks_with_a_word(
    mail_server: MailServer, settings: Settings, key: Path
) -> None:
    settings.DKIM = read_signer(str(key), "2026a")
    queued(
        text=".Élan\n" + "words " * 300,
        html="<p>Élan</p>",
        subject="Grüße",
        unsubscribe_url="https://n.example/stop/a/",
    )
    send_due()
    raw = mail_server.kept[0]["raw"].encode("latin-1")
    assert raw.startswith(b"DKIM-Signature:")
    assert holds(raw, key)
    for name in (b"list-unsubscribe", b"list-unsubscribe-post", b"from", b"message-id"):
        assert name in raw.split(b"\r\nFrom:")[0].lower(), name
    for before, after in ((b"words words", b"words, words"), (b"/stop/a/", b"/stop/b/")):
        assert before in raw
        assert not holds(raw.replace(before, after, 1), key)


def test_without_a_key_nothing_is_signed(mail_server: MailServer, settings: Settings) -> None:
    settings.DKIM = read_signer("", " ")
    queued()
    send_due()
    assert "DKIM-Signature" not in mail_server.messages[0]


def test_a_key_that_cannot_sign_is_said_at_the_start(key: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.pem"
    words.write_text("no key", encoding="utf-8")
    short = tmp_path / "short.pem"
    subprocess.run(["openssl", "genrsa", "-out", str(short), "512"], check=True, capture_output=True)
    for path, selector in ((key, ""), (tmp_path / "none", "2026a"), (words, "2026a"), (short, "2026a"), (key, "a b")):
        with pytest.raises(GoodwordError, match="cannot be signed") as caught:
            read_signer(str(path), selector)
        assert "GOODWORD_DKIM_SELECTOR" in caught.value.mend
