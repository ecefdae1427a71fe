"""Say that two people who look alike are two people."""

from django.db import transaction
from django.db.models import Q

from goodword.kit import clock
from goodword.programme.people.deciding import one_at_a_time
from goodword.programme.people.models import Apart, Suggestion
from goodword.programme.people.policies import refuse_keeping_apart
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def keep_apart(one_id: str, other_id: str, *, by: Actor, reason: str = "") -> Apart:
    """Keep two people apart: nobody is asked about them again. Again changes nothing.

    Raises:
        GoodwordError: nobody has one of the ids, both mean one person, or the reason is too long.
    """
    with transaction.atomic():
        one_at_a_time()
        there: Apart | None = apart_of(one_id, other_id)
        if there is not None:
            return there
        refusal = refuse_keeping_apart(one_id, other_id, reason)
        if refusal is not None:
            raise refusal
        row = Apart.objects.create(
            one_id=one_id, other_id=other_id, at=clock.now(), by=by.user_id, reason=reason.strip()
        )
        one, other = sorted((one_id, other_id))
        Suggestion.objects.filter(one_id=one, other_id=other).delete()
        record(by, "keep_apart", "person", one_id, after={"other": other_id, "apart": row.pk}, reason=reason.strip())
    return row


def apart_of(one_id: str, other_id: str) -> Apart | None:
    """Return what keeps two ids apart; None where nothing does."""
    pair = Q(one_id=one_id, other_id=other_id) | Q(one_id=other_id, other_id=one_id)
    return Apart.objects.standing().filter(pair).first()
