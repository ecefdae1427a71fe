"""Stable names: the same parts give the same id on every machine and every day."""

import hashlib

# Joins the parts before hashing; it cannot stand in a CSV cell that survived intake.
_SEPARATOR = "\x1f"
_DIGITS = 20  # 80 bits: a collision among ten million ids is about as likely as one in 24 thousand million


def stable_id(prefix: str, *parts: str | None) -> str:
    """Return `prefix_` and 20 hex digits that depend on the parts and on nothing else.

    A missing part (`None`) and an empty one differ, so that ids never depend on how a source spells nothing.
    """
    text = _SEPARATOR.join("\x00" if part is None else part for part in parts)
    return f"{prefix}_{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}"
