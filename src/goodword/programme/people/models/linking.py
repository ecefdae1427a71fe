"""What somebody decided about who is who. Who everybody is follows from records and these rows, anew with every run.

Two ids that mean one human being are a merge, taken back by an unmerge. A record that was taken for somebody else's is
a split, taken back by a rejoin. Two people who only look alike are apart, until somebody joins that question again.
"""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint


class _Decision(models.Model):
    """When it was decided, by whom, and why."""

    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the console, and where it was done by itself
    reason = models.TextField(blank=True)

    class Meta:
        abstract = True


class MergeQuerySet(models.QuerySet["Merge"]):
    """Merges."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(unmerge__isnull=True)

    def about(self, person_ids: "models.QuerySet[models.Model] | set[str] | list[str]") -> Self:
        """Those that one of these ids takes part in."""
        return self.filter(Q(one_id__in=person_ids) | Q(other_id__in=person_ids))


class Merge(_Decision):
    """Two ids mean one human being."""

    one_id = models.TextField()
    other_id = models.TextField()
    # Of one that nobody looked at: how sure the linkage was. Empty where somebody decided.
    probability = models.FloatField(null=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=~Q(one_id=F("other_id")), name="merge_is_of_two"),
            CheckConstraint(condition=~Q(one_id="") & ~Q(other_id=""), name="merge_names_both"),
            CheckConstraint(
                condition=Q(probability=None) | Q(probability__gte=0, probability__lte=1), name="merge_is_likely"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} is {self.other_id}"


class Unmerge(_Decision):
    """A merge that was taken back."""

    merge = models.OneToOneField(Merge, on_delete=models.CASCADE, related_name="unmerge")

    def __str__(self) -> str:
        return f"taken back at {self.at:%Y-%m-%d %H:%M}"


class SplitQuerySet(models.QuerySet["Split"]):
    """Splits."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(rejoin__isnull=True)


class Split(_Decision):
    """A record of a people table that stands for somebody of their own, whatever address it shares."""

    source = models.TextField()
    person_key = models.TextField()
    person_id = models.TextField()  # whose record it was taken for

    objects = SplitQuerySet.as_manager()

    class Meta:
        constraints = [CheckConstraint(condition=~Q(person_key=""), name="split_names_a_record")]

    def __str__(self) -> str:
        return f"{self.person_key} of {self.source} is somebody else"


class Rejoin(_Decision):
    """A split that was taken back."""

    split = models.OneToOneField(Split, on_delete=models.CASCADE, related_name="rejoin")

    def __str__(self) -> str:
        return f"taken back at {self.at:%Y-%m-%d %H:%M}"


class ApartQuerySet(models.QuerySet["Apart"]):
    """Pairs kept apart."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(join__isnull=True)


class Apart(_Decision):
    """Two ids mean two people, however alike they look: nobody is asked about them again."""

    one_id = models.TextField()
    other_id = models.TextField()

    objects = ApartQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=~Q(one_id=F("other_id")), name="apart_is_of_two"),
            CheckConstraint(condition=~Q(one_id="") & ~Q(other_id=""), name="apart_names_both"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} is not {self.other_id}"


class Join(_Decision):
    """A pair that is not kept apart any more."""

    apart = models.OneToOneField(Apart, on_delete=models.CASCADE, related_name="join")

    def __str__(self) -> str:
        return f"taken back at {self.at:%Y-%m-%d %H:%M}"


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    """Suggestions."""

    def open_on(self, today: date) -> Self:
        """Those that wait for somebody, and those whose putting off is over: the surest first."""
        waits = Q(state=Suggestion.WAITING) | Q(state=Suggestion.LATER, until__lte=today)
        return self.filter(waits).order_by("-probability", "pk")


class Suggestion(models.Model):
    """Two people who may be one human being, as the last run saw them; gone once somebody decided."""

    WAITING: ClassVar[str] = "waiting"
    LATER: ClassVar[str] = "later"

    one_id = models.TextField()  # the smaller of the two ids
    other_id = models.TextField()
    probability = models.FloatField()
    reasons = models.JSONField(default=list)  # what speaks for it and against: field, comparison, bits
    model_version = models.TextField()
    state = models.TextField(default=WAITING)
    until = models.DateField(null=True)  # of one that was put off: the day it comes back

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["one_id", "other_id"], name="suggestion_once"),
            CheckConstraint(condition=Q(one_id__lt=F("other_id")), name="suggestion_in_order"),
            CheckConstraint(condition=Q(probability__gte=0, probability__lte=1), name="suggestion_is_likely"),
            CheckConstraint(condition=Q(state__in=["waiting", "later"]), name="suggestion_state_is_known_word"),
            CheckConstraint(
                condition=Q(state="later", until__isnull=False) | Q(state="waiting", until=None),
                name="suggestion_later_has_its_day",
            ),
        ]
        indexes = [models.Index(fields=["state", "-probability"], name="suggestion_surest_first")]

    def __str__(self) -> str:
        return f"{self.one_id} may be {self.other_id}"

    @property
    def percent(self) -> int:
        """How likely it is in whole per cent; never all or nothing: then nobody would have to be asked."""
        return min(99, max(1, round(100 * self.probability)))
