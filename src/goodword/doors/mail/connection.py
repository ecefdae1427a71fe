"""One conversation with the mail server, word by word: only so can one say what a broken line means."""

import smtplib
import ssl
from types import TracebackType
from typing import Self

from goodword.doors.mail.server import Server
from goodword.programme.outbox.actions.record_outcome import Result

TIMEOUT_SECONDS = 30.0
_GO_AHEAD, _CLOSING = 354, 421
_ANSWERS = frozenset({*range(200, 300), *range(400, 600)})


class Connection:
    """A line to the mail server; opened at the first letter, opened anew after it broke."""

    def __init__(self, server: Server, *, timeout: float = TIMEOUT_SECONDS) -> None:
        self.server = server
        self.timeout = timeout
        self.line: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up; whatever the server says to that, the letters are with it or not."""
        if self.line is not None:
            line, self.line = self.line, None
            try:
                line.quit()
            except (OSError, smtplib.SMTPException):
                line.close()

    def send(self, sender: str, to: str, message: bytes) -> tuple[Result, str]:
        """Hand over one message; return how it went and what the server said.

        Before the server let us begin with the words, a broken line means that nothing was sent. From then on until its
        last answer nobody can know.
        """
        used_before = self.line is not None
        try:
            refused = self._announce(self._opened(), sender, to)
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            if used_before and not isinstance(error, smtplib.SMTPResponseException):
                return self.send(sender, to, message)  # servers hang up on lines that served long; once, on a new one
            return "later", _said(error)
        return refused or self._hand_over(message)

    def _hand_over(self, message: bytes) -> tuple[Result, str]:
        """Send the words; only what the server says at the end tells where they are."""
        line = self._opened()
        try:
            line.send(_stuffed(message))
            code, text = line.getreply()
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return "unsure", f"the line broke before the last answer: {_said(error)}"
        if code not in _ANSWERS:
            self._drop()
            return "unsure", f"the last answer makes no sense: {_text(code, text)}"
        return _meaning(code), _text(code, text)

    def _announce(self, line: smtplib.SMTP, sender: str, to: str) -> tuple[Result, str] | None:
        """Say from whom and to whom; return why the server will not take it, or None when it waits for the words."""
        for command in (f"MAIL FROM:<{sender}>", f"RCPT TO:<{to}>", "DATA"):
            code, text = line.docmd(command)
            wanted = code == _GO_AHEAD if command == "DATA" else _meaning(code) == "sent"
            if not wanted:
                self._reset(line, code)
                return "refused" if _meaning(code) == "refused" else "later", _text(code, text)
        return None

    def _opened(self) -> smtplib.SMTP:
        if self.line is None:
            server, context = self.server, ssl.create_default_context()
            if server.cover == "tls":
                line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=self.timeout, context=context)
            else:
                line = smtplib.SMTP(server.host, server.port, timeout=self.timeout)
            self.line = line
            if server.cover == "starttls":
                line.starttls(context=context)
            if server.user:
                line.login(server.user, server.password)
            else:
                line.ehlo_or_helo_if_needed()
        return self.line

    def _reset(self, line: smtplib.SMTP, code: int) -> None:
        try:
            if code == _CLOSING:
                self._drop()
            else:
                line.rset()
        except (OSError, smtplib.SMTPException):
            self._drop()

    def _drop(self) -> None:
        if self.line is not None:
            self.line.close()
            self.line = None


def _meaning(code: int) -> Result:
    """What a last answer means: 2xx taken, 5xx never, all else later (RFC 5321, 4.2.1)."""
    results: dict[int, Result] = {2: "sent", 5: "refused"}
    return results.get(code // 100, "later")


def _text(code: int, text: bytes) -> str:
    return f"{code} {text.decode('utf-8', 'replace')}".strip()


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}"
    return f"{type(error).__name__}: {error}"


def _stuffed(message: bytes) -> bytes:
    """The message with doubled leading dots and the dot that ends it (RFC 5321, 4.5.2)."""
    body = message.replace(b"\r\n.", b"\r\n..")
    body = b"." + body if body.startswith(b".") else body
    return body + (b"" if body.endswith(b"\r\n") else b"\r\n") + b".\r\n"
