"""Whether what was asked of a person is done."""

from goodword.programme.acts.models import Act
from goodword.programme.asks.models import Ask
from goodword.programme.people.models import Person


def is_done(ask: Ask) -> bool:
    """Whether somebody did something of that kind since they were asked, under any key of theirs."""
    keys = {ask.person_key}
    if ask.reservation is not None:
        for held in Person.objects.same_as(ask.reservation.person_id).values_list("person_keys", flat=True):
            keys.update(held)
    return Act.objects.standing().filter(kind=ask.kind, person_key__in=keys, done_on__gte=ask.asked_on).exists()
