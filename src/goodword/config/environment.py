"""What is set in the environment: names, meanings, and whether each is set. Never a value: some are secrets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of the environment.

    Attributes:
        name: its name.
        meaning: what it is for.
        is_set: whether somebody set it.
    """

    name: str
    meaning: str
    is_set: bool


def described(text: str, environment: Mapping[str, str]) -> tuple[Variable, ...]:
    """Read the variables that a text lists, a line each: the name, two spaces or more, the meaning."""
    listed = re.findall(r"^([A-Z_]+) {2,}(.+)$", text, flags=re.MULTILINE)
    return tuple(Variable(name, meaning, bool(environment.get(name))) for name, meaning in listed)
