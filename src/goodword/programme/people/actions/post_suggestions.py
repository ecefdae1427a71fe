"""Post who may be one person, as linkage saw them last."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from goodword.programme.people.models import Person, Suggestion


@dataclass(frozen=True, slots=True)
class Alike:
    """Two people who look alike.

    Attributes:
        one_id: the smaller of their two ids.
        other_id: the other.
        probability: how likely they are one.
        reasons: field, how it came out, bits for it or against.
        model_version: what compared them.
    """

    one_id: str
    other_id: str
    probability: float
    reasons: list[dict[str, Any]]
    model_version: str


def post_suggestions(found: Iterable[Alike]) -> int:
    """Let the queue hold exactly these pairs; return how many it holds.

    A pair that was put off stays put off. Pairs that mean one person by now, or somebody who is published no more, are
    left out.
    """
    wanted = {(one.one_id, one.other_id): one for one in found}
    with transaction.atomic():
        roots = dict(Person.objects.values_list("person_id", "root_id")) if wanted else {}
        held = {
            pair: one for pair, one in wanted.items() if all(person in roots and not roots[person] for person in pair)
        }
        there = {(row.one_id, row.other_id): row for row in Suggestion.objects.all()}
        Suggestion.objects.filter(pk__in=[row.pk for pair, row in there.items() if pair not in held]).delete()
        for pair, one in held.items():
            row = there.get(pair) or Suggestion(one_id=one.one_id, other_id=one.other_id)
            row.probability, row.reasons, row.model_version = one.probability, one.reasons, one.model_version
            row.save()
    return len(held)
