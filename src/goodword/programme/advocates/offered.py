"""What a form may offer of accounts: the values that there are, among those somebody sees."""

from functools import lru_cache
from typing import Literal

from goodword.programme.advocates.models import Generation, ListedAccount
from goodword.programme.advocates.roster import edition
from goodword.programme.advocates.sight import Sight

type Column = Literal["industry", "region", "country"]

_COLUMNS: tuple[Column, ...] = ("industry", "region", "country")
_OFFERED, _OWNERS = 100, 128


def values_there(sight: Sight, generation: Generation, column: Column) -> tuple[str, ...]:
    """The values of a column among the accounts they see, in the order of the alphabet; the first hundred.

    A publication is never changed: it is looked through once, not for everybody who opens a form.

    Args:
        sight: what they see.
        generation: which is published.
        column: of accounts.
    """
    return _found(generation.number, edition(generation), sight.owner.strip().lower())[column]


@lru_cache(maxsize=_OWNERS)
def _found(number: int, _edition: str, owner: str) -> dict[Column, tuple[str, ...]]:
    rows = ListedAccount.objects.of(number).cared_for_by(owner).values_list(*_COLUMNS).distinct()
    told: dict[Column, set[str]] = {column: set() for column in _COLUMNS}
    for row in rows:
        for column, value in zip(_COLUMNS, row, strict=True):
            told[column].add(value)
    return {column: tuple(sorted(told[column] - {""})[:_OFFERED]) for column in _COLUMNS}
