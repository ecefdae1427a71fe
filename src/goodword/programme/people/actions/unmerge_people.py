"""Take a merge back: the two are two people again, each with what is theirs, whatever was done in between."""

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.actions.settle_roots import settle_roots
from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Merge, Unmerge
from goodword.programme.people.policies import refuse_reason
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def unmerge_people(merge: Merge, *, by: Actor, reason: str = "") -> Unmerge:
    """Take a merge back; a merge that is taken back already stays so, and its row is returned.

    Facts keep the id of their day, so nothing has to be moved. Who opted out while they were one person stays opted
    out under both ids.

    Raises:
        GoodwordError: the reason is too long.
    """
    refusal = refuse_reason(reason)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        one_at_a_time()
        locked = Merge.objects.select_for_update().get(pk=merge.pk)
        there: Unmerge | None = Unmerge.objects.filter(merge=locked).first()
        if there is not None:
            return there
        row = Unmerge.objects.create(merge=locked, at=clock.now(), by=by.user_id, reason=reason.strip())
        settle_roots()
        before = {"other": locked.other_id, "merge": locked.pk}
        record(by, "unmerge", "person", locked.one_id, before=before, reason=reason.strip())
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
