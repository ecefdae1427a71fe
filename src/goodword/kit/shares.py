"""Shares of a count, and how sure one can be of them."""

from typing import NamedTuple


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
    from scipy.stats import binomtest  # noqa: PLC0415  # half a second, and few commands show a share

    low, high = binomtest(hits, count).proportion_ci(method="wilson")
    return Share(hits / count, float(low), float(high))
