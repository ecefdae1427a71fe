"""Thanks that were given outside a moment: by a call, a note, a letter, or from one to the other."""

from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, Index, Q

from goodword.programme.people.models import Person


class Thank(models.Model):
    """One of ours thanked somebody; nothing was asked of them in the same breath."""

    HOWS: ClassVar[tuple[str, ...]] = ("call", "note", "letter", "in_person")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="thanks")
    how = models.TextField()
    thanked_on = models.DateField()
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(how__in=["call", "note", "letter", "in_person"]), name="thank_is_known_word")
        ]
        indexes = [Index(fields=["person", "-thanked_on"], name="thank_newest")]

    def __str__(self) -> str:
        return f"{self.how} on {self.thanked_on}"
