"""A signature over every letter, where a key is set: the reader's server can tell that we wrote it (DKIM, RFC 6376).

Made here, with `cryptography`: the library that there is for it comes as source only, and set-up builds nothing.
"""

import re
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from goodword.kit.errors import GoodwordError

_SPACES, _UNFOLD, _A_LINE = re.compile(rb"[ \t]+"), re.compile(rb"\r\n([ \t])"), 72
_SHORTEST_BITS = 1_024  # shorter ones are not believed any more (RFC 8301)
# One-click unsubscribe counts only where the signature covers its headers (RFC 8058, 4).
_SIGNED = (
    *(b"from", b"to", b"reply-to", b"subject", b"date", b"message-id", b"mime-version", b"content-type"),
    *(b"auto-submitted", b"list-unsubscribe", b"list-unsubscribe-post"),
)


@dataclass(frozen=True, slots=True)
class Signer:
    """What letters are signed with.

    Attributes:
        selector: names the key in the DNS: `selector._domainkey.company.example`.
        key: the private key, as PEM; never printed.
    """

    selector: str
    key: bytes = field(repr=False)

    def signed(self, message: bytes, domain: str) -> bytes:
        """The message with a signature for the domain it is from before it."""
        head, _, body = message.partition(b"\r\n\r\n")
        fields = [_relaxed(line) for line in _UNFOLD.sub(rb"\1", head).split(b"\r\n")]
        signed = [line for line in fields if line.partition(b":")[0] in _SIGNED]
        names = b":".join(line.partition(b":")[0] for line in signed).decode()
        unsigned = (
            f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={domain}; s={self.selector};\r\n"
            f" h={names};\r\n bh={b64encode(sha256(_relaxed_body(body)).digest()).decode()};\r\n b="
        ).encode("ascii")
        told = b"\r\n".join([*signed, _relaxed(_UNFOLD.sub(rb"\1", unsigned))])
        signature = b64encode(_key_in(self.key).sign(told, PKCS1v15(), SHA256()))
        lines = (signature[start : start + _A_LINE] for start in range(0, len(signature), _A_LINE))
        return unsigned + b"\r\n ".join(lines) + b"\r\n" + message


def _relaxed(line: bytes) -> bytes:
    """A header's field in the form that is signed: spaces do not count (RFC 6376, 3.4.2)."""
    name, _, value = line.partition(b":")
    return name.strip().lower() + b":" + _SPACES.sub(b" ", value).strip()


def _relaxed_body(body: bytes) -> bytes:
    """The words in the form that is signed: spaces and empty lines at the end do not count (RFC 6376, 3.4.4)."""
    lines = b"\r\n".join(_SPACES.sub(b" ", line).rstrip(b" ") for line in body.split(b"\r\n")).rstrip(b"\r\n")
    return lines + b"\r\n" if lines else b""


def _key_in(text: bytes) -> RSAPrivateKey:
    key = load_pem_private_key(text, password=None)
    if not isinstance(key, RSAPrivateKey) or key.key_size < _SHORTEST_BITS:
        raise ValueError(f"it is no RSA key of {_SHORTEST_BITS} bits or more")
    return key


def read_signer(path: str, selector: str) -> Signer | None:
    """Read the key from a file; None where neither is set.

    Raises:
        GoodwordError: only one is set, the file holds no RSA key without a password, or the selector is no DNS name.
    """
    if not path.strip() and not selector.strip():
        return None
    labels = selector.strip().split(".")
    if not all(label.isascii() and label.replace("-", "").isalnum() for label in labels):
        raise _bad("GOODWORD_DKIM_SELECTOR is no name in the DNS, such as 2026a.")
    try:
        text = Path(path.strip()).read_bytes()
        _key_in(text)
    except OSError as error:
        raise _bad(f"GOODWORD_DKIM_KEY names {path!r}, which cannot be read: {error.strerror or error}.") from error
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _bad(f"GOODWORD_DKIM_KEY names {path!r}, which holds no RSA key that can be used: {error}.") from error
    return Signer(selector.strip(), text)


def _bad(why: str) -> GoodwordError:
    return GoodwordError(
        "bad-dkim-key",
        f"Letters cannot be signed. {why}",
        "Set both GOODWORD_DKIM_KEY and GOODWORD_DKIM_SELECTOR, or neither; see docs/how-to/send-mail.md.",
    )
