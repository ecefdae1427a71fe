"""What was done about moments: thanked, put off, or let pass; each with its date and author, and each can be undone."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal

from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q

if TYPE_CHECKING:
    from goodword.programme.advocates.models import Moment
    from goodword.programme.advocates.querysets import MomentQuerySet

type Verb = Literal["thank", "later", "pass"]


class MomentAnswerQuerySet(models.QuerySet["MomentAnswer"]):
    """Answers to moments."""

    def standing(self) -> "MomentAnswerQuerySet":
        """Those that nobody took back."""
        return self.filter(withdrawal__isnull=True)

    def closing(self, today: date) -> "MomentAnswerQuerySet":
        """Those that keep a moment off the list today."""
        return self.standing().filter(Q(until=None) | Q(until__gt=today))


class MomentAnswer(models.Model):
    """Somebody answered a moment. It outlives the generation that raised it: the signal is what was answered."""

    VERBS: ClassVar[tuple[Verb, ...]] = ("thank", "later", "pass")

    person_id = models.TextField()
    signal_id = models.TextField()
    verb = models.TextField()
    note = models.TextField(blank=True)  # private: what our people see, and nobody else
    until = models.DateField(null=True)  # of one that was put off: the day it comes back
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user

    objects = MomentAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(verb__in=["thank", "later", "pass"]), name="moment_answer_is_known_word"),
            CheckConstraint(
                condition=Q(verb="later", until__isnull=False) | (~Q(verb="later") & Q(until=None)),
                name="moment_answer_later_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["person_id", "signal_id"], name="moment_answer_by_moment"),
            models.Index(fields=["by", "-at"], name="moment_answer_by_author"),
        ]

    def __str__(self) -> str:
        return f"{self.verb}: {self.person_id}"


class MomentAnswerWithdrawal(models.Model):
    """An answer that was taken back: the moment waits again."""

    answer = models.OneToOneField(MomentAnswer, on_delete=models.CASCADE, related_name="withdrawal")
    at = models.DateTimeField()
    by = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"taken back at {self.at:%Y-%m-%d %H:%M}"


def unanswered(moments: "MomentQuerySet[Moment]", today: date) -> "MomentQuerySet[Moment]":
    """Those moments that nobody answered, or whose putting off is over."""
    return moments.exclude(Exists(_answers_of_outer(today)))


def answered(moments: "MomentQuerySet[Moment]", today: date) -> int:
    """How many of these moments an answer keeps off the list."""
    # Answers are few and moments are many: the moments are looked up one by one.
    pairs = set(MomentAnswer.objects.closing(today).values_list("person_id", "signal_id"))
    people = {person for person, _ in pairs}
    return sum(pair in pairs for pair in moments.filter(person_id__in=people).values_list("person_id", "signal_id"))


def _answers_of_outer(today: date) -> MomentAnswerQuerySet:
    return MomentAnswer.objects.closing(today).filter(person_id=OuterRef("person_id"), signal_id=OuterRef("signal_id"))
