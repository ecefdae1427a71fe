"""Which half of a set may be read by whoever writes rules; the other half is only ever counted."""

import hashlib

SEED = "hearing-20261122"


def readable(name: str) -> bool:
    """Whether the unit of this name lies in the half that may be read; the same on every machine."""
    return hashlib.sha256(f"{SEED} {name}".encode()).digest()[0] % 2 == 0
