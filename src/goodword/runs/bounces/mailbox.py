"""A folder on an IMAP server in which reports about letters arrive. Nothing there is marked or moved."""

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

from goodword.kit.errors import GoodwordError
from goodword.programme.bounces.reading import MOST_BYTES

_SCHEMES = {"imaps": 993, "imap+plain": 143}
_HERE = {"127.0.0.1", "::1", "localhost"}
_PATIENCE_SECONDS = 30.0
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # IMAP's own words, whatever the locale
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A folder of a mailbox.

    Attributes:
        host: the server's name.
        port: where it listens.
        covered: whether everything goes through TLS; a relay next door may do without.
        user: the name to sign in with.
        password: what goes with it; never printed.
        folder: which folder.
    """

    host: str
    port: int
    covered: bool
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"


def read_mailbox(url: str) -> Mailbox | None:
    """Read `imaps://user:password@host:993/Bounces`; None where nothing is written.

    Raises:
        GoodwordError: it is no such address, or a password would travel in the open (code `bad-bounces-url`).
    """
    if not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        port = parts.port or _SCHEMES[parts.scheme]
    except (KeyError, ValueError) as error:
        raise _bad("It does not begin with imaps://, or its port is no number.") from error
    user, folder = unquote(parts.username or ""), unquote(parts.path.strip("/")) or "INBOX"
    if not parts.hostname or not user or parts.query or parts.fragment:
        raise _bad("It must be a name with its password, a host, and a folder, and nothing after that.")
    if any(ord(letter) < ord(" ") or letter in '"\\' for letter in folder):
        raise _bad("The name of its folder holds letters that no folder has.")
    if parts.scheme == "imap+plain" and parts.hostname not in _HERE:
        raise _bad("A password never travels in the open: use imaps://.")
    return Mailbox(parts.hostname, port, parts.scheme == "imaps", user, unquote(parts.password or ""), folder)


def reports_at(mailbox: Mailbox, *, since: date) -> Iterator[bytes]:
    """Every message that came into the folder since a day, each cut off where a report has said what it says.

    Args:
        mailbox: the folder.
        since: from which day on; the server goes by its own zone, so take a day more.

    Raises:
        GoodwordError: the server cannot be reached, does not let us in, or has no such folder (code `no-mailbox`).
    """
    with _told_plainly(mailbox):
        yield from _messages(mailbox, since)


def _messages(mailbox: Mailbox, since: date) -> Iterator[bytes]:
    with _connected(mailbox) as server:
        server.login(mailbox.user, mailbox.password)
        _asked(server.select(f'"{mailbox.folder}"', readonly=True))
        day = f"{since.day}-{_MONTHS[since.month - 1]}-{since.year}"
        [found, *_rest] = _asked(server.uid("SEARCH", "SINCE", day))
        for number in (found or b"").decode("ascii").split():
            # Peeked at, so that it stays unread for whoever looks into the folder as well.
            answer = _asked(server.uid("FETCH", number, f"(BODY.PEEK[]<0.{MOST_BYTES}>)"))
            yield from (part[1] for part in answer if isinstance(part, tuple))


@contextmanager
def _connected(mailbox: Mailbox) -> Iterator[imaplib.IMAP4]:
    where = (mailbox.host, mailbox.port)
    if mailbox.covered:
        server: imaplib.IMAP4 = imaplib.IMAP4_SSL(
            *where, ssl_context=ssl.create_default_context(), timeout=_PATIENCE_SECONDS
        )
    else:
        server = imaplib.IMAP4(*where, timeout=_PATIENCE_SECONDS)
    with server:  # signs out, also where something goes wrong
        yield server


def _asked(answer: "tuple[str, list[Any]]") -> "list[Any]":
    said, found = answer
    if said != "OK":
        raise imaplib.IMAP4.error(found[0] if found else said)
    return found


@contextmanager
def _told_plainly(mailbox: Mailbox) -> Iterator[None]:
    try:
        yield
    except (OSError, imaplib.IMAP4.error) as error:
        said = error.args[0] if error.args else error
        reason = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(error)
        raise GoodwordError(
            "no-mailbox",
            f"{mailbox.folder} on {mailbox.host} cannot be read: {reason[:_LONGEST_REASON]}",
            "Check the name, the password and the folder in GOODWORD_BOUNCES_URL.",
        ) from error


def _bad(why: str) -> GoodwordError:
    # The address itself is not repeated: it holds a password.
    return GoodwordError(
        "bad-bounces-url",
        f"GOODWORD_BOUNCES_URL names no mailbox. {why}",
        "Write it like imaps://user:password@mail.company.example/Bounces.",
    )
