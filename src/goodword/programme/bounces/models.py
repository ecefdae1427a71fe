"""What came back about letters: that one did not arrive, or that its reader complained. Rows are never changed."""

from django.db import models
from django.db.models import CheckConstraint, Index, Q

from goodword.programme.outbox.models import Letter

KINDS = ("hard", "soft", "complaint")
"""The address is no good; it was not to be had that time; they call the letter unwanted."""


class Bounce(models.Model):
    """A report about a letter of ours. The same report again is the same row, wherever it is read."""

    digest = models.TextField(unique=True, help_text="SHA-256 of the report as it came.")
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="bounces")
    address = models.TextField(help_text="Where the letter went, without a name, in lower case.")
    kind = models.TextField()
    said = models.TextField(blank=True)
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [CheckConstraint(condition=Q(kind__in=KINDS), name="bounce_kind_is_known_word")]
        indexes = [Index(fields=["address", "kind"], name="bounce_by_address")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.said}"
