"""Write down how often a person wants to be asked at most: from now on it beats what we would do."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.asks.actions.reserve_place import locked_person
from goodword.programme.asks.limits import refuse_wider_limit
from goodword.programme.asks.models import Limit
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def set_limit(person_id: str, *, asks_a_quarter: int | None, days_between: int | None, by: Actor) -> Limit:
    """Write a limit down; the newest one holds, and what was said before is kept.

    Args:
        person_id: who said it, under any id of theirs.
        asks_a_quarter: how many asks in a calendar quarter; 0 for none, None for no limit of theirs.
        days_between: days from one ask to the next; None for no limit of theirs.
        by: who writes it down: they themselves, or a colleague, who never widens what they said.

    Raises:
        GoodwordError: nobody is meant, the numbers make no sense, or they want less themselves.
    """
    with transaction.atomic():
        person = locked_person(person_id)  # who asks them at this moment waits, and sees it
        before = Limit.objects.of(person.pk)
        refusal = refuse_wider_limit(before, asks_a_quarter, days_between, by=by)
        if refusal is not None:
            raise refusal
        told = {"asks_a_quarter": asks_a_quarter, "days_between": days_between}
        row = Limit.objects.create(person=person, said_on=clock.today(), at=clock.now(), by=by.user_id, **told)
        was = {"asks_a_quarter": before.asks_a_quarter, "days_between": before.days_between} if before else None
        record(by, "limit", "person", person.pk, before=was, after=told)
    return row
