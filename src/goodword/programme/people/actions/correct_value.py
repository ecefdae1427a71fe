"""Put a value of a person right."""

from django.db import transaction

from goodword.evidence.records.values import PERSON_FIELDS
from goodword.kit import clock
from goodword.programme.people.models import Correction, Person, ToldValue
from goodword.programme.people.policies import refuse_correcting
from goodword.programme.people.values import read_value
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def correct_value(person_id: str, field: str, value: str, *, by: Actor, reason: str) -> Correction:
    """Say what the value of a field is, and why: it counts from the next run on, until a newer verified one.

    Saying again what the last standing correction says changes nothing.

    Args:
        person_id: who, by an id of today or of before.
        field: one of PERSON_FIELDS.
        value: what is right, as somebody types it.
        by: who says so.
        reason: how they know.

    Raises:
        GoodwordError: nobody has the id, there is no such field, the value cannot be, or no reason is given.
    """
    refusal = refuse_correcting(person_id, reason)
    if refusal is not None:
        raise refusal
    said = read_value(field, value)
    with transaction.atomic():
        root = Person.objects.select_for_update().get(pk=Person.today_of(person_id))
        ids = [row.person_id for row in Person.objects.same_as(root.person_id)]
        standing = Correction.objects.standing().filter(person_id__in=ids, field=field).order_by("-at", "-pk").first()
        if standing is not None and standing.value == said:
            return standing
        told = ToldValue.objects.filter(person_id__in=ids, field=field).values_list("value", flat=True)
        row = Correction.objects.create(
            person_id=root.person_id,
            field=field,
            value=said,
            set_aside=sorted({*told, current_value(root, field)} - {said, ""}),
            reason=reason.strip(),
            at=clock.now(),
            by=by.user_id,
        )
        # The trail names no values: they tell who somebody is.
        after = {"correction": row.pk, "field": field}
        record(by, "correct", "person", root.person_id, after=after, reason=reason.strip())
    return row


def current_value(person: Person, field: str) -> str:
    """The value of a field as last published, written as records have it; empty where there is none."""
    if field not in PERSON_FIELDS:
        raise KeyError(field)
    value = getattr(person, field)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
