"""Cursors: where a list goes on. Nobody but us can make or read one."""

import hashlib
import json
from typing import Any

from django.core import signing

from goodword.kit.errors import GoodwordError

_SALT = "goodword.api.cursor"


def cursor_to(place: int, of: dict[str, Any], *, edition: int = 0) -> str:
    """A cursor to a place of one list.

    Args:
        place: where the next page begins.
        of: everything that decides what the list is.
        edition: the generation the list is made from; 0 where it only ever grows.
    """
    return signing.dumps([place, _digest(of), edition], salt=_SALT)


def place_in(cursor: str, of: dict[str, Any], *, edition: int = 0) -> int:
    """The place a cursor leads to; 0 where there is none.

    Raises:
        GoodwordError: it was not made here, or for another list, or the list was made anew since.
    """
    if not cursor:
        return 0
    try:
        place, digest, made_from = signing.loads(cursor, salt=_SALT)
    except (signing.BadSignature, ValueError, UnicodeError) as error:
        raise GoodwordError(
            "bad-cursor", "This cursor was not made here.", "Use “next_cursor” of the page before as it is."
        ) from error
    if digest != _digest(of):
        raise GoodwordError(
            "bad-cursor",
            "This cursor belongs to another list.",
            "Send the same filters with every page, or begin without a cursor.",
        )
    if made_from != edition:
        raise GoodwordError(
            "list-changed",
            "The findings were published anew since this cursor was made.",
            "Begin again without a cursor.",
        )
    return int(place)


def _digest(of: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(of, sort_keys=True).encode()).hexdigest()[:16]
