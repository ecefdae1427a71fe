"""What every row of the ledger has in common: it may have arrived as a record, and it may have been withdrawn."""

from collections.abc import Iterable
from typing import Self

from django.db import models

from goodword.programme.personal import Subject

LEDGER_ID = "ledger:"
"""What the id of a row begins with that did not arrive as a record."""


class PostedQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Sets of ledger rows."""

    def standing(self) -> Self:
        """Rows that count: those that nobody withdrew."""
        return self.filter(withdrawal__isnull=True)

    def named(self, ids: Iterable[str]) -> Self:
        """The rows of these ledger ids; others are passed over."""
        wanted = set(ids)
        own = [int(number) for _, _, number in (one.partition(LEDGER_ID) for one in wanted) if number.isdecimal()]
        return self.filter(models.Q(record_id__in=wanted) | models.Q(record_id="", pk__in=own))

    def from_records(self) -> Self:
        """Rows that arrived as records of a source."""
        return self.exclude(record_source="")


class Posted(models.Model):
    """A row of the ledger."""

    # Where it arrived as a record: its source and id. Both empty where it was made in Goodword.
    record_source = models.TextField(blank=True)
    record_id = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def ledger_id(self) -> str:
        """Its id in findings: the record's, where it arrived as one."""
        return self.record_id or f"{LEDGER_ID}{self.pk}"


def of_subject[Row: Posted](rows: models.QuerySet[Row], subject: Subject) -> models.QuerySet[Row]:
    """The rows about somebody: those with one of their keys, as the source that knows the key has it."""
    wanted = models.Q(pk__in=[])
    for source, key in subject.pairs:
        wanted |= models.Q(record_source__in=["", source], person_key=key)
    return rows.filter(wanted)
