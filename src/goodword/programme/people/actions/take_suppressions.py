"""Take in a list of those who may not be asked, as another database of the same workspace had it later."""

from collections.abc import Collection

from django.db import transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Suppression, SuppressionKey
from goodword.programme.people.suppressing import Listed


def take_suppressions(key: bytes, listed: Collection[Listed]) -> int:
    """Put everybody on the list who is not, or said so again since; nobody is taken off. Return how many that were.

    Args:
        key: of the hashes.
        listed: the other list.

    Raises:
        GoodwordError: the hashes here have another key (code `suppression-key-differs`).
    """
    with transaction.atomic():
        own, _made = SuppressionKey.objects.get_or_create(pk=SuppressionKey.THE_ONE, defaults={"key": key.hex()})
        if own.key != key.hex():
            raise GoodwordError(
                "suppression-key-differs",
                "The list of those who may not be asked is another workspace's.",
                "Put the list of the workspace that the backup comes from beside it.",
            )
        there = Suppression.objects.in_bulk()
        new, more = [], []
        for one in listed:
            row = there.get(one.digest)
            if row is None:
                new.append(Suppression(digest=one.digest, since=one.since, last=one.last, at=one.at, erased=one.erased))
            elif row.take(one.last, one.at, since=one.since, erased=one.erased):
                more.append(row)
        Suppression.objects.bulk_create(new)
        Suppression.objects.bulk_update(more, ["since", "last", "at", "erased"])
    return len(new) + len(more)
