"""Put keys and addresses on the list of those who may not be asked; what stands there stays."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import batched

from django.db import transaction

from goodword.programme.people.models import Suppression
from goodword.programme.people.suppressing import Digester, Handle

_AT_ONCE = 500


def suppress_handles(handles: Iterable[Handle], *, since: date, erased: bool = False) -> int:
    """Suppress every handle from a day on; return how many were not suppressed before.

    A handle whose suppression was lifted is suppressed again where the day is after its lifting: whoever consented and
    then said no again said no. An earlier day, or the same, tells nothing new.

    Args:
        handles: keys and addresses of one person.
        since: the day they said so.
        erased: whether whatever arrives about them is not taken in again; that is never lifted.
    """
    digester = Digester.of_workspace()
    return suppress_digests({digester.digest(handle) for handle in handles}, since=since, erased=erased)


def suppress_digests(digests: Collection[str], *, since: date, erased: bool = False) -> int:
    """The same for handles whose digests are known."""
    added = 0
    for some in batched(sorted(digests), _AT_ONCE):
        with transaction.atomic():
            there = {row.digest: row for row in Suppression.objects.select_for_update().filter(digest__in=some)}
            missing = [digest for digest in some if digest not in there]
            Suppression.objects.bulk_create(
                (Suppression(digest=digest, since=since, erased=erased) for digest in missing), ignore_conflicts=True
            )
            added += len(missing) + sum(_said_again(row, since, erased=erased) for row in there.values())
    return added


def _said_again(row: Suppression, since: date, *, erased: bool) -> bool:
    again = row.lifted_on is not None and (erased or since > row.lifted_on)
    if again:
        row.since, row.lifted_on = since, None
    if again or (erased and not row.erased):
        row.erased = row.erased or erased
        row.save(update_fields=["since", "lifted_on", "erased"])
    return again
