"""Which server is asked, read from its address; words and the key never travel where they should not."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from goodword.kit.errors import GoodwordError

KEY_VARIABLE, HOST_VARIABLE = "GOODWORD_LISTENING_KEY", "GOODWORD_LISTENING_HOST"
_PATH = "/chat/completions"
_HERE = frozenset(("127.0.0.1", "::1", "localhost"))


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible server and the model it is asked for.

    Attributes:
        host: its name.
        port: where it listens.
        path: of its chat completions.
        encrypted: whether the line is (TLS).
        model: what the server calls the model.
        key: what it knows us by; empty for none; never printed.
    """

    host: str
    port: int
    path: str
    encrypted: bool
    model: str
    key: str = field(default="", repr=False)


def read_endpoint(url: str, model: str, *, key: str = "", key_host: str = "", unencrypted: bool = False) -> Endpoint:
    """Read `https://host/v1`.

    Args:
        url: the address, with or without `/chat/completions`.
        model: what the server calls the model.
        key: the secret key; empty for a server that asks for none.
        key_host: the only host the key goes to. Whoever may change the address in the app must not get the key by it.
        unencrypted: whether `http://` may lead to another machine.

    Raises:
        GoodwordError: it is no address or no model (`bad-endpoint`), words would travel in the open
            (`endpoint-in-the-open`), or the key would go to a host it is not for (`key-for-another-host`).
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as error:
        raise _bad("Its address makes no sense.") from error
    if parts.scheme not in {"http", "https"} or not host or parts.username or parts.query or parts.fragment:
        raise _bad("Its address must be http:// or https://, a host and a path, and nothing else.")
    if not (parts.path.isascii() and parts.path.isprintable() and " " not in parts.path and model.strip()):
        raise _bad("Its path has signs that no path has, or no model is named.")
    encrypted = parts.scheme == "https"
    if not encrypted and host not in _HERE and not unencrypted:
        raise GoodwordError(
            "endpoint-in-the-open",
            f"What customers wrote would travel to {host} in the open.",
            "Use https://, or allow it for a server in your own network: listening.endpoint.unencrypted",
        )
    _check_key(key, key_host, host)
    path = parts.path.rstrip("/").removesuffix(_PATH) + _PATH
    return Endpoint(host, port or (443 if encrypted else 80), path, encrypted, model.strip(), key)


def _check_key(key: str, key_host: str, host: str) -> None:
    if key and not (key.isascii() and key.isprintable() and " " not in key):
        raise GoodwordError("bad-endpoint-key", f"{KEY_VARIABLE} has signs that no key has.", "Copy it anew.")
    if key and key_host.strip().lower() != host:
        raise GoodwordError(
            "key-for-another-host",
            f"The key in {KEY_VARIABLE} is not for {host}.",
            f"Name the host it is for: {HOST_VARIABLE}={host}",
        )


def _bad(why: str) -> GoodwordError:
    return GoodwordError(
        "bad-endpoint",
        f"The settings name no server to ask. {why}",
        "Set listening.endpoint.url to something like https://models.company.example/v1, and listening.endpoint.model.",
    )
