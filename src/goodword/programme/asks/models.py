"""The ledger of asks: one row an ask, one row its answer, one row where an ask was withdrawn."""

from collections.abc import Iterable

from django.db import models

LEDGER_ID = "ledger:"
"""What the id of an ask begins with that did not arrive as a record."""


class AskQuerySet(models.QuerySet["Ask"]):
    """Sets of asks."""

    def standing(self) -> "AskQuerySet":
        """Asks that count: those that nobody withdrew."""
        return self.filter(withdrawal__isnull=True)

    def named(self, ids: Iterable[str]) -> "AskQuerySet":
        """The asks of these ledger ids; others are passed over."""
        wanted = set(ids)
        own = [int(number) for _, _, number in (one.partition(LEDGER_ID) for one in wanted) if number.isdecimal()]
        return self.filter(models.Q(record_id__in=wanted) | models.Q(record_id="", pk__in=own))

    def from_records(self) -> "AskQuerySet":
        """Asks that arrived as records of a source."""
        return self.exclude(record_source="")


class Ask(models.Model):
    """A request to one person for one act."""

    kind = models.CharField(max_length=40)
    person_key = models.TextField()
    asked_on = models.DateField()
    asked_by = models.TextField(blank=True)
    # Where the ask arrived as a record: its source and id. Both empty where it was made in Goodword.
    record_source = models.TextField(blank=True)
    record_id = models.TextField(blank=True)

    objects = AskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record_source", "record_id"],
                condition=~models.Q(record_id=""),
                name="ask_posted_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} asked of {self.person_key} on {self.asked_on}"

    @property
    def ledger_id(self) -> str:
        """Its id in findings: the record's, where it arrived as one."""
        return self.record_id or f"{LEDGER_ID}{self.pk}"


class Answer(models.Model):
    """What the person answered; an ask has at most one."""

    class Kind(models.TextChoices):
        """The five answers."""

        ACCEPTED = "accepted"
        DECLINED = "declined"
        NOT_NOW = "not_now"
        NEVER = "never"
        NO_ANSWER = "no_answer"

    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="answer")
    answer = models.CharField(max_length=12, choices=Kind.choices)
    # The day of the ask stands in where the source does not say when they answered.
    answered_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer__in=["accepted", "declined", "not_now", "never", "no_answer"]),
                name="answer_is_one_of_five",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer} on {self.answered_on}"


class AskWithdrawal(models.Model):
    """An ask that no longer counts, because the import that asserted it was undone."""

    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="withdrawal")
    withdrawn_at = models.DateTimeField()
    reason = models.TextField()

    def __str__(self) -> str:
        return f"withdrawn at {self.withdrawn_at:%Y-%m-%d}: {self.reason}"
