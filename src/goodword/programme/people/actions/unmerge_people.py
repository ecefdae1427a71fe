"""Take a merge back: the two are two people again, each with what is theirs, whatever was done in between."""

from django.db import transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.people.actions.settle_roots import settle_roots
from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Merge, Unmerge
from goodword.programme.people.taking_back import take_back
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def unmerge_people(merge: Merge, *, by: Actor, reason: str = "") -> Unmerge:
    """Take a merge back; a merge that is taken back already stays so, and its row is returned.

    Facts keep the id of their day, so nothing has to be moved. Who opted out while they were one person stays opted
    out under both ids.

    Raises:
        GoodwordError: the reason is too long.
    """
    with transaction.atomic():
        one_at_a_time()
        row, new = take_back(merge, Unmerge, by=by, reason=reason)
        if new:
            settle_roots()
            before = {"other": merge.other_id, "merge": merge.pk}
            record(by, "unmerge", "person", merge.one_id, before=before, reason=row.reason)
    return row


def merge_of(number: int) -> Merge:
    """Return a merge by its number.

    Raises:
        GoodwordError: there is no such merge.
    """
    found = Merge.objects.filter(pk=number).first()
    if found is None:
        raise GoodwordError(
            "no-such-merge", f"There is no merge {number}.", "`goodword people show` lists the merges of a person."
        )
    return found
