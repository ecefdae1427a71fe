"""Draw people by lot: a keyed hash of each id decides, so that whoever has the seed can draw again and get the same.

A person's ticket depends on the seed and on their id alone. No score, no date and no other person comes into it: nobody
can be moved up or down but by another seed. Promise the seed, by its hash, before anybody knows who is eligible.
"""

import hashlib
import hmac
from collections.abc import Collection, Iterable
from enum import StrEnum

SEED_BYTES = 32
"""How long a seed is, so that nobody can try all of them against its promise."""

_PROMISE = b"goodword lot seed\x00"


class Fault(StrEnum):
    """What is wrong with a draw as it was handed over."""

    SEED = "seed-is-another"
    SIZE = "size-is-another"
    STRANGER = "drawn-not-eligible"
    OTHERS = "drawn-are-others"


def promise(seed: bytes) -> str:
    """What is written down before the draw: it gives nothing away, and only this seed fits it.

    Raises:
        ValueError: the seed is too short to be kept secret by its hash.
    """
    if len(seed) < SEED_BYTES:
        raise ValueError(f"A seed has {SEED_BYTES} bytes, this one {len(seed)}.")
    return hashlib.sha256(_PROMISE + seed).hexdigest()


def ticket(seed: bytes, person_id: str) -> str:
    """The number of one person in one draw; the lowest are drawn first."""
    return hmac.new(seed, person_id.encode(), hashlib.sha256).hexdigest()


def draw(eligible: Iterable[str], size: int, *, seed: bytes) -> tuple[str, ...]:
    """The ids that are drawn, in the order of their tickets.

    The order in which the eligible are handed over changes nothing, nor does an id that comes twice. A larger draw with
    the same seed begins with the smaller one.

    Args:
        eligible: ids of everybody who may be drawn, one for each human being.
        size: how many are drawn; all of them where fewer are eligible.
        seed: of this draw.

    Raises:
        ValueError: fewer than nobody are to be drawn.
    """
    if size < 0:
        raise ValueError(f"Nobody can draw {size} people.")
    return tuple(sorted(set(eligible), key=lambda person: (ticket(seed, person), person))[:size])


def faults(
    eligible: Collection[str], drawn: Collection[str], *, size: int, seed: bytes, promised: str
) -> tuple[Fault, ...]:
    """What does not fit in a draw that somebody hands over; empty where it is what the seed gives.

    Args:
        eligible: who was eligible.
        drawn: who is said to have been drawn, in any order.
        size: how many were to be drawn.
        seed: that is said to have been used.
        promised: what was written down before the draw.
    """
    found = []
    if len(seed) < SEED_BYTES or not hmac.compare_digest(promise(seed).encode(), promised.encode()):
        found.append(Fault.SEED)
    if not set(drawn) <= set(eligible):
        found.append(Fault.STRANGER)
    if len(drawn) != min(size, len(set(eligible))):
        found.append(Fault.SIZE)
    if set(drawn) != set(draw(eligible, size, seed=seed)):
        found.append(Fault.OTHERS)
    return tuple(found)
