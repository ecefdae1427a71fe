"""The sources' health: what came from where, when last, and whether that is late by the source's own habit.

Nobody is asked how often a source should deliver. Its own days say it: the gaps between the latest days on which
something happened. A source is late when it has been quiet for longer than in any of them.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Literal

from goodword.evidence.intake import ImportSummary
from goodword.evidence.lake.arrivals import Arrivals, arrivals
from goodword.evidence.lake.local import LocalLake
from goodword.evidence.records.findings import REMARKS, TEXTS
from goodword.evidence.records.known import KNOWN, PERSONS
from goodword.evidence.records.ledger import LEDGER_ACTS, LEDGER_ANSWERS, LEDGER_ASKS
from goodword.finding.catalogue import HOLDS, Rule
from goodword.kit.durable import settle
from goodword.runs.intake.loading import all_imports
from goodword.runs.workspace import Workspace

type Freshness = Literal["fresh", "late", "silent", "unknown"]

ORDER: tuple[Freshness, ...] = ("silent", "late", "fresh", "unknown")
"""The worst first."""

FEWEST_GAPS = 4
"""With fewer gaps between days nothing is said about a rhythm."""

_GRACE_DAYS = 1  # today is not over, and a nightly export holds yesterday
_SILENT_TIMES = 2
_WRITTEN = ("interactions", "responses", "posts")
_MADE_OF: dict[str, tuple[str, ...]] = {
    **{table.name: (name,) for name, table in KNOWN.items()},
    REMARKS.name: _WRITTEN,
    TEXTS.name: _WRITTEN,
    LEDGER_ASKS.name: ("asks",),
    LEDGER_ANSWERS.name: ("asks",),
    LEDGER_ACTS.name: ("acts",),
}


@dataclass(frozen=True, slots=True)
class TableHealth:
    """One table of one source.

    Attributes:
        table: the record table.
        rows: how many are live.
        newest: the latest day on which one of them happened; None where the table has no days.
        every_days: how many days usually lie between two days with something new; None where nothing tells.
        quiet_days: for how many days nothing is there; None where there was never anything.
        freshness: fresh, late, silent (late by far), or unknown.
        holds: the guard rails that read this table, by code.
    """

    table: str
    rows: int
    newest: date | None
    every_days: int | None
    quiet_days: int | None
    freshness: Freshness
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """A source.

    Attributes:
        name: what it is called.
        tables: what it feeds, the one that needs attention first.
        imports: the last import that brought something of each table, where imports said so.
    """

    name: str
    tables: tuple[TableHealth, ...]
    imports: dict[str, ImportSummary]

    @property
    def rows(self) -> int:
        """How many rows of it are live."""
        return sum(table.rows for table in self.tables)

    def last_import_of(self, table: str) -> ImportSummary | None:
        """The last import that brought something of a table; None where none said so."""
        return self.imports.get(table)

    @property
    def freshness(self) -> Freshness:
        """The worst of its tables."""
        return min((table.freshness for table in self.tables), key=ORDER.index)

    @property
    def holds(self) -> tuple[str, ...]:
        """The guard rails that read its tables that are late, by code."""
        late = (table for table in self.tables if table.freshness in {"late", "silent"})
        return tuple(dict.fromkeys(code for table in late for code in table.holds))


def sources_of(workspace: Workspace, today: date) -> list[SourceHealth]:
    """Every source with its health, the one that needs attention first."""
    known = _arrivals(workspace, today)
    landed = [one for one in all_imports(workspace) if one.undone_at is None]
    found = []
    for name in sorted({one.source for one in known}):
        tables = [_health(one, today) for one in known if one.source == name]
        tables.sort(key=lambda table: (ORDER.index(table.freshness), table.table))
        found.append(SourceHealth(name, tuple(tables), _last_imports(landed, name)))
    return sorted(found, key=lambda source: (ORDER.index(source.freshness), source.name))


def holds_reading(table: str) -> tuple[str, ...]:
    """The guard rails that read a record table, by code, in the order of the catalogue."""
    return tuple(rule.name for rule in HOLDS if table in _read_by(rule))


def _read_by(rule: Rule) -> set[str]:
    names = {name for given in rule.inputs for name in _MADE_OF.get(given.name, ())}
    # Persons stand beside most rules to say who somebody is; only a rule about nothing else is about people's data.
    return names | ({"people"} if not names and PERSONS in rule.inputs else set())


def _health(one: Arrivals, today: date) -> TableHealth:
    every, freshness = rhythm(one.days, today)
    quiet = (today - one.days[-1]).days if one.days else None
    return TableHealth(one.table, one.rows, one.newest, every, quiet, freshness, holds_reading(one.table))


def rhythm(days: Iterable[date], today: date) -> tuple[int | None, Freshness]:
    """How often something usually comes, in days, and whether it is late.

    Args:
        days: distinct days with something, oldest first, none after `today`.
        today: the day to judge on.
    """
    known = list(days)
    gaps = sorted((after - before).days for before, after in pairwise(known))
    if len(gaps) < FEWEST_GAPS:
        return None, "unknown"
    longest = gaps[-1] + _GRACE_DAYS
    quiet = (today - known[-1]).days
    usual = round(median(gaps))
    if quiet <= longest:
        return usual, "fresh"
    return usual, "late" if quiet <= _SILENT_TIMES * longest else "silent"


def _last_imports(landed: list[ImportSummary], source: str) -> dict[str, ImportSummary]:
    found: dict[str, ImportSummary] = {}
    for one in sorted(landed, key=lambda one: one.at):
        found |= {sheet.table: one for sheet in one.sheets if sheet.source == source and sheet.table}
    return found


def _arrivals(workspace: Workspace, today: date) -> list[Arrivals]:
    """Count once for each state of the lake and day; counting millions of rows takes longer than a page may."""
    lake = LocalLake(workspace.lake)
    kept = _kept(workspace, lake.generation(), today)
    if kept.is_file():
        return _read(kept)
    with lake.session() as session:
        known = arrivals(session, today)
        _keep(_kept(workspace, session.generation(), today), known)
    return known


def _kept(workspace: Workspace, generation: str, today: date) -> Path:
    return workspace.derived / f"sources-{generation}-{today}.json"


def _keep(path: Path, known: list[Arrivals]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob("sources-*.json"):
        old.unlink(missing_ok=True)
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(json.dumps([asdict(one) for one in known], default=str), encoding="utf-8")
    settle(temporary, path)


def _read(path: Path) -> list[Arrivals]:
    return [
        Arrivals(
            source=one["source"],
            table=one["table"],
            rows=one["rows"],
            newest=date.fromisoformat(one["newest"]) if one["newest"] else None,
            received_at=datetime.fromisoformat(one["received_at"]) if one["received_at"] else None,
            days=tuple(date.fromisoformat(day) for day in one["days"]),
        )
        for one in json.loads(path.read_text(encoding="utf-8"))
    ]
