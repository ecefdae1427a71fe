"""What every lake can do, wherever its tables rest."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol

import ibis.expr.types as ir
import pyarrow as pa


class Session(Protocol):
    """A private conversation with the engine: what is offered or kept in it is seen by nobody else and ends with it.

    The record tables are there from the start under their contract names, each with the stamps of
    `evidence.records.known.STAMPS`; a table without rows is there too, empty.
    """

    def generation(self) -> str:
        """Name of what this conversation sees, see `Lake.generation`."""

    def offer(self, name: str, rows: pa.Table) -> None:
        """Make Arrow rows readable as a table of that name."""

    def define(self, name: str, expression: ir.Table) -> None:
        """Give an expression a name without running it; later expressions read it as an unbound table."""

    def keep(self, name: str, expression: ir.Table) -> None:
        """Run an expression once and keep its rows under a name, so that later expressions do not run it again."""

    def fetch(self, expression: ir.Table) -> pa.Table:
        """Run an expression on unbound tables of known names and return its rows."""

    def stream(self, expression: ir.Table, rows: int = 50_000) -> Iterator[pa.RecordBatch]:
        """Run an expression and return its rows in batches of at most `rows`."""


class Lake(Protocol):
    """Where records rest."""

    def generation(self) -> str:
        """Name of what is live now; changes with every import and undo, and with nothing else."""

    def session(self) -> AbstractContextManager[Session]:
        """Open a conversation over what is live now; it does not see later imports."""
