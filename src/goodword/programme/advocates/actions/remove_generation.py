"""Remove a generation of findings that nobody reads any more."""

from django.db import models, transaction

from goodword.programme.advocates.models import (
    Finding,
    Generation,
    Hold,
    Likelihood,
    ListedPerson,
    Moment,
    Remark,
    Signal,
)

ROWS_AT_ONCE = 20_000

_FINDINGS: tuple[type[Finding], ...] = (ListedPerson, Signal, Hold, Likelihood, Remark, Moment)


def remove_generation(generation: Generation) -> None:
    """Remove it in small steps, so that nobody else waits long for the database; can be killed and called again."""
    for model in _FINDINGS:
        _remove_rows(model, generation)
    generation.delete()


def _remove_rows(model: type[models.Model], generation: Generation) -> None:
    rows = model._default_manager.filter(generation=generation)  # noqa: SLF001  # Django's way to any model's rows
    while True:
        with transaction.atomic():
            removed, _ = model._default_manager.filter(pk__in=rows.values("pk")[:ROWS_AT_ONCE]).delete()  # noqa: SLF001  # as above
        if not removed:
            return
