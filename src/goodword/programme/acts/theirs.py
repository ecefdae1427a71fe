"""What one human being did, and whether what was asked of them is done."""

from django.db.models import Q, QuerySet

from goodword.programme.acts.models import Act
from goodword.programme.asks.models import Ask
from goodword.programme.people.models import Person


def acts_of(person_id: str) -> QuerySet[Act]:
    """The acts that stand under any key of theirs. A key that means somebody else as well shows neither's acts."""
    rows = list(Person.objects.same_as(person_id))
    keys = {key for row in rows for key in row.person_keys}
    mine = {row.pk for row in rows}
    by_key = Act.objects.standing().filter(person=None, person_key__in=keys)
    shared = {key for key in set(by_key.values_list("person_key", flat=True)) if _means_others(key, mine)}
    by_key_alone = Q(person=None, person_key__in=keys) & ~Q(person_key__in=shared)
    return Act.objects.standing().filter(by_key_alone | Q(person__in=mine))


def is_done(ask: Ask) -> bool:
    """Whether they did something of that kind since they were asked."""
    if ask.reservation is None:
        return False
    return acts_of(ask.reservation.person_id).filter(kind=ask.kind, done_on__gte=ask.asked_on).exists()


def _means_others(key: str, mine: set[str]) -> bool:
    others = Person.objects.filter(person_keys__icontains=key).exclude(pk__in=mine)
    return any(key in one.person_keys for one in others)
