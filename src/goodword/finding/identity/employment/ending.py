"""The two ends of a spell: a day where a record states it, else the days between which it must lie."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goodword.finding.identity.employment.spells import Spell

type Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class End:
    """One end; the columns `on`, `not_before`, `not_after`, `by`, `table` and `id` of SPELLS."""

    on: date | None = None
    not_before: date | None = None
    not_after: date | None = None
    by: str | None = None
    table: str | None = None
    id: str | None = None

    @classmethod
    def certain(cls, on: date, by: str, table: str | None, record: str | None) -> "End":
        """An end whose day a record states."""
        return cls(on, on, on, by, table, record)

    @property
    def values(self) -> tuple[object, ...]:
        """Its columns in order."""
        return (self.on, self.not_before, self.not_after, self.by, self.table, self.id)


def started(found: Iterable[Row], *, before: date | None = None) -> End:
    """They started when they were first seen there, or earlier.

    Args:
        found: rows of SIGHTINGS at the company.
        before: the day they left, if known: what was seen only later says nothing.
    """
    dated = [row for row in found if row["first_on"] and row["kind"] != "bounced"]
    first = min(dated, key=lambda row: (row["first_on"], row["table"], row["first_id"] or ""), default=None)
    if first is None or (before is not None and first["first_on"] > before):
        return End()
    return End(None, None, first["first_on"], first["kind"], first["table"], first["first_id"])


def ended(found: Iterable[Row], last_seen: date | None, *, since: date | None) -> End:
    """They left on the day that every list gives, else before a mail came back that they did not answer since."""
    rows = list(found)
    listed = [row for row in rows if row["kind"] == "listed"]
    leaving = [row for row in listed if row["ended_on"] and (since is None or row["ended_on"] >= since)]
    if leaving and len(leaving) == len(listed):
        last = max(leaving, key=lambda row: (row["ended_on"], row["first_id"] or ""))
        return End.certain(last["ended_on"], "left_on", last["table"], last["first_id"])
    bounced = [row for row in rows if row["kind"] == "bounced" and (last_seen is None or row["last_on"] > last_seen)]
    if bounced and not _elsewhere(rows, bounced):
        back = min(bounced, key=lambda row: (row["first_on"], row["first_id"] or ""))
        early = last_seen if last_seen is None or last_seen <= back["first_on"] else None
        return End(None, early, back["first_on"], "bounced", back["table"], back["first_id"])
    return End()


def _elsewhere(rows: list[Row], bounced: list[Row]) -> bool:
    """Whether another address at the same company has been in use since: then only the old one is dead."""
    dead = {row["email"] for row in bounced}
    day = min(row["first_on"] for row in bounced)
    return any(
        row["email"] and row["email"] not in dead and (row["last_on"] or date.min) >= day
        for row in rows
        if row["kind"] in {"wrote_from", "posted_from"}
    )


def moved_on(spells: "list[Spell]") -> None:
    """Who came to another company has left the one before, unless they were seen there afterwards.

    Args:
        spells: of one person, in their order; open ends of earlier ones are bounded, in place.
    """
    for place, spell in enumerate(spells):
        came = next(
            (later for later in spells[place + 1 :] if later.company_id and later.company_id != spell.company_id), None
        )
        if came is None or spell.company_id is None or spell.ended.by:
            continue
        start, latest = came.started, came.started.not_after
        first = spell.started.not_after or spell.started.not_before
        if latest is None or first is None or first >= latest or (spell.last_seen and spell.last_seen > latest):
            continue
        spell.ended = End(None, spell.last_seen or first, latest, "moved_on", start.table, start.id)
