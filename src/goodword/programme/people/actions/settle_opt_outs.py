"""Let what people told us themselves hold under every id of theirs: at once, and again in what a run published."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from goodword.programme.people.actions.post_opt_outs import DOOR
from goodword.programme.people.models import Consent, OptOut, Person
from goodword.programme.people.opted_out import outlasts


def settle_opt_outs(person_id: str = "", *, since: datetime | None = None, lifts: bool = True) -> None:
    """Go through what people said to us themselves, and let the last word of each hold; again changes nothing.

    Args:
        person_id: only of whoever this id means; of everybody if empty.
        since: when a run began, which knew what was said before, for each of their records: an earlier consent of one
            of two who were merged says nothing about the other. All that was said if empty.
        lifts: whether a consent counts here; not where somebody has just opted out.
    """
    consented: dict[str, datetime] = {}
    given = Consent.objects.filter(at__gte=since) if since else Consent.objects.all()
    for person, at in _of(given, person_id).values_list("person_id", "at"):
        root = Person.today_of(person)
        consented[root] = max(at, consented.get(root, at))
    said: dict[str, date] = {}
    told = _of(OptOut.objects.exclude(door=DOOR), person_id)
    told = told.filter(at__gte=since) if since else told
    for person, day, at in told.values_list("person_id", "said_on", "at"):
        root = Person.today_of(person)
        if outlasts(day, at, consented.get(root)):
            said[root] = min(day, said.get(root, day))
    for root, at in consented.items():
        if lifts and root not in said:
            Person.objects.same_as(root).filter(opted_out_on__lte=at.date()).update(opted_out_on=None)
    for root, day in said.items():
        later = Q(opted_out_on=None) | Q(opted_out_on__gt=day)
        Person.objects.same_as(root).filter(later).update(opted_out_on=day)


def _of[Row: (Consent, OptOut)](rows: QuerySet[Row], person_id: str) -> QuerySet[Row]:
    return rows.filter(person_id__in=Person.objects.same_as(person_id).values("person_id")) if person_id else rows
