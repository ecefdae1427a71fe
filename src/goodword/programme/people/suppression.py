"""Marks: what is kept of somebody who was erased, and what a backup of before is compared with.

A mark is HMAC-SHA-256 (RFC 2104) over what names a person, under a key of the workspace's own (`suppression.key`). That
file is not the key which signs sessions, so changing that one never forgets anybody; and it is not in the database like
the key of the suppressions, so that marks made later know people in a database of before.
"""

import hmac
from collections.abc import Iterable

from django.conf import settings

from goodword.kit.keys import key_id_of
from goodword.programme.people.suppressing import plain_address

_SEPARATOR = "\x1f"


def mark_of_address(address: str) -> str:
    """The mark of an e-mail address, however it is written; empty for none."""
    return _mark("mail", plain_address(address)) if "@" in address else ""


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


def _mark(*parts: str) -> str:
    return hmac.digest(str(settings.SUPPRESSION_KEY).encode(), _SEPARATOR.join(parts).encode(), "sha256").hex()
