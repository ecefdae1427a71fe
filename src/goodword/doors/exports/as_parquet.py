"""Parquet: typed columns, in groups of rows, with what a reader should know in the metadata."""

from datetime import UTC, datetime
from itertools import batched
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from goodword.doors.exports.sheets import ROWS_AT_ONCE, Row, Sheet

MEDIA_TYPE = "application/vnd.apache.parquet"

_TYPES: dict[str, pa.DataType] = {
    "text": pa.string(),
    "whole": pa.int64(),
    "number": pa.float64(),
    "yes_no": pa.bool_(),
    "day": pa.date32(),
    "instant": pa.timestamp("us", tz="UTC"),
}


def write_parquet(sheet: Sheet, file: IO[bytes]) -> int:
    """Write a sheet, and return how many rows it has."""
    facts = {**sheet.facts, "synthetic": str(sheet.synthetic).lower()}
    schema = pa.schema(
        [pa.field(column.name, _TYPES[column.type]) for column in sheet.columns],
        metadata={f"goodword.{name}": value for name, value in facts.items()},
    )
    count = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in batched(sheet.rows, ROWS_AT_ONCE * 10):
            writer.write_table(_table(rows, schema))
            count += len(rows)
    return count


def _table(rows: tuple[Row, ...], schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True))
    return pa.table(
        [pa.array(map(_utc, values), type=kept.type) for values, kept in zip(columns, schema, strict=True)],
        schema=schema,
    )


def _utc(cell: object) -> object:
    return cell.astimezone(UTC) if isinstance(cell, datetime) else cell
