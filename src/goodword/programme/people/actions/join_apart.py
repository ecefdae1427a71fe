"""Take back that two people are two people: they may be suggested and merged again."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Apart, Join
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def join_apart(apart: Apart, *, by: Actor, reason: str = "") -> Join:
    """Keep two people apart no more. Again changes nothing."""
    with transaction.atomic():
        one_at_a_time()
        locked = Apart.objects.select_for_update().get(pk=apart.pk)
        there: Join | None = Join.objects.filter(apart=locked).first()
        if there is not None:
            return there
        row = Join.objects.create(apart=locked, at=clock.now(), by=by.user_id, reason=reason.strip())
        before = {"other": locked.other_id, "apart": locked.pk}
        record(by, "join", "person", locked.one_id, before=before, reason=reason.strip())
    return row
