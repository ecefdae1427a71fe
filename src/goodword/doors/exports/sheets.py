"""What an export is before it is a file: named and typed columns, and rows one after the other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Self

type Type = Literal["text", "whole", "number", "yes_no", "day", "instant"]
type Row = tuple[object, ...]
type Cells = dict[str, object]
"""The values of a row, by the names of their columns; what no column is named after is left out."""

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

    @classmethod
    def of(
        cls,
        name: str,
        types: Mapping[str, Type],
        rows: Iterable[Mapping[str, object]],
        *,
        facts: dict[str, str] | None = None,
    ) -> Self:
        """A sheet of columns in the order of their types.

        Args:
            name: of the list.
            types: what the values of each column are.
            rows: the values of each row, by column.
            facts: what a reader should know of it.
        """
        names = tuple(types)
        in_order = (tuple(cells[column] for column in names) for cells in rows)
        columns = tuple(Column(column, kind) for column, kind in types.items())
        return cls(name, columns, in_order, facts or {})
