"""Add a kind of act of one's own; from then on it works wherever those that are shipped do."""

from dataclasses import asdict

from django.db import IntegrityError, transaction
from django.db.models import Max

from goodword.programme.permissions.actions.change_kind import write_change
from goodword.programme.permissions.changing import refuse_kind, refuse_kind_reason, there_already
from goodword.programme.permissions.kinds import Policy
from goodword.programme.permissions.models import ActKind, KindChange
from goodword.programme.team.actor import Actor


def add_kind(wanted: Policy, *, by: Actor, reason: str = "") -> KindChange:
    """Add a kind of act, last in lists.

    Args:
        wanted: all of it; its code is its name in data and never changes.
        by: who adds it.
        reason: why.

    Raises:
        GoodwordError: it is there, makes no sense, or people would be chosen for a public review.
    """
    refusal = refuse_kind(wanted) or refuse_kind_reason(reason)
    if refusal is not None:
        raise refusal
    last = ActKind.objects.aggregate(last=Max("place"))["last"] or 0
    try:
        with transaction.atomic():
            told = asdict(wanted) | {"asked_by": list(wanted.asked_by), "place": last + 1}
            row = ActKind.objects.create(**told)
            return write_change(row, None, wanted, by=by, reason=reason)
    except IntegrityError as error:
        if ActKind.objects.filter(pk=wanted.code).exists():
            raise there_already(wanted.code) from error
        raise
