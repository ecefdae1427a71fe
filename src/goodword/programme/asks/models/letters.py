"""Asks that were sent as a letter."""

from django.db import models
from django.db.models import CheckConstraint, Q

from goodword.programme.asks.models.ledger import Ask
from goodword.programme.outbox.models import Letter


class AskLetter(models.Model):
    """The letter of an ask. The outbox wipes its words once it left, for its links let somebody in; these stay."""

    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="sent_as")
    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="asks")
    # The form it was sent from: pressed twice, or sent again after going back, it is the same ask.
    token = models.TextField(unique=True)
    subject = models.TextField()
    text = models.TextField()

    class Meta:
        constraints = [CheckConstraint(condition=~Q(token=""), name="ask_letter_has_its_form")]

    def __str__(self) -> str:
        return self.subject
