"""Put keys and addresses on the list of those who may not be asked; nothing is ever taken off it."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import batched

from django.db import transaction

from goodword.kit import clock
from goodword.programme.people.models import Suppression
from goodword.programme.people.suppressing import Digester, Handle

_AT_ONCE = 500


def suppress_handles(handles: Iterable[Handle], *, said_on: date, erased: bool = False) -> int:
    """Suppress every handle; return how many were not on the list before.

    Args:
        handles: keys and addresses of one person.
        said_on: the day they said so.
        erased: whether whatever arrives about them is not taken in again.
    """
    digester = Digester.of_workspace()
    return suppress_digests({digester.digest(handle) for handle in handles}, said_on=said_on, erased=erased)


def suppress_digests(digests: Collection[str], *, said_on: date, erased: bool = False) -> int:
    """The same for handles whose digests are known."""
    added, at = 0, clock.now()
    for some in batched(sorted(digests), _AT_ONCE):
        with transaction.atomic():
            there = {row.digest: row for row in Suppression.objects.select_for_update().filter(digest__in=some)}
            missing = [digest for digest in some if digest not in there]
            Suppression.objects.bulk_create(
                Suppression(digest=digest, since=said_on, last=said_on, at=at, erased=erased) for digest in missing
            )
            said_again = [row for row in there.values() if row.take(said_on, at, since=said_on, erased=erased)]
            Suppression.objects.bulk_update(said_again, ["since", "last", "at", "erased"])
            added += len(missing)
    return added
