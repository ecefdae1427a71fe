"""What is wrong with a value, in words that help to mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value cannot be taken.

    Attributes:
        reason: what is wrong, going on from "line 7, column Score, value 12: ".
        mend: what to write instead.
    """

    reason: str
    mend: str
