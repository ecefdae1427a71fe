"""Remove a generation of findings that nobody reads any more."""

from django.db import models, transaction
from django.db.models import Max, Min

from goodword.programme.advocates.models import (
    Generation,
    Hold,
    Likelihood,
    ListedAccount,
    ListedPerson,
    Moment,
    Portfolio,
    Remark,
    RosterPart,
    SearchBlock,
    Signal,
)

ROWS_AT_ONCE = 20_000
PARTS_AT_ONCE = 64

_ROWS: dict[type[models.Model], int] = {
    **dict.fromkeys((ListedPerson, Signal, Hold, Likelihood, Remark, Moment, ListedAccount, Portfolio), ROWS_AT_ONCE),
    **dict.fromkeys((RosterPart, SearchBlock), PARTS_AT_ONCE),
}


def remove_generation(generation: Generation) -> None:
    """Remove it in small steps, so that nobody else waits long for the database; can be killed and called again."""
    for model, at_once in _ROWS.items():
        _remove_rows(model, generation, at_once)
    generation.delete()


def _remove_rows(model: type[models.Model], generation: Generation, at_once: int) -> None:
    rows = model._default_manager.filter(generation=generation)  # noqa: SLF001  # Django's way to any model's rows
    ends = rows.aggregate(first=Min("pk"), last=Max("pk"))
    if ends["first"] is None:
        return
    # A generation is written in one go, so its keys lie together: a range of them is found without a search.
    for low in range(ends["first"], ends["last"] + 1, at_once):
        with transaction.atomic():
            rows.filter(pk__gte=low, pk__lt=low + at_once).delete()
