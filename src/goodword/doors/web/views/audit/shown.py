"""What the page of the audit trail shows of an entry: a sentence with names of today, what changed, the record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goodword.doors.web.views.audit.fields import Difference, Telling
from goodword.doors.web.views.audit.names import Names, names
from goodword.doors.web.views.audit.sentences import DOORS, label, sentence
from goodword.programme.team.browsing import Named
from goodword.programme.team.models import AuditEntry
from goodword.programme.team.principal import Principal

_IT = "%(it)s"


@dataclass(frozen=True, slots=True)
class Shown:
    """One entry.

    Attributes:
        it: the entry.
        who: who did it, as we call them today.
        before: what was done, up to the name of what it was done to.
        label: to whom or to what, as the reader may know it; empty where the sentence names nothing.
        after: the rest of the sentence.
        url: the page of what it was done to; empty where there is none.
        door: through which door.
        differences: what changed.
        written: the record as it was written, field by field.
    """

    it: AuditEntry
    who: Named
    before: str
    label: str
    after: str
    url: str
    door: str
    differences: list[Difference]
    written: list[tuple[str, str]]


def shown(entries: Iterable[AuditEntry], reader: Principal, today: date) -> list[Shown]:
    """Entries with everything a page needs; as many queries for many entries as for few."""
    found = list(entries)
    called = names(found, reader)
    return [_shown(entry, called, today) for entry in found]


def _shown(entry: AuditEntry, called: Names, today: date) -> Shown:
    before, marked, after = sentence(entry.verb, entry.noun).partition(_IT)
    return Shown(
        it=entry,
        who=called.actor(entry.actor_kind, entry.actor_id),
        before=before,
        label=called.label(entry) if marked else "",
        after=after,
        url=called.url(entry) if marked else "",
        door=label(DOORS, entry.door),
        differences=list(Telling(entry, called, today).differences()),
        written=_written(entry),
    )


def _written(entry: AuditEntry) -> list[tuple[str, str]]:
    """The record itself: what its digest is made of, and the digest."""
    fields = ("verb", "noun", "object_id", "before", "after", "reason", "previous", "digest")
    actor = f"{entry.actor_kind}:{entry.actor_id}" if entry.actor_id else entry.actor_kind
    told = [("number", str(entry.number)), ("at", entry.at.isoformat(timespec="microseconds")), ("actor", actor)]
    told += [("door", entry.door), *((name, str(getattr(entry, name))) for name in fields)]
    return [(name, value) for name, value in told if value]
