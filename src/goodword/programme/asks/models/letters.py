"""Asks that were sent as a letter."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from goodword.programme.asks.models.ledger import Ask
from goodword.programme.outbox.models import Letter
from goodword.programme.permissions.models import ActKind


class AskLetter(models.Model):
    """The letter of an ask. The outbox wipes its words once it left, for its links let somebody in; these stay."""

    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="sent_as")
    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="asks")
    # The form it was sent from: pressed twice, or sent again after going back, it is the same ask.
    token = models.TextField(unique=True)
    subject = models.TextField()
    text = models.TextField()
    language = models.TextField(blank=True, db_default="")  # of the template it was drafted from; empty before these
    version = models.PositiveIntegerField(null=True)  # of that template, 0 for the shipped one
    unthanked_because = models.TextField(blank=True, db_default="")  # why nobody thanked them first

    class Meta:
        constraints = [CheckConstraint(condition=~Q(token=""), name="ask_letter_has_its_form")]

    def __str__(self) -> str:
        return self.subject


class LetterVersion(models.Model):
    """A template as somebody wrote it: the newest of a kind and language is used, and none is ever changed.

    What is shipped is version 0 and no row.
    """

    act_kind = models.ForeignKey(ActKind, on_delete=models.PROTECT, related_name="letters")
    language = models.TextField()
    number = models.PositiveIntegerField()
    subject = models.TextField()
    text = models.TextField()
    restored = models.PositiveIntegerField(null=True)  # the version whose words were brought back; empty for new ones
    at = models.DateTimeField()
    by_kind = models.TextField()
    by_id = models.TextField(blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = [
            UniqueConstraint(fields=["act_kind", "language", "number"], name="letter_version_counts_once"),
            CheckConstraint(condition=Q(number__gte=1), name="letter_versions_start_at_one"),
            CheckConstraint(condition=~Q(subject="") & ~Q(text=""), name="letter_version_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.act_kind_id} {self.language}, version {self.number}"
