"""The ledger of acts: one row an act, one row where it was withdrawn."""

from django.db import models

from goodword.programme.asks.models import Ask
from goodword.programme.people.models import Person
from goodword.programme.posted import Posted, PostedQuerySet


class Act(Posted):
    """An advocacy act that happened. It stays with the person and with the account of that day."""

    kind = models.CharField(max_length=40)
    done_on = models.DateField()
    person_key = models.TextField(blank=True)
    account_id = models.TextField(blank=True)
    url = models.TextField(blank=True)
    deal_id = models.TextField(blank=True)
    note = models.TextField(blank=True)
    # Of an act that was written down here, never of one that arrived as a record: whose it is, and what asked for it.
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="acts")
    ask = models.OneToOneField(Ask, null=True, on_delete=models.PROTECT, related_name="act")

    objects = PostedQuerySet["Act"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["account_id", "-done_on"], name="act_of_account")]
        constraints = [
            models.UniqueConstraint(
                fields=["record_source", "record_id"],
                condition=~models.Q(record_id=""),
                name="act_posted_once",
            ),
            models.CheckConstraint(
                condition=models.Q(record_source="") | models.Q(person__isnull=True, ask__isnull=True),
                name="act_of_a_record_names_keys_alone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.done_on}"


class ActWithdrawal(models.Model):
    """An act that no longer counts: its import was undone, or whoever said that it happened took that back."""

    act = models.OneToOneField(Act, on_delete=models.CASCADE, related_name="withdrawal")
    withdrawn_at = models.DateTimeField()
    reason = models.TextField()

    def __str__(self) -> str:
        return f"withdrawn at {self.withdrawn_at:%Y-%m-%d}: {self.reason}"
