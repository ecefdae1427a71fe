"""The ledger of asks: one row an ask, one row its answer, one row where an ask was withdrawn."""

from django.db import models

from goodword.programme.asks.models.load import Reservation
from goodword.programme.posted import Posted, PostedQuerySet


class Ask(Posted):
    """A request to one person for one act."""

    kind = models.CharField(max_length=40)
    person_key = models.TextField()
    asked_on = models.DateField()
    asked_by = models.TextField(blank=True)
    # Of an ask made here, never of one that arrived as a record: what it takes of what the person bears.
    reservation = models.OneToOneField(Reservation, null=True, on_delete=models.PROTECT, related_name="ask")

    objects = PostedQuerySet["Ask"].as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record_source", "record_id"],
                condition=~models.Q(record_id=""),
                name="ask_posted_once",
            ),
            models.CheckConstraint(
                condition=models.Q(record_source="", reservation__isnull=False)
                | (~models.Q(record_source="") & models.Q(reservation__isnull=True)),
                name="ask_made_here_has_its_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} asked of {self.person_key} on {self.asked_on}"


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


class EarlierAnswer(models.Model):
    """What the person had answered before they answered otherwise; it counts no more, and is kept."""

    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="earlier_answers")
    answer = models.CharField(max_length=12, choices=Answer.Kind.choices)
    answered_on = models.DateField()
    replaced_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer__in=["accepted", "declined", "not_now", "never", "no_answer"]),
                name="earlier_answer_is_one_of_five",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer} on {self.answered_on}, until {self.replaced_at:%Y-%m-%d}"


class AskWithdrawal(models.Model):
    """An ask that no longer counts, because the import that asserted it was undone."""

    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="withdrawal")
    withdrawn_at = models.DateTimeField()
    reason = models.TextField()

    def __str__(self) -> str:
        return f"withdrawn at {self.withdrawn_at:%Y-%m-%d}: {self.reason}"
