"""A mail server of our own, as a process of its own: it writes down what it took, and fails where it is told to.

`python -m tests.mailserver LOG` listens on a free port of loopback and prints it. Each message that it holds is one
JSON line in LOG, written before anything is answered. The address says what goes wrong:

    later-mail@ later-rcpt@ later-data@ later-end@    4xx at that command; `end` is the answer after the words
    once-rcpt@ once-data@ once-end@                   4xx there the first time, taken the next time
    never-mail@ never-rcpt@ never-data@ never-end@    5xx there
    close-rcpt@ close-data@ close-end@                the line breaks there; at `end` the message was kept
    drop-before@                                      the line breaks after the words, the message was not kept
    nonsense@                                         the last answer is no answer
    slow-N@                                           the last answer takes N milliseconds

`python -m tests.mailserver LOG CERTIFICATE tls` (or `starttls`) listens only to those who come encrypted and know the
user's name and the word below.
"""

import asyncio
import json
import os
import re
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

_ANSWERS = {"later": "451 4.3.0 come back later", "never": "554 5.7.1 never"}
_KEPT = "250 2.0.0 kept"
_PATIENCE_SECONDS = 20
USER, WORD = b"goodword", b"a word: with #"


class Faults:
    """Keeps messages, and fails as the recipient's address says."""

    def __init__(self, log: Path) -> None:
        self.log = log
        self.put_off: set[str] = set()

    async def handle_MAIL(  # noqa: N802  # aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self._fault(server, address, "mail") or "250 OK"

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        fault = self._fault(server, address, "rcpt")
        if not fault:
            envelope.rcpt_tos.append(address)
        return fault or "250 OK"

    async def handle_DATA(  # noqa: N802  # aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        [to] = envelope.rcpt_tos
        early = self._fault(server, to, "data")
        if early:
            return early
        if to.startswith("drop-before@"):
            _hang_up(server)
            return "250 nobody hears this"
        if to.startswith(("later-end@", "never-end@", "once-end@")):
            return self._fault(server, to, "end") or self._keep(to, envelope)
        self._keep(to, envelope)
        slow = re.match(r"slow-(\d+)", to)
        if slow:
            await asyncio.sleep(int(slow[1]) / 1000)
        if to.startswith("nonsense@"):
            return "hello?"
        return self._fault(server, to, "end") or _KEPT

    def _fault(self, server: SMTP, address: str, place: str) -> str:
        kind, _, rest = address.partition("@")[0].partition("-")
        if rest != place:
            return ""
        if kind == "close":
            _hang_up(server)
        if kind == "once":
            if address in self.put_off:
                return ""
            self.put_off.add(address)
            return _ANSWERS["later"]
        return _ANSWERS.get(kind, "421 closing" if kind == "close" else "")

    def _keep(self, to: str, envelope: Envelope) -> str:
        content = envelope.content
        raw = content.encode() if isinstance(content, str) else content or b""
        line = json.dumps({"to": to, "from": envelope.mail_from, "raw": raw.decode("latin-1")})
        with self.log.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
            file.flush()
            os.fsync(file.fileno())
        return _KEPT


def _hang_up(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


def _knows(_server: SMTP, _session: Session, _envelope: Envelope, _how: str, said: object) -> AuthResult:
    known = isinstance(said, LoginPassword) and (said.login, said.password) == (USER, WORD)
    return AuthResult(success=known, handled=False)


async def serve(log: Path, certificate: str = "", cover: str = "plain") -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER) if certificate else None
    if context is not None:
        context.load_cert_chain(certificate)
    later, at_once = (context, None) if cover == "starttls" else (None, context)

    faults = Faults(log)

    def conversation() -> SMTP:
        closed = {"authenticator": _knows, "auth_required": True, "auth_require_tls": cover == "starttls"}
        more: dict[str, Any] = closed if certificate else {}
        return SMTP(faults, tls_context=later, require_starttls=later is not None, **more)

    listening = await asyncio.get_running_loop().create_server(conversation, "127.0.0.1", 0, ssl=at_once)
    sys.stdout.write(f"{listening.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await listening.serve_forever()


@dataclass(frozen=True, slots=True)
class MailServer:
    """A running server."""

    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"smtp+plain://127.0.0.1:{self.port}"

    @property
    def kept(self) -> list[dict[str, Any]]:
        """Envelopes it holds, in order."""
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    @property
    def recipients(self) -> list[str]:
        return [one["to"] for one in self.kept]

    @property
    def messages(self) -> list[EmailMessage]:
        """Messages it holds, parsed as a mail program does."""
        parsed = [message_from_bytes(one["raw"].encode("latin-1"), policy=default) for one in self.kept]
        return [message for message in parsed if isinstance(message, EmailMessage)]

    def clear(self) -> None:
        self.log.unlink(missing_ok=True)


@contextmanager
def running(folder: Path, *encryption: str) -> Iterator[MailServer]:
    """Run a server for the length of a block."""
    log = folder / "kept.jsonl"
    with subprocess.Popen(
        [sys.executable, "-m", "tests.mailserver", str(log), *encryption], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield MailServer(int(process.stdout.readline()), log)
        finally:
            process.terminate()
            process.wait(timeout=_PATIENCE_SECONDS)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), *sys.argv[2:]))
