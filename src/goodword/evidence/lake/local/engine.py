"""DuckDB, in memory, for the length of one conversation: nothing is fetched, nothing stays behind."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import ibis.expr.datatypes as dt
from ibis.backends.sql.datatypes import DuckDBType

from goodword.evidence.lake.local.spill import spill_folder

MEMORY = "4GB"
_MOST_THREADS = 4


@contextmanager
def engine(memory: str = MEMORY) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open an in-memory connection that keeps to UTC, loads no extension and sees no Python variable.

    What does not fit into `memory` goes to a private temporary folder that is gone afterwards; that of a process that
    was killed is removed by the next that opens one.
    """
    with spill_folder() as spill:
        connection = duckdb.connect(
            ":memory:",
            config={
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "python_enable_replacements": False,
                "threads": min(_MOST_THREADS, os.cpu_count() or 1),
                "memory_limit": memory,
                "temp_directory": str(spill),
            },
        )
        try:
            connection.execute("SET TimeZone = 'UTC'")
            yield connection
        finally:
            connection.close()


def type_name(kind: object) -> str:
    """The engine's name of an Ibis type, given as such or in text form."""
    return str(DuckDBType.to_string(dt.dtype(kind)))


def quoted(name: str) -> str:
    """An identifier as SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"
