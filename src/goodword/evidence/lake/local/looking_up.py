"""One row by its name, found without asking what else is live."""

from pathlib import Path
from typing import Any

import duckdb

from goodword.evidence.lake.local.engine import literal, quoted
from goodword.evidence.lake.local.identity import given_key_sql
from goodword.evidence.lake.local.live import columns_of, seen_sql
from goodword.evidence.lake.local.manifest import Manifest
from goodword.evidence.records.known import RECORDS


def row_named(
    connection: duckdb.DuckDBPyConnection, folder: Path, manifest: Manifest, table: str, name: tuple[str, str]
) -> dict[str, Any] | None:
    """The live row of a table whose identity is one column; None where there is none.

    Args:
        connection: an engine.
        folder: the lake's folder.
        manifest: what counts.
        table: the record table.
        name: source and id.
    """
    contract = RECORDS[table]
    (column,) = contract.identity
    named = f"(SELECT {literal(name[0])} AS source, {literal(name[1])} AS {quoted(column)})"
    ((key,),) = connection.execute(f"SELECT {given_key_sql(contract)} FROM {named}").fetchall()
    parts = manifest.live_parts(table)
    sought = f"_key = {literal(str(key))}::UUID"
    ((held,),) = connection.execute(
        f"SELECT arg_max(_held, _part) FROM {seen_sql(folder, parts)} WHERE {sought}"
    ).fetchall()
    part = next((one for one in manifest.stored_parts(table) if one.number == held), None)
    if part is None:
        return None
    rows = f"read_parquet({literal(str(folder / part.rows_name))})"
    found = connection.sql(f"SELECT * FROM {rows} WHERE {sought}").to_arrow_table().to_pylist()
    wanted = [one.name for one in columns_of(table)]
    return {name: found[0].get(name) for name in wanted} if found else None
