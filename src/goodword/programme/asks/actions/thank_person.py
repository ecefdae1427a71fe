"""Write down that one of ours thanked somebody."""

from datetime import date

from django.db import transaction

from goodword.kit import clock
from goodword.programme.asks.actions.reserve_place import locked_person
from goodword.programme.asks.models import Thank
from goodword.programme.asks.thanking import refuse_thank
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def thank_person(person_id: str, how: str, *, day: date, by: Actor) -> Thank:
    """Write a thank down; the same on the same day is the one that is there.

    Args:
        person_id: whom, under any id of theirs.
        how: call, note, letter or in_person.
        day: when.
        by: who writes it down.

    Raises:
        GoodwordError: it is no way of thanking, the day is to come, or nobody is meant.
    """
    refusal = refuse_thank(how, day, clock.today())
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        person = locked_person(person_id)  # of two presses at once the second waits here, and finds the first
        row, new = Thank.objects.get_or_create(
            person=person, how=how, thanked_on=day, defaults={"at": clock.now(), "by": by.user_id}
        )
        if new:
            record(by, "thank", "person", person.pk, after={"how": how, "thanked_on": day})
    return row
