"""Take back that a record was taken for somebody else's."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Rejoin, Split
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def rejoin_record(split: Split, *, by: Actor, reason: str = "") -> Rejoin:
    """Take a split back, with the next run. Again changes nothing."""
    with transaction.atomic():
        one_at_a_time()
        locked = Split.objects.select_for_update().get(pk=split.pk)
        there: Rejoin | None = Rejoin.objects.filter(split=locked).first()
        if there is not None:
            return there
        row = Rejoin.objects.create(split=locked, at=clock.now(), by=by.user_id, reason=reason.strip())
        record(by, "rejoin", "person", locked.person_id, before={"split": locked.pk}, reason=reason.strip())
    return row
