"""What is remembered of calls by programs: which were done already, and how many there were of late."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from goodword.programme.team.models import Token


class IdempotencyKeyQuerySet(models.QuerySet["IdempotencyKey"]):
    """Keys."""

    def of_call(self, token: Token, route: str, key: str) -> Self:
        """The row of one call, if there is one."""
        return self.filter(token=token, route=route, key=key)

    def expired(self, now: datetime) -> Self:
        """Those that nobody may count on any more."""
        return self.filter(expires_at__lte=now)


class IdempotencyKey(models.Model):
    """One call that must not be done twice: claimed when it begins, with its answer once it is done.

    The answer is written in the transaction of what the call does. So a row without an answer means that nothing was
    done, however the call ended; and nobody but the holder of the claim can write the answer.
    """

    KEPT: ClassVar[timedelta] = timedelta(hours=24)
    PATIENCE: ClassVar[timedelta] = timedelta(seconds=60)
    LONGEST: ClassVar[int] = 200

    token = models.ForeignKey(Token, on_delete=models.CASCADE, related_name="+")
    route = models.TextField()  # method and pattern of the address
    key = models.TextField()  # as the caller chose it
    fingerprint = models.TextField()  # of the whole call: address and body
    claim = models.TextField()  # who works on it; taken over where the one before was not heard of
    claimed_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True)
    content_type = models.TextField(blank=True)
    body = models.TextField(blank=True)

    objects = IdempotencyKeyQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["token", "route", "key"], name="idempotency_key_once"),
            CheckConstraint(
                condition=Q(status=None, body="") | Q(status__isnull=False), name="idempotency_answer_whole"
            ),
            CheckConstraint(condition=~Q(key=""), name="idempotency_key_not_empty"),
        ]
        indexes = [Index(fields=["expires_at"], name="idempotency_by_expiry")]

    def __str__(self) -> str:
        return f"{self.route}: {'done' if self.status else 'under way'}"


class CallWindow(models.Model):
    """How many calls of one kind somebody was granted in one stretch of time."""

    subject = models.TextField()  # id of a token, or a hash of an address
    kind = models.TextField()
    begins_at = models.DateTimeField()
    granted = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [UniqueConstraint(fields=["subject", "kind", "begins_at"], name="call_window_once")]
        indexes = [Index(fields=["begins_at"], name="call_window_by_time")]

    def __str__(self) -> str:
        return f"{self.subject} {self.kind}: {self.granted}"
