"""The ledger of acts: one row an act, one row where it was withdrawn."""

from collections.abc import Iterable

from django.db import models

LEDGER_ID = "ledger:"
"""What the id of an act begins with that did not arrive as a record."""


class ActQuerySet(models.QuerySet["Act"]):
    """Sets of acts."""

    def standing(self) -> "ActQuerySet":
        """Acts that count: those that nobody withdrew."""
        return self.filter(withdrawal__isnull=True)

    def named(self, ids: Iterable[str]) -> "ActQuerySet":
        """The acts of these ledger ids; others are passed over."""
        wanted = set(ids)
        own = [int(number) for _, _, number in (one.partition(LEDGER_ID) for one in wanted) if number.isdecimal()]
        return self.filter(models.Q(record_id__in=wanted) | models.Q(record_id="", pk__in=own))

    def from_records(self) -> "ActQuerySet":
        """Acts that arrived as records of a source."""
        return self.exclude(record_source="")


class Act(models.Model):
    """An advocacy act that happened. It stays with the person and with the account of that day."""

    kind = models.CharField(max_length=40)
    done_on = models.DateField()
    person_key = models.TextField(blank=True)
    account_id = models.TextField(blank=True)
    url = models.TextField(blank=True)
    deal_id = models.TextField(blank=True)
    note = models.TextField(blank=True)
    # Where the act arrived as a record: its source and id. Both empty where it was noted in Goodword.
    record_source = models.TextField(blank=True)
    record_id = models.TextField(blank=True)

    objects = ActQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record_source", "record_id"],
                condition=~models.Q(record_id=""),
                name="act_posted_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.done_on}"

    @property
    def ledger_id(self) -> str:
        """Its id in findings: the record's, where it arrived as one."""
        return self.record_id or f"{LEDGER_ID}{self.pk}"


class ActWithdrawal(models.Model):
    """An act that no longer counts, because the import that asserted it was undone."""

    act = models.OneToOneField(Act, on_delete=models.CASCADE, related_name="withdrawal")
    withdrawn_at = models.DateTimeField()
    reason = models.TextField()

    def __str__(self) -> str:
        return f"withdrawn at {self.withdrawn_at:%Y-%m-%d}: {self.reason}"
