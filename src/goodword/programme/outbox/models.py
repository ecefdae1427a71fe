"""The outbox: every e-mail Goodword ever sends is a letter here first; there is no other way out.

A letter never changes. Where it stands is told by rows with a date: its place in the queue, the attempts to send it,
how each attempt ended, and what a person said where nobody could know. An attempt is written before the connection is
used, so a process that dies in between leaves one without an outcome: that letter may have arrived, and is never sent
again by itself.
"""

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from goodword.programme.outbox.purposes import PURPOSES, SECRET
from goodword.programme.outbox.querysets import AttemptQuerySet, LetterQuerySet, WaitingQuerySet

RESULTS = ("sent", "later", "refused", "unsure")
"""How an attempt ends: taken; put off and tried again; not taken, ever; nobody can know."""

DROPS = ("expired", "suppressed", "withdrawn")
"""Why a letter is never sent: too late; they want none; somebody took it back."""

VERDICTS = ("arrived", "again")
"""What a person says of an attempt that nobody can know about."""


class Letter(models.Model):
    """One e-mail to one address."""

    purpose = models.TextField()
    # The same key again is the same letter: it is queued once, and reaches nobody twice.
    dedupe_key = models.TextField(unique=True)
    to = models.TextField()
    sender = models.TextField()
    reply_to = models.TextField(blank=True)
    subject = models.TextField()
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    calendar = models.TextField(blank=True, db_default="")  # an entry that travels with it (RFC 5545)
    language = models.TextField(blank=True)
    unsubscribe_url = models.TextField(blank=True, help_text="One POST to it ends letters of this kind (RFC 8058).")
    message_id = models.TextField()
    queued_at = models.DateTimeField()
    not_before = models.DateTimeField()
    expires_at = models.DateTimeField()
    priority = models.PositiveSmallIntegerField()

    objects = LetterQuerySet["Letter"].as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(purpose__in=list(PURPOSES)), name="letter_purpose_is_known_word"),
            CheckConstraint(condition=Q(expires_at__gt=models.F("not_before")), name="letter_expires_after_it_may_go"),
            # A line break in a header would begin another header.
            *(
                CheckConstraint(
                    condition=~Q(**{f"{field}__contains": "\n"}) & ~Q(**{f"{field}__contains": "\r"}),
                    name=f"letter_{field}_is_one_line",
                )
                for field in ("to", "sender", "reply_to", "subject", "unsubscribe_url", "message_id", "language")
            ),
        ]
        indexes = [
            Index(fields=["queued_at"], name="letter_by_age"),
            Index(fields=["expires_at"], condition=Q(purpose__in=SECRET) & ~Q(text=""), name="letter_secret_by_expiry"),
        ]

    def __str__(self) -> str:
        return f"letter {self.pk} ({self.purpose})"

    @property
    def secret(self) -> bool:
        """Whether its words let somebody in."""
        return PURPOSES[self.purpose].secret


class Waiting(models.Model):
    """A letter's place in the queue. Whoever takes the row away, and nobody else, may try to send the letter."""

    letter = models.OneToOneField(Letter, primary_key=True, on_delete=models.CASCADE, related_name="waiting")
    due_at = models.DateTimeField()
    priority = models.PositiveSmallIntegerField()

    objects = WaitingQuerySet["Waiting"].as_manager()

    class Meta:
        indexes = [Index(fields=["priority", "due_at"], name="waiting_by_turn")]

    def __str__(self) -> str:
        return f"letter {self.letter_id} waits"


class Attempt(models.Model):
    """Somebody took a letter to send it. Written before the connection is used."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveIntegerField()
    claimed_at = models.DateTimeField()
    worker = models.TextField()

    objects = AttemptQuerySet["Attempt"].as_manager()

    class Meta:
        constraints = [UniqueConstraint(fields=["letter", "number"], name="attempt_once_a_number")]

    def __str__(self) -> str:
        return f"attempt {self.number} at letter {self.letter_id}"


class Outcome(models.Model):
    """How an attempt ended, in the receiving server's own words."""

    attempt = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="outcome")
    at = models.DateTimeField()
    result = models.TextField()
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [CheckConstraint(condition=Q(result__in=RESULTS), name="outcome_result_is_known_word")]

    def __str__(self) -> str:
        return f"{self.result}: {self.answer}"


class Ruling(models.Model):
    """What a person decided about an attempt that was refused, or of which nobody knows how it ended."""

    attempt = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="ruling")
    at = models.DateTimeField()
    by = models.TextField(help_text="Kind and id of whoever decided.")
    verdict = models.TextField()
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [CheckConstraint(condition=Q(verdict__in=VERDICTS), name="ruling_verdict_is_known_word")]

    def __str__(self) -> str:
        return self.verdict


class Drop(models.Model):
    """The letter is never sent, and why."""

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="drop")
    at = models.DateTimeField()
    reason = models.TextField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [CheckConstraint(condition=Q(reason__in=DROPS), name="drop_reason_is_known_word")]

    def __str__(self) -> str:
        return self.reason
