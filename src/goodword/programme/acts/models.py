"""The ledger of acts: one row an act, one row where it was withdrawn."""

from django.db import models

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

    objects = PostedQuerySet["Act"].as_manager()

    class Meta:
        indexes = [models.Index(fields=["account_id", "-done_on"], name="act_of_account")]
        constraints = [
            models.UniqueConstraint(
                fields=["record_source", "record_id"],
                condition=~models.Q(record_id=""),
                name="act_posted_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.done_on}"


class ActWithdrawal(models.Model):
    """An act that no longer counts, because the import that asserted it was undone."""

    act = models.OneToOneField(Act, on_delete=models.CASCADE, related_name="withdrawal")
    withdrawn_at = models.DateTimeField()
    reason = models.TextField()

    def __str__(self) -> str:
        return f"withdrawn at {self.withdrawn_at:%Y-%m-%d}: {self.reason}"
