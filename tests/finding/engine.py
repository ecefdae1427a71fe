"""A tiny engine for tests: Arrow rows in, an Ibis expression compiled and run on DuckDB, Arrow rows out."""

from collections.abc import Mapping

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa


def run(expression: ir.Table, tables: Mapping[str, pa.Table]) -> pa.Table:
    """Return the rows of an expression on unbound tables whose rows are given by name."""
    with duckdb.connect() as connection:
        for name, rows in tables.items():
            connection.register(name, rows)
        found: pa.Table = connection.sql(str(ibis.to_sql(expression, dialect="duckdb"))).to_arrow_table()
        return found
