"""Black somebody out in the audit trail, with a witness in the chain of what is left of each entry."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.personal import Subject
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry, AuditTombstone
from goodword.programme.team.trail import BLACKED_OUT, record, remains_of

_ENTRIES_AT_ONCE = 500
_COLUMNS = ("object_id", "before", "after", "reason")


def erase_from_trail(entries: list[AuditEntry], subject: Subject, *, by: Actor) -> int:
    """Put what stands for them where these entries name them; killed in between, the next call goes on.

    A reason that names them, or stands with what was done about them, goes whole: it is about them.

    Args:
        entries: those that name them.
        subject: whom to black out.
        by: who erases them.
    """
    for low in range(0, len(entries), _ENTRIES_AT_ONCE):
        with transaction.atomic():
            _black_out(entries[low : low + _ENTRIES_AT_ONCE], subject, by)
    return len(entries)


def _black_out(entries: list[AuditEntry], subject: Subject, by: Actor) -> None:
    now = clock.now()
    AuditTombstone.objects.bulk_create(
        [AuditTombstone(number=entry.number, at=now) for entry in entries], ignore_conflicts=True
    )
    for entry in entries:
        about = (entry.noun, entry.object_id) in subject.traces or entry.object_id in subject.person_ids
        entry.object_id = subject.reference if about else subject.blacked_out(entry.object_id, by=subject.reference)
        entry.before, entry.after = (
            subject.blacked_out(one, by=subject.reference) for one in (entry.before, entry.after)
        )
        entry.reason = subject.reference if entry.reason and (about or subject.within(entry.reason)) else entry.reason
        AuditEntry.objects.filter(number=entry.number).update(**{name: getattr(entry, name) for name in _COLUMNS})
    verb, noun = BLACKED_OUT
    record(by, verb, noun, subject.reference, after={"remains": {str(one.number): remains_of(one) for one in entries}})
