"""Take back that two people are two people: they may be suggested and merged again."""

from django.db import transaction

from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Apart, Join
from goodword.programme.people.taking_back import take_back
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def join_apart(apart: Apart, *, by: Actor, reason: str = "") -> Join:
    """Keep two people apart no more. Again changes nothing.

    Raises:
        GoodwordError: the reason is too long.
    """
    with transaction.atomic():
        one_at_a_time()
        row, new = take_back(apart, Join, by=by, reason=reason)
        if new:
            before = {"other": apart.other_id, "apart": apart.pk}
            record(by, "join", "person", apart.one_id, before=before, reason=row.reason)
    return row
