"""Files of the lake written anew without somebody: new names, counting all at once, the old ones removed after."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from goodword.evidence.lake.local.engine import literal, quoted
from goodword.evidence.lake.local.live import columns_of
from goodword.evidence.lake.local.manifest import Import, Manifest, Part
from goodword.kit.durable import settle

_ROW = "file_row_number"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to become of the stored rows of one file.

    Attributes:
        gone: places of rows that go, counted from 0.
        changed: places of rows that change, each with the columns that get another value.
    """

    gone: frozenset[int] = frozenset()
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What was done to one table: rows that went, rows that changed, files written anew."""

    gone: int = 0
    changed: int = 0
    files: int = 0


type Choose = Callable[[str, pa.Table], Chosen]
"""Called with a table's name and stored rows: contract columns and stamps."""

type Retell = Callable[[dict[str, Any]], dict[str, Any]]


def stored_rows(folder: Path, part: Part) -> pa.Table:
    """The rows a part stored, contract columns and stamps as far as the file has them."""
    wanted = [column.name for column in columns_of(part.table)]
    with pq.ParquetFile(folder / part.rows_name) as file:
        there = set(file.schema_arrow.names)
        return file.read([name for name in wanted if name in there])


def rewritten(
    folder: Path, manifest: Manifest, connection: duckdb.DuckDBPyConnection, choose: Choose
) -> tuple[Manifest, dict[str, Rewritten]]:
    """Write the new files; return the manifest that names them, and what was done, by table. Nothing counts yet."""
    report: dict[str, Rewritten] = {}
    parts: dict[int, Part] = {}
    for table in sorted({part.table for landed in manifest.imports for part in landed.parts}):
        mine = [part for landed in manifest.imports for part in landed.parts if part.table == table]
        chosen = {part.number: choose(table, stored_rows(folder, part)) for part in mine if part.stored}
        touched = {number: one for number, one in chosen.items() if one.gone or one.changed}
        if touched:
            parts |= _anew(folder, connection, mine, touched)
            gone, changed = (sum(len(getattr(one, name)) for one in touched.values()) for name in ("gone", "changed"))
            files = sum(parts.get(part.number, part) != part for part in mine)
            report[table] = Rewritten(gone, changed, files)
    if not parts:
        return manifest, report
    return Manifest(tuple(_with(landed, parts) for landed in manifest.imports)), report


def _with(landed: Import, parts: dict[int, Part]) -> Import:
    return replace(landed, parts=tuple(parts.get(part.number, part) for part in landed.parts))


def _anew(
    folder: Path, connection: duckdb.DuckDBPyConnection, parts: list[Part], chosen: dict[int, Chosen]
) -> dict[int, Part]:
    """Write one table's files anew as far as they change; return its parts that do."""
    _name_gone(folder, connection, parts, chosen)
    found: dict[int, Part] = {}
    for part in parts:
        one = chosen.get(part.number)
        seen = (
            _count(connection, f"{_seen(folder, part)} AS seen SEMI JOIN _gone USING (_key, _held)")
            if part.asserted
            else 0
        )
        if one is None and not seen:
            continue
        after = replace(
            part,
            edition=part.edition + 1,
            stored=part.stored - len(one.gone if one else ()),
            asserted=part.asserted - seen,
        )
        digest = hashlib.sha256()
        if after.stored:
            _copy(connection, folder / after.rows_name, _rows_sql(folder, part, connection, one or Chosen()), digest)
        if after.asserted:
            sql = f"SELECT seen.* FROM {_seen(folder, part)} AS seen ANTI JOIN _gone USING (_key, _held)"
            _copy(connection, folder / after.seen_name, sql, digest)
        found[part.number] = replace(after, digest=digest.hexdigest())
    return found


def _name_gone(
    folder: Path, connection: duckdb.DuckDBPyConnection, parts: list[Part], chosen: dict[int, Chosen]
) -> None:
    """Leave behind `_gone`: the key and the part of every stored row that goes; assertions name a row by both."""
    connection.execute("CREATE OR REPLACE TEMP TABLE _gone (_key UUID, _held BIGINT)")
    for part in parts:
        places = sorted(chosen[part.number].gone) if part.number in chosen else []
        if places:
            connection.register("_places", pa.table({_ROW: pa.array(places, pa.int64())}))
            connection.execute(
                f"INSERT INTO _gone SELECT stored._key, {part.number} FROM {_rows(folder, part)} AS stored "
                f"SEMI JOIN _places USING ({_ROW})"
            )
            connection.unregister("_places")


def _rows_sql(folder: Path, part: Part, connection: duckdb.DuckDBPyConnection, chosen: Chosen) -> str:
    connection.register("_places", pa.table({_ROW: pa.array(sorted(chosen.gone), pa.int64())}))
    names = sorted({name for values in chosen.changed.values() for name in values})
    columns: dict[str, Any] = {_ROW: pa.array(sorted(chosen.changed), pa.int64())}
    instead = []
    with pq.ParquetFile(folder / part.rows_name) as file:
        types = {name: file.schema_arrow.field(name).type for name in names}
    for name in names:
        rows = [chosen.changed[place] for place in sorted(chosen.changed)]
        columns[f"is {name}"] = pa.array([name in values for values in rows])
        columns[f"new {name}"] = pa.array([values.get(name) for values in rows], types[name])
        is_new, new = quoted(f"is {name}"), quoted(f"new {name}")
        instead.append(f"CASE WHEN new.{is_new} THEN new.{new} ELSE stored.{quoted(name)} END AS {quoted(name)}")
    connection.register("_new", pa.table(columns))
    replaced = f" REPLACE ({', '.join(instead)})" if instead else ""
    return (
        f"SELECT stored.* EXCLUDE ({_ROW}){replaced} FROM {_rows(folder, part)} AS stored "
        f"LEFT JOIN _new AS new ON new.{_ROW} = stored.{_ROW} ANTI JOIN _places ON _places.{_ROW} = stored.{_ROW} "
        f"ORDER BY stored.{_ROW}"
    )


def _rows(folder: Path, part: Part) -> str:
    return f"read_parquet({literal(str(folder / part.rows_name))}, file_row_number = true)"


def _seen(folder: Path, part: Part) -> str:
    return f"read_parquet({literal(str(folder / part.seen_name))})"


def _count(connection: duckdb.DuckDBPyConnection, relation: str) -> int:
    ((count,),) = connection.execute(f"SELECT count(*) FROM {relation}").fetchall()
    return int(count)


def _copy(connection: duckdb.DuckDBPyConnection, final: Path, sql: str, digest: "hashlib._Hash") -> None:
    temporary = final.with_name(f".{final.name}.tmp")
    connection.execute(f"COPY ({sql}) TO {literal(str(temporary))} (FORMAT parquet, COMPRESSION zstd)")
    with temporary.open("rb") as file:
        digest.update(hashlib.file_digest(file, "sha256").digest())
    settle(temporary, final)
