"""Small tables for tests of the lake and of intake."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from goodword.evidence.intake import ImportReport, land, plan_load
from goodword.evidence.intake.checking.rows import checked_schema
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.lake.local.landing import Landing, Taken
from goodword.evidence.records.known import RECORDS, STAMPS

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)

type Row = Mapping[str, Any]


def unbound(table: str) -> ir.Table:
    """A record table with its stamps, to ask a session for."""
    return RECORDS[table].plus(*STAMPS).unbound()


def live(lake: LocalLake, table: str) -> list[dict[str, Any]]:
    """What is live in a table, in an order that does not depend on files."""
    with lake.session() as session:
        rows = session.fetch(unbound(table)).to_pylist()
    return sorted(rows, key=repr)


def facts(lake: LocalLake, table: str) -> list[dict[str, Any]]:
    """The same without when it was received."""
    return sorted(({name: row[name] for name in row if name != "received_at"} for row in live(lake, table)), key=repr)


def take(landing: Landing, table: str, rows: Iterable[Row], name: str = "rows") -> Taken:
    """Hand checked rows to a landing."""
    listed = [{"source": "files", "_line": line} | dict(row) for line, row in enumerate(rows, start=2)]
    path = landing.scratch / f"{name}.parquet"
    pq.write_table(pa.Table.from_pylist(listed, schema=checked_schema(table)), path)
    return landing.take(table, path)


def put(lake: LocalLake, table: str, rows: Iterable[Row]) -> tuple[str, Taken]:
    """Load checked rows as one import."""
    with lake.landing(AT) as landing:
        taken = take(landing, table, rows)
        landing.commit({})
    return landing.import_id, taken


def load(lake: LocalLake, *paths: Path, map_file: Path | None = None, source: str | None = None) -> ImportReport:
    """Load files as one import; rejected rows go beside the lake."""
    plan = plan_load(paths, map_file=map_file, source=source)
    return land(lake, plan, rejected_dir=lake.path.parent / "rejected", at=AT)


def write(path: Path, text: str) -> Path:
    """Write a text file exactly as given."""
    path.write_bytes(text.encode())
    return path


def named(name: str, table: str) -> ir.Table:
    """A table of that name in a session, in the shape of a record table."""
    return ibis.table(unbound(table).schema(), name=name)
