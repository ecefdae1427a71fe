"""Which mail server takes our letters, read from one address."""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote, urlsplit

from goodword.kit.errors import GoodwordError

type Cover = Literal["tls", "starttls", "plain"]

_SCHEMES: dict[str, tuple[Cover, int]] = {
    "smtps": ("tls", 465),
    "smtp": ("starttls", 587),
    "smtp+plain": ("plain", 25),
}
_HERE = {"127.0.0.1", "::1", "localhost"}


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server that takes letters from us.

    Attributes:
        host: its name.
        port: where it listens.
        cover: `tls` from the first byte, `starttls` before anything is said, or `plain` for a relay next door.
        user: the name to sign in with; empty for none.
        password: what goes with it; never printed.
    """

    host: str
    port: int
    cover: Cover
    user: str = ""
    password: str = field(default="", repr=False)


def read_server(url: str) -> Server | None:
    """Read `smtp://user:password@host:587`; None where nothing is written.

    Raises:
        GoodwordError: it is no such address, or a password would travel in the open.
    """
    if not url.strip():
        return None
    try:
        parts = urlsplit(url.strip())
        cover, port = _SCHEMES[parts.scheme]
        found = Server(
            host=parts.hostname or "",
            port=parts.port or port,
            cover=cover,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )
    except (KeyError, ValueError) as error:
        raise _bad("It does not begin with smtps://, smtp:// or smtp+plain://, or its port is no number.") from error
    if not found.host or parts.path.strip("/") or parts.query or parts.fragment:
        raise _bad("It must be a host, with or without a port, and nothing after that.")
    if found.cover == "plain" and found.user and found.host not in _HERE:
        raise _bad("A password never travels in the open: use smtps:// or smtp://.")
    return found


def mail_domain(site_url: str) -> str:
    """The domain for addresses of ours where nobody chose one: the site's host, or one that is nobody's."""
    host = urlsplit(site_url).hostname or ""
    # The last part of a number is a number, and no address may stand at one.
    named = host.rpartition(".")[2].isalpha() and "." in host
    return host if named else "goodword.example"


def _bad(why: str) -> GoodwordError:
    # The address itself is not repeated: it may hold a password.
    return GoodwordError(
        "bad-smtp-url",
        f"GOODWORD_SMTP_URL names no mail server. {why}",
        "Write it like smtp://user:password@mail.company.example:587.",
    )
