"""What is kept of erasures: that there was one, how far it is, and the marks by which a further load knows the person.

Whom it is about stands in a file of the workspace for as long as it lasts, and nowhere afterwards.
"""

from typing import ClassVar, Self

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint


class ErasureQuerySet(models.QuerySet["Erasure"]):
    """Sets of erasures."""

    def under_way(self) -> Self:
        """Those that are not finished."""
        return self.filter(finish__isnull=True)


class Erasure(models.Model):
    """Somebody is being erased, or was."""

    reference = models.TextField(unique=True)  # a random word; stands where they stood
    asked_at = models.DateTimeField()
    asked_by_kind = models.TextField()
    asked_by_id = models.TextField(blank=True)
    door = models.TextField()

    objects: ClassVar[ErasureQuerySet] = ErasureQuerySet.as_manager()  # type: ignore[assignment]  # it is one

    class Meta:
        constraints = [
            CheckConstraint(condition=~Q(reference=""), name="erasure_has_a_reference"),
            CheckConstraint(
                condition=Q(asked_by_kind__in=["user", "token", "link", "console", "system"]),
                name="erasure_by_known_word",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class ErasedMark(models.Model):
    """A keyed hash of an address or a key of somebody who was erased; see `people.suppression`."""

    erasure = models.ForeignKey(Erasure, on_delete=models.CASCADE, related_name="marks")
    mark = models.TextField(db_index=True)

    class Meta:
        constraints = [UniqueConstraint(fields=["erasure", "mark"], name="erased_mark_once")]

    def __str__(self) -> str:
        return self.mark[:8]


class ErasureStep(models.Model):
    """A step of an erasure that is done."""

    erasure = models.ForeignKey(Erasure, on_delete=models.CASCADE, related_name="steps")
    name = models.TextField()
    at = models.DateTimeField()
    places = models.JSONField(default=list)  # [{"place", "found", "removed", "note"}]

    class Meta:
        constraints = [UniqueConstraint(fields=["erasure", "name"], name="erasure_step_once")]

    def __str__(self) -> str:
        return self.name


class ErasureFinish(models.Model):
    """An erasure is finished, and its proof written."""

    erasure = models.OneToOneField(Erasure, on_delete=models.CASCADE, related_name="finish")
    at = models.DateTimeField()
    proof = models.TextField()  # the name of the file

    def __str__(self) -> str:
        return f"finished at {self.at:%Y-%m-%d %H:%M}"
