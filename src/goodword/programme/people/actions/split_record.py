"""Say that a record was taken for somebody else's."""

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Split
from goodword.programme.people.policies import refuse_reason
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def split_record(source: str, person_key: str, *, of: str, by: Actor, reason: str = "") -> Split:
    """Let a record of a people table stand for somebody of their own, with the next run. Again changes nothing.

    Args:
        source: where the record comes from.
        person_key: its key there.
        of: the id of the person it was taken for.
        by: who decides.
        reason: why, in their words.

    Raises:
        GoodwordError: no key is given, or the reason is too long.
    """
    refusal = refuse_reason(reason)
    if refusal is not None:
        raise refusal
    if not person_key:
        raise GoodwordError("no-key", "A record without a key cannot stand on its own.", "Choose one that has a key.")
    with transaction.atomic():
        one_at_a_time()
        there = (
            Split.objects.standing()
            .select_for_update(of=("self",))
            .filter(source=source, person_key=person_key)
            .first()
        )
        if there is not None:
            return there
        row = Split.objects.create(
            source=source, person_key=person_key, person_id=of, at=clock.now(), by=by.user_id, reason=reason.strip()
        )
        record(by, "split", "person", of, after={"split": row.pk}, reason=reason.strip())
    return row
