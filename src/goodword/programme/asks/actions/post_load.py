"""Post what asks and acts of records cost people, as the ledger has it now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goodword.kit.mirror import Difference, difference
from goodword.programme.asks.models import PastLoad
from goodword.programme.asks.models.load import PastKind
from goodword.programme.people.models import Person


@dataclass(frozen=True, slots=True)
class Cost:
    """What one ask or act of the ledger costs a person."""

    kind: PastKind
    ledger_id: str
    person_id: str
    happened_on: date
    rests_until: date
    load: int = 1

    @property
    def key(self) -> tuple[str, str]:
        """What names it."""
        return self.kind, self.ledger_id


def post_load(costs: Iterable[Cost]) -> Difference[tuple[str, str]]:
    """Make the table hold these and nothing else; whoever is no person of ours is left out."""
    known = set(Person.objects.values_list("person_id", flat=True))
    wanted = {cost.key: cost for cost in costs if cost.person_id in known}
    with transaction.atomic():
        there = {(row.kind, row.ledger_id): row for row in PastLoad.objects.all()}
        found = difference(wanted, there, _same)
        gone = [there[key].pk for key in (*found.surplus, *found.changed)]
        for at in range(0, len(gone), _AT_ONCE):
            PastLoad.objects.filter(pk__in=gone[at : at + _AT_ONCE]).delete()
        PastLoad.objects.bulk_create(
            (_row(wanted[key]) for key in (*found.missing, *found.changed)), batch_size=_AT_ONCE
        )
    return found


_AT_ONCE = 500


def _same(cost: Cost, row: PastLoad) -> bool:
    told = (row.person_id, row.happened_on, row.rests_until, row.load)
    return (cost.person_id, cost.happened_on, cost.rests_until, cost.load) == told


def _row(cost: Cost) -> PastLoad:
    return PastLoad(
        kind=cost.kind,
        ledger_id=cost.ledger_id,
        person_id=cost.person_id,
        happened_on=cost.happened_on,
        rests_until=cost.rests_until,
        load=cost.load,
    )
