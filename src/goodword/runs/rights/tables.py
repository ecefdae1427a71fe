"""The programme database without somebody: rows about them go, or lose them; where others' rows name them, not."""

from typing import Any

from django.db import transaction
from django.db.models import JSONField, Model, UniqueConstraint

from goodword.programme.personal import Personal, Subject, personal
from goodword.programme.team.actions.erase_from_trail import erase_from_trail
from goodword.programme.team.actor import Actor
from goodword.programme.team.models import AuditEntry

type Counted = dict[str, Any]
"""What was found and removed in one place: place, found, removed, note."""

_TRAIL = "team.AuditEntry"


def tally(place: str, found: int, removed: int | None = None, note: str = "") -> Counted:
    """What was found and removed in one place; all of it where nothing else is said."""
    return {"place": place, "found": found, "removed": found if removed is None else removed, "note": note}


def erase_from_tables(subject: Subject) -> list[Counted]:
    """Take somebody out of every table in one transaction: readers see them before, and never again after.

    The audit trail is left to `erase_from_the_trail`.
    """
    found: list[Counted] = []
    with transaction.atomic():
        for one in personal():
            if one.model == _TRAIL:
                continue
            rows = one.of(subject)
            about = rows.count()
            if about:
                removed = one.erase(subject) if one.erase else rows.delete()[1].get(one.kind._meta.label, 0)  # noqa: SLF001
                found.append(tally(f"table {one.model}", about, max(removed, about), one.about))
            named = [_blacked_out(one, row, subject) for row in one.mentions(subject)]
            if named:
                found.append(tally(f"table {one.model}, texts of others", len(named)))
    return found


def erase_from_the_trail(subject: Subject, *, by: Actor) -> list[Counted]:
    """Black somebody out in the audit trail."""
    (trail,) = (one for one in personal() if one.model == _TRAIL)
    entries = {row.pk: row for row in (*trail.of(subject), *trail.mentions(subject)) if isinstance(row, AuditEntry)}
    erase_from_trail([entries[number] for number in sorted(entries)], subject, by=by)
    return [tally("audit trail", len(entries), note="blacked out; a later entry witnesses what is left")]


def left_in_tables(subject: Subject) -> list[Counted]:
    """What still is there, in every table; places where nothing is are told, too."""
    told = []
    for one in personal():
        there = one.of(subject).count()
        named = sum(1 for _ in one.mentions(subject))
        told.append(tally(f"table {one.model}", there + named, 0, "checked"))
    return told


def _blacked_out(one: Personal, row: Model, subject: Subject) -> Model:
    changed: dict[str, Any] = {}
    alone = _unique(one)
    for name in one.texts:
        value = getattr(row, name)
        if not value:
            continue
        if isinstance(one.kind._meta.get_field(name), JSONField):  # noqa: SLF001  # Django's way to a model's columns
            after: Any = subject.without(value)
        elif name in alone:
            after = subject.blacked_out(value, by=f"{subject.reference}-{row.pk}")
        else:
            after = subject.blacked_out(value)
        if after != value:
            changed[name] = after
    for name in one.values:
        value = getattr(row, name)
        if isinstance(value, list):
            changed[name] = [each for each in value if not subject.meant_by(each)]
        elif subject.meant_by(value):
            changed[name] = ""
    one.kind._default_manager.filter(pk=row.pk).update(**changed)  # noqa: SLF001  # as above
    return row


def _unique(one: Personal) -> set[str]:
    """The columns in which two rows may not say the same: what stands there instead must differ, too."""
    meta = one.kind._meta  # noqa: SLF001  # as above
    alone = {field.name for field in meta.concrete_fields if field.unique}
    return alone.union(
        *(constraint.fields for constraint in meta.constraints if isinstance(constraint, UniqueConstraint))
    )
