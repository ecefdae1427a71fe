"""Change what a kind of act needs; what held before is kept."""

from dataclasses import asdict

from django.db import IntegrityError, transaction

from goodword.kit import clock
from goodword.programme.permissions.changing import (
    changed_meanwhile,
    facts_of_kind,
    refuse_kind,
    refuse_kind_reason,
)
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.models import ActKind, KindChange
from goodword.programme.permissions.refusals import unknown_kind
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def change_kind(wanted: Policy, *, by: Actor, reason: str = "", seen: int | None = None) -> KindChange | None:
    """Let a kind of act be as somebody wants it from now on; None where it is so already.

    Places that were taken keep the weight and rest of their day.

    Args:
        wanted: all of it, with the code of the one that is changed.
        by: who changes it.
        reason: why.
        seen: number of the last change they saw, 0 for none; None where they did not look.

    Raises:
        GoodwordError: there is no such kind, it would make no sense, people would be chosen for a public review, or
            somebody changed it meanwhile.
    """
    refusal = refuse_kind(wanted) or refuse_kind_reason(reason)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        row = ActKind.objects.select_for_update().filter(pk=wanted.code).first()
        if row is None:
            raise unknown_kind(wanted.code)
        last = row.changes.first()
        if seen is not None and seen != (last.number if last else 0):
            raise changed_meanwhile()
        before = row.policy
        if wanted == before:
            return None
        for name, value in asdict(wanted).items():
            setattr(row, name, list(value) if name == "asked_by" else value)
        row.save()
        return write_change(row, before, wanted, by=by, reason=reason)


def write_change(row: ActKind, before: Policy | None, after: Policy, *, by: Actor, reason: str) -> KindChange:
    """Write the next change of a kind, with its place in the trail.

    Raises:
        GoodwordError: somebody else wrote it at this moment.
    """
    last = row.changes.first()
    was, now = facts_of_kind(before) if before else None, facts_of_kind(after)
    try:
        with transaction.atomic():
            made = KindChange.objects.create(
                act_kind=row,
                number=last.number + 1 if last else 1,
                before=was,
                after=now,
                at=clock.now(),
                by_kind=by.kind,
                by_id=by.ident,
                door=by.door,
                reason=reason.strip(),
            )
    except IntegrityError as error:
        raise changed_meanwhile() from error
    told = {name: value for name, value in now.items() if was is None or was.get(name) != value}
    old = {name: was.get(name) for name in told} if was else None
    record(by, "change" if was else "add", "act_kind", row.pk, before=old, after=told, reason=reason.strip())
    return made
