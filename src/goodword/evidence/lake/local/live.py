"""What is live: for each row key the newest assertion among imports that count, joined to its content."""

from pathlib import Path

from goodword.evidence.lake.local.engine import literal, quoted, type_name
from goodword.evidence.lake.local.manifest import Manifest, Part
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.evidence.records.table import Column

KEYS = "_key UUID, _content UUID, _held BIGINT, _part BIGINT"


def columns_of(table: str) -> tuple[Column, ...]:
    """The columns in which a record table rests: its contract and the stamps."""
    return (*RECORDS[table].columns, *STAMPS)


def files_sql(folder: Path, names: list[str], shape: str) -> str:
    """A relation over Parquet files; columns that older files lack are null, and no file at all is no row.

    Args:
        folder: the lake's folder.
        names: paths from there.
        shape: the columns as `name TYPE, ...`.
    """
    nothing = ", ".join(f"NULL::{kind} AS {name}" for name, kind in _split(shape))
    if not names:
        return f"(SELECT {nothing} WHERE false)"
    listed = ", ".join(literal(str(folder / name)) for name in names)
    return (
        f"(SELECT {nothing} WHERE false UNION ALL BY NAME SELECT * FROM read_parquet([{listed}], union_by_name = true))"
    )


def _split(shape: str) -> list[tuple[str, str]]:
    pairs = []
    for item in shape.split(", "):
        name, _, kind = item.partition(" ")
        pairs.append((name, kind))
    return pairs


def seen_sql(folder: Path, parts: list[Part]) -> str:
    """All assertions of some parts."""
    return files_sql(folder, [part.seen_name for part in parts if part.asserted], KEYS)


def newest_sql(folder: Path, parts: list[Part]) -> str:
    """For each row key the newest of the assertions of some parts: `_key, _content, _held`."""
    return (
        "SELECT _key, arg_max(_content, _part) AS _content, arg_max(_held, _part) AS _held "
        f"FROM {seen_sql(folder, parts)} GROUP BY _key"
    )


def is_plain(manifest: Manifest, table: str) -> bool:
    """Whether no two live parts of a table speak of the same row: then what they stored is what is live."""
    return all(part.fresh for part in manifest.live_parts(table))


def live_sql(folder: Path, manifest: Manifest, table: str, newest: str) -> str:
    """The live rows of a record table, contract columns first, then stamps.

    Args:
        folder: the lake's folder.
        manifest: what counts.
        table: the record table.
        newest: a relation with `_key` and `_held`, used where parts speak of the same rows.
    """
    columns = columns_of(table)
    shape = ", ".join(f"{quoted(column.name)} {type_name(column.type)}" for column in columns)
    wanted = ", ".join(f"stored.{quoted(column.name)}" for column in columns)
    if is_plain(manifest, table):
        names = [part.rows_name for part in manifest.live_parts(table) if part.stored]
        return f"SELECT {wanted} FROM {files_sql(folder, names, shape)} AS stored"
    names = [part.rows_name for part in manifest.stored_parts(table)]
    stored = files_sql(folder, names, f"{shape}, _key UUID, _part BIGINT")
    return (
        f"SELECT {wanted} FROM {stored} AS stored "
        f"JOIN {newest} AS newest ON stored._key = newest._key AND stored._part = newest._held"
    )
