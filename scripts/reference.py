"""Writes the generated pages of docs/reference, records.md itself: `make reference`. Django has to be set up."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from goodword.evidence.records import known
from goodword.evidence.records.doubts import DOUBTS
from goodword.evidence.records.findings import FINDINGS
from goodword.evidence.records.known import RECORDS, STAMPS
from goodword.evidence.records.ledger import LEDGER
from goodword.evidence.records.table import Column, Table
from goodword.evidence.records.whereabouts import WHEREABOUTS
from scripts import api_page, commands_page, roles_page, routes_page, settings_page

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "records.md"

INTRODUCTION = """\
# Records, findings and ledger

Made from the contracts in `src/goodword/evidence/records` by `make reference`; do not edit it by hand.

Every source lands in the record tables, and finders read nothing else. A column marked `*` must have a value; every
other one may be missing or empty. Ids are texts as the source gives them, unique together with the source. Instants
are kept in UTC. A column that the contract does not know is kept as JSON in `extra`.

"As of day D" means: what happened before the end of D in UTC. The line *Happened* of a table names the column that
says when; a table without one holds latest values, and what rests on those is marked approximate.
"""

RECORDS_ABOUT = "What sources bring. Intake adds the columns under [what intake adds](#what-intake-adds)."
KNOWN_ABOUT = (
    "Finders read the record tables with intake's columns and, where a table names a person, `person_id`. "
    "These tables say who that is."
)
FINDINGS_ABOUT = "What finders, hold rules, the listener and the likelihood put out."
WHEREABOUTS_ABOUT = "Who works where: companies, traces of people, their spells and moves, and what follows from them."
LEDGER_ABOUT = "What the programme hands to finding and measuring: the only truth about asks, answers and acts."


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _limits(column: Column) -> str:
    """What a value may be, in words; empty where anything of the type may."""
    if column.choices:
        return ", ".join(f"`{choice}`" for choice in column.choices)
    if column.low is not None and column.high is not None:
        return f"{column.low:g} to {column.high:g}"
    if column.low is not None:
        return f"{column.low:g} or more"
    return "" if column.high is None else f"{column.high:g} or less"


def _rows(columns: Iterable[Column]) -> Iterator[str]:
    yield "| column | type | meaning | values |"
    yield "| --- | --- | --- | --- |"
    for column in columns:
        name = f"`{column.name}`{' *' if column.required else ''}"
        yield f"| {name} | `{column.type}` | {_cell(column.about)} | {_limits(column)} |"


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}"
    yield ""
    yield table.about
    yield ""
    if table.identity:
        yield f"The same row again: {', '.join(f'`{name}`' for name in table.identity)}."
        yield ""
    if table.happened:
        yield f"Happened: `{table.happened}`."
        yield ""
    yield from _rows(table.columns)
    yield ""


def _chapter(title: str, about: str, tables: Iterable[Table]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield about
    yield ""
    for table in tables:
        yield from _table(table)


def page() -> str:
    """The whole page, as it should stand in the file."""
    lines = [
        INTRODUCTION,
        *_chapter("Records", RECORDS_ABOUT, RECORDS.values()),
        "## What intake adds",
        "",
        *_rows(STAMPS),
        "",
        *_chapter("Who is who", KNOWN_ABOUT, (value for value in vars(known).values() if isinstance(value, Table))),
        *_chapter("Findings", FINDINGS_ABOUT, FINDINGS.values()),
        *_chapter("Whereabouts", WHEREABOUTS_ABOUT, WHEREABOUTS.values()),
        *_chapter("Doubts", "Rows that were loaded and do not count as they stand; see the page `doubts`.", [DOUBTS]),
        *_chapter("Ledger", LEDGER_ABOUT, LEDGER.values()),
    ]
    return "\n".join(lines).rstrip() + "\n"


def write() -> None:
    """Write every generated page."""
    PAGE.write_text(page(), encoding="utf-8")
    for other in (settings_page, commands_page, routes_page, roles_page):
        other.PAGE.write_text(other.page(), encoding="utf-8")
    api_page.write()
