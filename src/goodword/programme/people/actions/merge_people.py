"""Say that two ids mean one human being."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.actions.settle_roots import settle_roots
from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Merge, Suggestion
from goodword.programme.people.policies import refuse_merging
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def merge_people(one_id: str, other_id: str, *, by: Actor, reason: str = "", probability: float | None = None) -> Merge:
    """Merge two people: what may be asked of them follows at once, lists and findings with the next run.

    Args:
        one_id: an id of today or of before; the merged person is called by it until the next run.
        other_id: an id of the other one.
        by: who decides; Goodword itself where nobody looked.
        reason: why, in their words.
        probability: how sure the linkage was, where nobody looked.

    Raises:
        GoodwordError: nobody has one of the ids, both mean one person already, they are kept apart, or the reason is
            too long.
    """
    with transaction.atomic():
        one_at_a_time()
        refusal = refuse_merging(one_id, other_id, reason)
        if refusal is not None:
            raise refusal
        merge = Merge.objects.create(
            one_id=one_id,
            other_id=other_id,
            at=clock.now(),
            by=by.user_id,
            reason=reason.strip(),
            probability=probability,
        )
        one, other = sorted((one_id, other_id))
        Suggestion.objects.filter(one_id=one, other_id=other).delete()
        settle_roots()
        after = {"other": other_id, "merge": merge.pk, "probability": probability}
        record(by, "merge", "person", one_id, after=after, reason=reason.strip())
    return merge
