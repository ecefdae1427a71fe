"""Take back that a record was taken for somebody else's."""

from django.db import transaction

from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Rejoin, Split
from goodword.programme.people.taking_back import take_back
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def rejoin_record(split: Split, *, by: Actor, reason: str = "") -> Rejoin:
    """Take a split back, with the next run. Again changes nothing.

    Raises:
        GoodwordError: the reason is too long.
    """
    with transaction.atomic():
        one_at_a_time()
        row, new = take_back(split, Rejoin, by=by, reason=reason)
        if new:
            record(by, "rejoin", "person", split.person_id, before={"split": split.pk}, reason=row.reason)
    return row
