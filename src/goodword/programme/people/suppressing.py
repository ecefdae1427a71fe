"""The list of those who may not be asked, as keyed hashes of their keys and addresses.

However an address is written, it has one digest: capital letters, another form of the same letters, a plus-tag and the
dots that Gmail ignores make no difference. The hash is BLAKE2b with a key (RFC 7693), 160 bits.

The key stands in the database, beside the list: wherever the database is, one can tell who opted out, also without the
files of its workspace. That is why the marks of erased people (`suppression`) are not these digests: they have to be
known in a copy of before, whose key may be another one or not made yet. Both compare an address in one form,
`plain_address`; an opt-out is asked for by `opted_out.opted_out`.
"""

import secrets
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b

from goodword.programme.people.models import SuppressionKey

_KEY_BYTES, _DIGEST_BYTES = 32, 20
_SEPARATOR = "\x1f"
_IGNORES_DOTS = {"gmail.com", "googlemail.com"}


@dataclass(frozen=True, slots=True)
class Handle:
    """Something that names a person: an address, or a key of a source.

    Attributes:
        email: the address; empty for a key.
        source: the source of the key; empty for an address.
        key: the key; empty for an address.
    """

    email: str = ""
    source: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the list, wherever it stands; what it means says `models.Suppression`."""

    digest: str
    since: date
    last: date
    at: datetime
    erased: bool


def handles(rows: Iterable[tuple[str | None, str | None, str | None]]) -> Iterator[Handle]:
    """Return what names a person in mentions, each a source, a key and an address; parts may be empty."""
    for source, key, email in rows:
        if key:
            yield Handle(source=source or "", key=key)
        if email and email.strip():
            yield Handle(email=email)


def plain_address(email: str) -> str:
    """Return the one form of an address in which it is compared with those of people who opted out."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", email.strip()).casefold())
    local, at, domain = folded.rpartition("@")
    if not at:
        return folded
    domain = _ascii_domain(domain.rstrip("."))
    if domain in _IGNORES_DOTS:
        local, domain = local.replace(".", ""), "gmail.com"
    untagged = local.partition("+")[0]
    return f"{untagged or local}@{domain}"


def _ascii_domain(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain


@dataclass(frozen=True, slots=True)
class Digester:
    """Makes digests with the key of this workspace."""

    key: bytes

    @classmethod
    def of_workspace(cls) -> "Digester":
        """The one of this workspace; its key is made when it is first asked for."""
        made = {"key": secrets.token_hex(_KEY_BYTES)}
        row, _made = SuppressionKey.objects.get_or_create(pk=SuppressionKey.THE_ONE, defaults=made)
        return cls(bytes.fromhex(row.key))

    def digest(self, handle: Handle) -> str:
        """The digest of an address or a key."""
        parts = ("mail", plain_address(handle.email)) if handle.email else ("key", handle.source, handle.key)
        text = _SEPARATOR.join(parts)
        return blake2b(text.encode("utf-8", "surrogatepass"), key=self.key, digest_size=_DIGEST_BYTES).hexdigest()
