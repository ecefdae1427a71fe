"""Let what people told us while a run was at work hold in what that run published."""

from datetime import date

from goodword.programme.people.actions.post_opt_outs import DOOR
from goodword.programme.people.models import Consent, OptOut, Person


def settle_opt_outs() -> None:
    """Go through what people said to us themselves, and let the last word of each hold; again changes nothing."""
    consented: dict[str, date] = {}
    for person, at in Consent.objects.values_list("person_id", "at"):
        root = Person.today_of(person)
        consented[root] = max(at.date(), consented.get(root, at.date()))
    said: dict[str, date] = {}
    for person, day in OptOut.objects.exclude(door=DOOR).order_by("-said_on").values_list("person_id", "said_on"):
        root = Person.today_of(person)
        if day > consented.get(root, date.min):
            said[root] = day
    for root, day in said.items():
        Person.objects.same_as(root).filter(opted_out_on=None).update(opted_out_on=day)
    for root, day in consented.items():
        if root not in said:
            Person.objects.same_as(root).filter(opted_out_on__lte=day).update(opted_out_on=None)
