"""Shares of a count, and how sure one can be of them."""

import math
from typing import NamedTuple

_Z = 1.959963984540054  # of a normal distribution, between which and its negative 95 % lie


class Share(NamedTuple):
    """A share with the interval that 95 of 100 comparable counts would have.

    Attributes:
        point: the share itself.
        low: where the interval begins.
        high: where it ends.
    """

    point: float
    low: float
    high: float


def share(hits: int, count: int) -> Share | None:
    """A share with Wilson's interval (Wilson 1927); None of nothing."""
    if not count:
        return None
    point, square = hits / count, _Z**2
    middle = (point + square / (2 * count)) / (1 + square / count)
    half = _Z / (1 + square / count) * math.sqrt(point * (1 - point) / count + square / (4 * count**2))
    return Share(point, max(0.0, middle - half), min(1.0, middle + half))
