"""What came from where: for each source and table how many rows are live, the newest of them, and on which days."""

from dataclasses import dataclass
from datetime import date, datetime

import ibis.expr.types as ir

from goodword.evidence.lake.lake import Session
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.evidence.records.table import Table

DAYS_KEPT = 60
"""How many of the latest days with records are looked at for a rhythm."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The rows of one table from one source.

    Attributes:
        source: the source's name.
        table: the record table.
        rows: how many are live.
        newest: the latest day on which one of them happened, today or before; None where the table has no days.
        received_at: when the latest of them came in, UTC without a zone.
        days: the latest days, oldest first, on which something happened; where the table has no days of its own, on
            which something came in.
    """

    source: str
    table: str
    rows: int
    newest: date | None
    received_at: datetime | None
    days: tuple[date, ...]


def arrivals(session: Session, today: date) -> list[Arrivals]:
    """Count what is live, by source and table; days after `today` are plans and count for no rhythm."""
    found: list[Arrivals] = []
    for name, table in RECORDS.items():
        records = table.plus(*STAMPS).unbound()
        counts = session.fetch(
            records.group_by("source")
            .agg(rows=records.count(), received_at=records["received_at"].max())
            .order_by("source")
        ).to_pylist()
        if not counts:
            continue
        days = _days(session, table, records, today)
        for row in counts:
            mine = tuple(days.get(row["source"], ()))
            newest = mine[-1] if mine and table.happened else None
            found.append(Arrivals(row["source"] or "", name, row["rows"], newest, row["received_at"], mine))
    return found


def _days(session: Session, table: Table, records: ir.Table, today: date) -> dict[str, list[date]]:
    when = records[table.happened or "received_at"]
    days = when if when.type().is_date() else when.date()
    seen = records.select(source=records["source"], day=days).distinct()
    rows = session.fetch(seen.filter(seen["day"] <= today).order_by("source", "day")).to_pylist()
    by_source: dict[str, list[date]] = {}
    for row in rows:
        by_source.setdefault(row["source"] or "", []).append(row["day"])
    return {source: known[-DAYS_KEPT:] for source, known in by_source.items()}
