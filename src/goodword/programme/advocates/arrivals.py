"""Texts that arrived by themselves: heard at once, and kept here until a publication has what they say."""

from typing import Self

from django.db import models
from django.db.models import Q, UniqueConstraint


class ArrivedTextQuerySet(models.QuerySet["ArrivedText"]):
    """Texts that arrived."""

    def outside_the_lake(self) -> Self:
        """Those that no import has yet, the oldest first."""
        return self.filter(landed=False).order_by("pk")

    def missed_by(self, run: str) -> Self:
        """Those that a run does not know of: they arrived, or were let into the lake, after it had begun."""
        return self.exclude(run=run).order_by("pk")


class ArrivedText(models.Model):
    """What somebody said, on its way: from here into the lake, and gone once what it says is published by a run."""

    source = models.TextField()  # whose people they are filed under
    record_id = models.TextField()
    person_id = models.TextField()
    name = models.TextField(blank=True)  # what records call the person
    cells = models.JSONField()  # by column of the contract, as an import reads them
    arrived_at = models.DateTimeField()
    batch = models.TextField(blank=True)  # the name under which it goes into the lake, with others
    landed = models.BooleanField(default=False)
    run = models.TextField(blank=True)  # the run that found it in the lake

    objects = ArrivedTextQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["source", "record_id"], name="arrived_text_once"),
            models.CheckConstraint(condition=Q(landed=False) | ~Q(batch=""), name="arrived_text_landed_with_a_batch"),
        ]
        indexes = [
            models.Index(fields=["person_id"], name="arrived_text_by_person"),
            models.Index(fields=["landed", "id"], name="arrived_text_by_landing"),
        ]

    def __str__(self) -> str:
        return f"{self.record_id} of {self.source}"
