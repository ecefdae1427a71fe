"""What must happen so that one keyed collection follows another."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference[Key: Hashable]:
    """Keys to act on, each list sorted by its text.

    Attributes:
        missing: wanted and not there.
        changed: there, and not as wanted.
        surplus: there and not wanted.
    """

    missing: list[Key]
    changed: list[Key]
    surplus: list[Key]


def difference[Key: Hashable, Wanted, There](
    wanted: Mapping[Key, Wanted], there: Mapping[Key, There], same: Callable[[Wanted, There], bool]
) -> Difference[Key]:
    """Compare what is wanted with what is there."""
    return Difference(
        missing=sorted((key for key in wanted if key not in there), key=str),
        changed=sorted((key for key in wanted if key in there and not same(wanted[key], there[key])), key=str),
        surplus=sorted((key for key in there if key not in wanted), key=str),
    )
