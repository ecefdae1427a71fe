"""`goodword audit`: what was done, by whom and when; whether the trail holds; and all of it as a file."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from itertools import batched
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from goodword.doors.cli.find import read_day
from goodword.doors.cli.options import sharing_options
from goodword.doors.cli.showing import Format, out, told_programs, write_sheet
from goodword.doors.cli.surroundings import workspace_of
from goodword.kit.errors import GoodwordError

if TYPE_CHECKING:
    from goodword.programme.team.browsing import Wanted
    from goodword.programme.team.models import AuditEntry

audit = typer.Typer(
    help="The audit trail: every change, who made it, and whether the trail holds.", no_args_is_help=True
)

_COLUMNS = (
    "number",
    "at",
    "who",
    "actor",
    "door",
    "verb",
    "noun",
    "object_id",
    "before",
    "after",
    "reason",
    "previous",
    "digest",
)
_CHUNK = 1_000

Who = Annotated[str, typer.Option("--who", metavar="W", help="Part of a name or address, console, system or user:7.")]
Verb = Annotated[str, typer.Option("--verb", metavar="V", help="What was done, such as change.")]
Noun = Annotated[str, typer.Option("--noun", metavar="N", help="To what kind of thing, such as setting.")]
Door = Annotated[str, typer.Option("--door", metavar="D", help="Through which door, such as web, api or cli.")]
Object = Annotated[str, typer.Option("--object", metavar="ID", help="To which one.")]
From = Annotated[str, typer.Option("--from", metavar="D", help="From this day on, as 2026-11-21 (UTC).")]
To = Annotated[str, typer.Option("--to", metavar="D", help="Up to this day, as 2026-11-21 (UTC).")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which entries are asked for."""

    who: Who = ""
    verb: Verb = ""
    noun: Noun = ""
    door: Door = ""
    object_id: Object = ""
    since: From = ""
    until: To = ""

    def wanted(self) -> "Wanted":
        """The same as the trail is asked.

        Raises:
            GoodwordError: a day is none.
        """
        from goodword.programme.team.browsing import Wanted

        end = read_day(self.until) + timedelta(days=1) if self.until else None
        return Wanted(
            who=self.who,
            verb=self.verb,
            noun=self.noun,
            door=self.door,
            object_id=self.object_id,
            since=datetime.combine(read_day(self.since), time(), UTC) if self.since else None,
            until=datetime.combine(end, time(), UTC) if end else None,
        )


class Lines(StrEnum):
    """How a whole trail is written."""

    CSV = "csv"
    JSONL = "jsonl"


@audit.command("list")
@sharing_options
def list_entries(
    context: typer.Context,
    filters: Filters,
    *,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")] = 25,
    shape: Annotated[Format, typer.Option("--format", help="How to write the list.")] = Format.TABLE,
) -> None:
    """List entries, the newest first."""
    workspace_of(context)
    from goodword.programme.team.browsing import entries

    rows = list(_told(entries(filters.wanted())[:limit]))
    if told_programs(shape, _COLUMNS, rows):
        return
    table = Table("Number", "When (UTC)", "Who", "Door", "What", "Before", "After", "Why", box=None, pad_edge=False)
    for row in rows:
        what = f"{row['verb']} {row['noun']} {row['object_id']}".strip()
        parts = (str(row["number"]), row["at"][:19], row["who"], row["door"], what)
        table.add_row(*parts, row["before"], row["after"], row["reason"])
    out().print(table)


@audit.command("verify")
def verify(
    context: typer.Context,
    *,
    whole: Annotated[
        bool, typer.Option("--all", help="Begin with the first entry, not where the last check stopped.")
    ] = False,
) -> None:
    """Check that nothing in the trail was changed, and say its digest, to be written down elsewhere."""
    workspace_of(context)
    from goodword.programme.team.actions.check_trail import check_trail
    from goodword.programme.team.browsing import standing

    made = check_trail(whole=whole)
    if not made.holds:
        raise GoodwordError(
            "trail-broken",
            f"The trail is not what it was: {made.sentence}",
            "Compare with a backup, and with digests that were written down elsewhere.",
        )
    now = standing()
    if now.broken is not None:
        raise GoodwordError(
            "trail-broken",
            f"What came since holds, but an earlier check found: {now.broken.sentence}",
            "Check everything again with: goodword audit verify --all",
        )
    checked = max(0, made.last - made.first + 1)
    out().print(f"The chain holds: {checked} entries checked, up to entry {made.last}.")
    out().print(f"Digest of entry {now.number}, to be written down elsewhere: {now.digest}", soft_wrap=True)


@audit.command("export")
@sharing_options
def export(
    context: typer.Context,
    filters: Filters,
    *,
    shape: Annotated[Lines, typer.Option("--format", help="How to write it.")] = Lines.CSV,
) -> None:
    """Write the trail to standard output, the oldest entry first, with all that its digests cover."""
    workspace_of(context)
    from goodword.programme.team.browsing import entries

    rows = _told(entries(filters.wanted()).reverse().iterator(chunk_size=_CHUNK))
    if shape is Lines.CSV:
        write_sheet(_COLUMNS, rows)
        return
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False, sort_keys=True))


def _told(entries: "Iterable[AuditEntry]") -> Iterator[dict[str, Any]]:
    """Entries as rows, with whoever did it called by their name of today."""
    from goodword.programme.team.browsing import names_of

    for some in batched(entries, _CHUNK):
        names = names_of((entry.actor_kind, entry.actor_id) for entry in some)
        for entry in some:
            yield {
                "number": entry.number,
                "at": entry.at.isoformat(timespec="microseconds"),
                "who": names[entry.actor_kind, entry.actor_id].name,
                "actor": f"{entry.actor_kind}:{entry.actor_id}",
                **{name: getattr(entry, name) for name in _COLUMNS[4:]},
            }
