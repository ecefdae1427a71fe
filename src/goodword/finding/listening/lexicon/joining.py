"""Lists of phrases put together, so that one language may be written in several files."""

from collections.abc import Mapping


def joined[K](*lists: Mapping[K, str]) -> dict[K, str]:
    """The phrases of several lists by weight or mark; what stands in an earlier list comes first."""
    found: dict[K, str] = {}
    for one in lists:
        for key, written in one.items():
            found[key] = f"{found[key]}\n{written}" if key in found else written
    return found
