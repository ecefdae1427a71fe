"""What was done about moments: thanked, put off, or let pass; each with its date and author, and each can be undone."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal

from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, Subquery

from goodword.programme.people.models import Person

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

    def of(self, moment: "Moment") -> "MomentAnswerQuerySet":
        """Those to a moment, also under an id that its person had before."""
        before = Person.objects.filter(root_id=moment.person_id).values("person_id")
        given_before = Q(person_id__in=before, kind=moment.kind, raised_at=moment.raised_at)
        return self.filter(Q(person_id=moment.person_id, signal_id=moment.signal_id) | given_before)


class MomentAnswer(models.Model):
    """Somebody answered a moment. It outlives the generation that raised it: the signal is what was answered.

    A signal has another id once its person is called by another one. So its kind and its instant stand here, too: by
    these, an answer of before a merge is still the answer.
    """

    VERBS: ClassVar[tuple[Verb, ...]] = ("thank", "later", "pass")

    person_id = models.TextField()
    signal_id = models.TextField()
    kind = models.TextField(blank=True)  # of the signal; empty where it was answered before this was kept
    raised_at = models.DateTimeField(null=True)  # as the kind
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
    return _without(moments, today, _answered_before(moments, today))


def answered(moments: "MomentQuerySet[Moment]", today: date) -> int:
    """How many of these moments an answer keeps off the list."""
    return _answered(moments, today, _answered_before(moments, today))


def unanswered_and_answered(moments: "MomentQuerySet[Moment]", today: date) -> "tuple[MomentQuerySet[Moment], int]":
    """Both at once: `unanswered`, and how many `answered`."""
    before = _answered_before(moments, today)
    return _without(moments, today, before), _answered(moments, today, before)


def _without(moments: "MomentQuerySet[Moment]", today: date, before: set[int]) -> "MomentQuerySet[Moment]":
    open_now = moments.exclude(Exists(_answers_of_outer(today)))
    return open_now.exclude(pk__in=before) if before else open_now


def _answered(moments: "MomentQuerySet[Moment]", today: date, before: set[int]) -> int:
    # Answers are few and moments are many: the moments are looked up one by one.
    pairs = set(MomentAnswer.objects.closing(today).values_list("person_id", "signal_id"))
    people = {person for person, _ in pairs}
    rows = moments.filter(person_id__in=people).values_list("pk", "person_id", "signal_id") if people else ()
    return len({pk for pk, *pair in rows if tuple(pair) in pairs} | before)


def _answers_of_outer(today: date) -> MomentAnswerQuerySet:
    return MomentAnswer.objects.closing(today).filter(person_id=OuterRef("person_id"), signal_id=OuterRef("signal_id"))


def _answered_before(moments: "MomentQuerySet[Moment]", today: date) -> set[int]:
    """Those moments that were answered under an id which their person had before: few, for few people are merged."""
    merged = Person.objects.exclude(root=None).filter(person_id=OuterRef("person_id"))
    given = (
        MomentAnswer.objects.closing(today)
        .exclude(raised_at=None)
        .annotate(today=Subquery(merged.values("root_id")))
        .exclude(today=None)
    )
    told = set(given.values_list("today", "kind", "raised_at"))
    people = {person for person, *_ in told}
    rows = moments.filter(person_id__in=people).values_list("pk", "person_id", "kind", "raised_at") if people else ()
    return {pk for pk, *what in rows if tuple(what) in told}
