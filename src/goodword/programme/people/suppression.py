"""What is kept of somebody who may not be: keyed hashes that know them again and tell nobody who they are.

A mark is HMAC-SHA-256 (RFC 2104) over what names a person, under a key of the workspace's own (`suppression.key`). That
is not the key which signs sessions, so changing that one never forgets anybody. Without the key nobody finds out by
guessing whose mark it is, however few addresses there are.
"""

import hmac
import unicodedata
from collections.abc import Iterable

from django.conf import settings

_SEPARATOR = "\x1f"


def normalised(address: str) -> str:
    """An address as it is compared: lower case, one form of each letter, no plus-tag; empty for none."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", address.strip()).casefold())
    name, at, domain = folded.rpartition("@")
    return f"{name.partition('+')[0] or name}@{domain.rstrip('.')}" if at else ""


def mark_of_address(address: str) -> str:
    """The mark of an e-mail address, however it is written; empty for none."""
    plain = normalised(address)
    return _mark("mail", plain) if plain else ""


def mark_of_key(source: str, key: str) -> str:
    """The mark of a source's key of a person; empty where there is no key."""
    return _mark("key", source, key.strip()) if key.strip() else ""


def marks_of(pairs: Iterable[tuple[str, str]], addresses: Iterable[str]) -> list[str]:
    """The marks of everything by which a source may name somebody, sorted."""
    found = {mark_of_key(source, key) for source, key in pairs} | {mark_of_address(one) for one in addresses}
    return sorted(found - {""})


def key_id() -> str:
    """Tells the key of this workspace from another one, and nothing about it."""
    return key_id_of(str(settings.SUPPRESSION_KEY))


def key_id_of(key: str) -> str:
    """The same of any key."""
    return _mark("id", "suppression.key", under=key)[:16]


def _mark(*parts: str, under: str = "") -> str:
    key = under or str(settings.SUPPRESSION_KEY)
    return hmac.digest(key.encode(), _SEPARATOR.join(parts).encode(), "sha256").hex()
