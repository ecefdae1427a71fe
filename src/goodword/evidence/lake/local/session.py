"""A conversation with the local lake: one snapshot of what is live, one in-memory engine."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import duckdb
import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa

from goodword.evidence.lake.local.engine import quoted, type_name
from goodword.evidence.lake.local.live import is_plain, live_sql, newest_sql
from goodword.evidence.lake.local.manifest import Manifest
from goodword.evidence.records.known import RECORDS

_REMEMBERED = 256  # more questions than a day's work asks


@lru_cache(_REMEMBERED)
def _sql(question: ops.Node) -> str:
    """A question in DuckDB's words. To find these takes longer than most answers, so equal questions share them."""
    return str(ibis.to_sql(question.to_expr(), dialect="duckdb", pretty=False))


def prepare(expression: ir.Table) -> None:
    """Find the words of a question before anybody asks it; opens no engine."""
    _sql(expression.op())


class LocalSession:
    """What `goodword.evidence.lake.lake.Session` promises, on DuckDB.

    Record tables are opened when an expression first names them, so that a short question stays short.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path, manifest: Manifest) -> None:
        self._connection = connection
        self._folder = folder
        self._manifest = manifest
        self._opened: set[str] = set()
        self._named: dict[str, str] = {}  # our own names, with what they are in SQL: VIEW or TABLE

    def generation(self) -> str:
        """Name of what this conversation sees."""
        return self._manifest.generation()

    def offer(self, name: str, rows: pa.Table) -> None:
        """Make Arrow rows readable as a table of that name."""
        self._free(name)
        self._connection.register(name, rows)
        self._named[name] = "VIEW"

    def define(self, name: str, expression: ir.Table) -> None:
        """Give an expression a name without running it."""
        sql = self._compiled(expression)
        self._free(name)
        self._connection.execute(f"CREATE TEMP VIEW {quoted(name)} AS {sql}")
        self._named[name] = "VIEW"

    def keep(self, name: str, expression: ir.Table) -> None:
        """Run an expression once and keep its rows under a name."""
        sql = self._compiled(expression)
        schema = expression.schema()
        columns = ", ".join(
            f"CAST({quoted(column)} AS {type_name(schema[column])}) AS {quoted(column)}" for column in schema.names
        )
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE _keeping AS SELECT {columns} FROM ({sql})")
        self._free(name)
        self._connection.execute(f"ALTER TABLE _keeping RENAME TO {quoted(name)}")
        self._named[name] = "TABLE"

    def fetch(self, expression: ir.Table) -> pa.Table:
        """Run an expression and return its rows, in the expression's own types."""
        rows: pa.Table = self._connection.sql(self._compiled(expression)).to_arrow_table()
        return rows.cast(expression.schema().to_pyarrow())

    def stream(self, expression: ir.Table, rows: int = 50_000) -> Iterator[pa.RecordBatch]:
        """Run an expression and return its rows in batches of at most `rows`.

        The batches must be read before the session runs another expression.
        """
        schema = expression.schema().to_pyarrow()
        reader = self._connection.sql(self._compiled(expression)).to_arrow_reader(rows)
        for batch in reader:
            yield from pa.Table.from_batches([batch]).cast(schema).to_batches(max_chunksize=rows)

    def _compiled(self, expression: ir.Table) -> str:
        for table in expression.op().find(ops.UnboundTable):
            if table.name in RECORDS:
                self._open(table.name)
        return _sql(expression.op())

    def _open(self, table: str) -> None:
        if table in self._opened:
            return
        newest = quoted(f"_newest_{table}")
        if not is_plain(self._manifest, table):
            parts = self._manifest.live_parts(table)
            self._connection.execute(f"CREATE TEMP TABLE {newest} AS {newest_sql(self._folder, parts)}")
        live = live_sql(self._folder, self._manifest, table, newest)
        self._connection.execute(f"CREATE TEMP VIEW {quoted(table)} AS {live}")
        self._opened.add(table)

    def _free(self, name: str) -> None:
        """Make room for a name of ours; a later meaning replaces the earlier one."""
        if name in RECORDS:
            raise ValueError(f"{name} is a record table; give the rows another name")
        kind = self._named.pop(name, None)
        if kind is not None:
            self._connection.execute(f"DROP {kind} IF EXISTS {quoted(name)}")
