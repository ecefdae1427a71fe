"""New, changed, same or in conflict: the verdict on every row of a file, reached over the whole file at once."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from goodword.evidence.lake.local.engine import literal, quoted
from goodword.evidence.lake.local.identity import (
    content_sql,
    filled_sql,
    given_id_sql,
    given_key_sql,
    made_key_sql,
    record_id_sql,
)
from goodword.evidence.records.known import RECORDS


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A row that was not kept because another row of the file has the same id and says something else."""

    line: int
    kept_line: int
    record_id: str


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many rows got which verdict, and what the file asserts."""

    new: int
    changed: int
    same: int
    conflicts: list[Duplicate]
    asserted: int
    fresh: bool


def judge(connection: duckdb.DuckDBPyConnection, table: str, checked: Path, number: int, newest: str) -> Verdicts:
    """Reach the verdicts; leaves them behind as temporary tables `_seen` and `_stored` for writing.

    Within a file the row with most values wins its id, among those the greatest content hash: no order of rows matters.

    Args:
        connection: the writer's engine.
        table: the record table.
        checked: the checked rows, see `Landing.take`.
        number: the part's number.
        newest: SQL of what is asserted so far, by earlier files of this import too.
    """
    _rank_rows(connection, table, checked)
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE _seen AS
        SELECT kept._key, kept._content, kept._line, kept._given,
               CASE WHEN live._content = kept._content THEN live._held ELSE {number} END AS _held,
               live._key IS NULL AS _is_new
        FROM (SELECT * FROM _ranked WHERE _rank = 1) AS kept
        LEFT JOIN ({newest}) AS live ON live._key = kept._key"""
    )
    counts = connection.execute(
        f"""SELECT count(*), coalesce(sum(_is_new::INTEGER), 0),
                   coalesce(sum((NOT _is_new AND _held = {number})::INTEGER), 0) FROM _seen"""
    ).fetchone()
    asserted, new, changed = (int(count) for count in counts or (0, 0, 0))
    repeats, conflicts = _repeats(connection)
    connection.execute("DROP TABLE _ranked")
    return Verdicts(
        new=new,
        changed=changed,
        same=asserted - new - changed + repeats,
        conflicts=conflicts,
        asserted=asserted,
        fresh=new == asserted,
    )


def rows_sql(table: str, checked: Path, number: int, received_at: datetime) -> str:
    """SQL of the full rows to store: those of `_seen` that are new or changed."""
    contract = RECORDS[table]
    columns = ", ".join(f"rows.{quoted(name)}" for name in contract.names)
    record_id = record_id_sql("seen._given", "seen._key")
    return (
        f"SELECT {columns}, rows.source, TIMESTAMP {literal(received_at.isoformat(sep=' '))} AS received_at, "
        f"rows.zone, rows.extra, {record_id} AS record_id, seen._key, seen._content, {number}::BIGINT AS _part "
        f"FROM read_parquet({literal(str(checked))}) AS rows "
        f"JOIN _seen AS seen ON seen._line = rows._line AND seen._held = {number}"
    )


def _rank_rows(connection: duckdb.DuckDBPyConnection, table: str, checked: Path) -> None:
    """Make `_ranked`: every row's key and content; rank 1 is kept, the others repeat or contradict it.

    Only rows whose content or key comes up again need to be put in order, and those are few.
    """
    contract = RECORDS[table]
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE _hashed AS
        SELECT _line, source, zone, {given_id_sql(contract)} AS _given,
               {given_key_sql(contract)} AS _given_key, {content_sql(contract)} AS _content,
               {filled_sql(contract)} AS _filled
        FROM read_parquet({literal(str(checked))})"""
    )
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE _repeated AS
        SELECT _line, row_number() OVER (PARTITION BY source, _content ORDER BY zone NULLS FIRST, _line) AS _ordinal
        FROM _hashed SEMI JOIN (
            SELECT source, _content FROM _hashed WHERE _given IS NULL GROUP BY ALL HAVING count(*) > 1
        ) AS again USING (source, _content)
        WHERE _given IS NULL"""
    )
    made_key = made_key_sql("_content", "coalesce(_ordinal, 1)")
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE _keyed AS
        SELECT _line, _given, _content, _filled, zone,
               CASE WHEN _given IS NULL THEN {made_key} ELSE _given_key END AS _key
        FROM _hashed LEFT JOIN _repeated USING (_line)"""
    )
    winners = "(PARTITION BY _key ORDER BY _filled DESC, _content DESC, zone NULLS FIRST, _line)"
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE _ranked AS
        WITH contested AS (SELECT _key FROM _keyed GROUP BY _key HAVING count(*) > 1)
        SELECT _line, _given, _content, _key, 1 AS _rank, _content AS _kept_content, _line AS _kept_line
        FROM _keyed ANTI JOIN contested USING (_key)
        UNION ALL
        SELECT _line, _given, _content, _key, row_number() OVER winners,
               first_value(_content) OVER winners, first_value(_line) OVER winners
        FROM _keyed SEMI JOIN contested USING (_key)
        WINDOW winners AS {winners}"""
    )
    connection.execute("DROP TABLE _hashed; DROP TABLE _repeated; DROP TABLE _keyed")


def _repeats(connection: duckdb.DuckDBPyConnection) -> tuple[int, list[Duplicate]]:
    """How many rows repeat a kept row word for word, and those that contradict one."""
    equal = connection.execute("SELECT count(*) FROM _ranked WHERE _rank > 1 AND _content = _kept_content").fetchone()
    rows = connection.execute(
        "SELECT _line, _kept_line, _given FROM _ranked WHERE _rank > 1 AND _content <> _kept_content ORDER BY _line"
    ).fetchall()
    return (int(equal[0]) if equal else 0), [Duplicate(line, kept, given) for line, kept, given in rows]
