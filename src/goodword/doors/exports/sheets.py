"""What an export is before it is a file: named and typed columns, and rows one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

type Type = Literal["text", "whole", "number", "yes_no", "day", "instant"]
type Row = tuple[object, ...]

ROWS_AT_ONCE = 5_000
"""How many rows are read and written at a time, whatever the length of the list."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: what stands at its head; the same in every format.
        type: what its values are; instants are in UTC.
    """

    name: str
    type: Type = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list on its way into a file.

    Attributes:
        name: of the list, such as `people`; begins the file's name.
        columns: in their order.
        rows: read once, one after the other; each has a value or None for every column.
        facts: what a reader should know of it, such as the generation; kept beside the rows where a format can.
        synthetic: whether the data is made up.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterator[Row]
    facts: dict[str, str] = field(default_factory=dict)
    synthetic: bool = False
