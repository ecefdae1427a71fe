"""Take keys and addresses off the list of those who may not be asked: only what a person's own consent covers."""

from collections.abc import Collection
from datetime import date
from itertools import batched

from goodword.programme.people.models import Suppression

_AT_ONCE = 500


def lift_suppressions(digests: Collection[str], *, on: date) -> int:
    """Lift what was said up to the day of the consent; return how many were lifted.

    What was said on a later day stands, and so does the erasure of somebody.

    Args:
        digests: of every key and address of the person who consented.
        on: the day of the consent.
    """
    lifted = 0
    for some in batched(sorted(digests), _AT_ONCE):
        rows = Suppression.objects.standing().filter(digest__in=some, since__lte=on, erased=False)
        lifted += rows.update(lifted_on=on)
    return lifted
