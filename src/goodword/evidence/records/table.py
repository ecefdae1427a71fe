"""What a contract is made of: columns with a type and a sentence, tables with an identity.

Engines load only once a contract is handed to one: pages and commands read names and words from contracts all the time,
and Ibis and Arrow take longer to load than most commands take for their work.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.schema as sch
    import ibis.expr.types as ir
    import pyarrow as pa

TEXT = "string"
NUMBER = "float64"
WHOLE = "int64"
YES_NO = "boolean"
DAY = "date"
INSTANT = "timestamp(6)"  # UTC without a zone attached: every engine agrees on its arithmetic
LIST = "array<string>"

type Expression = ir.Table
"""A question to the lake, not yet asked: for code that hands expressions on without writing any."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a contract.

    Attributes:
        name: its name, the same in files, lake and code.
        type: an Ibis type in text form.
        about: one sentence that says what a value means.
        required: whether a row without it is rejected.
        choices: the only values allowed, in their canonical spelling; empty means any.
        low: the least value allowed, inclusive.
        high: the greatest value allowed, inclusive.
        within: narrower limits that depend on another column: (its name, its value, low, high).
    """

    name: str
    type: str
    about: str
    required: bool = False
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    within: tuple[tuple[str, str, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A contract: what one row says, which columns it has, what makes it the same row again.

    Attributes:
        name: table name, plural.
        about: one sentence: what one row is.
        columns: the columns in their order.
        identity: columns whose values, with the source, name a row; empty where sources have no row id: then a row is
            itself by a hash of its content and its ordinal among equal rows of the same file.
        happened: the column that says when the fact happened; None where a table holds only latest values.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...] = ()
    happened: str | None = None

    def column(self, name: str) -> Column:
        """Return the column of that name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""
        return tuple(column.name for column in self.columns)

    def schema(self) -> "sch.Schema":
        """The contract as an Ibis schema."""
        import ibis  # noqa: PLC0415  # see above

        return ibis.schema({column.name: column.type for column in self.columns})

    def arrow(self) -> "pa.Schema":
        """The contract as an Arrow schema, all columns nullable."""
        fields: pa.Schema = self.schema().to_pyarrow()
        return fields

    def unbound(self, name: str | None = None) -> "ir.Table":
        """An Ibis table without data, for writing a rule on; named like the contract unless told otherwise."""
        import ibis  # noqa: PLC0415  # see above

        return ibis.table(self.schema(), name=name or self.name)

    def empty(self) -> "pa.Table":
        """No rows, in this contract's shape."""
        return self.arrow().empty_table()

    def plus(self, *columns: Column, name: str | None = None, about: str | None = None) -> "Table":
        """The same contract with further columns at its end."""
        return Table(
            name=name or self.name,
            about=about or self.about,
            columns=self.columns + columns,
            identity=self.identity,
            happened=self.happened,
        )
