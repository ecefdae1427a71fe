"""What letters are for: how urgent each kind is, and how long it is worth reading."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Purpose:
    """What holds for letters of one kind.

    Attributes:
        lifetime: how long after it was queued a letter may still be sent; later it is dropped, never sent late.
        priority: 0 goes first.
        secret: whether its words let somebody in. They are wiped once the letter is over, and shown on no list.
    """

    lifetime: timedelta
    priority: int
    secret: bool = False


PURPOSES: dict[str, Purpose] = {
    "sign_in_code": Purpose(timedelta(minutes=10), 0, secret=True),
    "account": Purpose(timedelta(hours=1), 1, secret=True),
    "test": Purpose(timedelta(hours=1), 2),
    "ask": Purpose(timedelta(days=3), 4, secret=True),
    "meeting": Purpose(timedelta(days=3), 3, secret=True),
    "reminder": Purpose(timedelta(days=1), 3, secret=True),
    "notification": Purpose(timedelta(days=1), 5),
    "digest": Purpose(timedelta(hours=6), 7),
}
"""Every kind of letter. `account` is what has no kind of its own: changed passwords, added keys, links to reset."""

SECRET = tuple(name for name, purpose in PURPOSES.items() if purpose.secret)
"""The kinds whose words let somebody in."""

ALWAYS_TRIED = ("sign_in_code", "test")
"""The kinds that somebody just asked for: a bounce of before locks nobody out."""
