"""Tokens: how programs of a user's own come in. The secret is shown once; only its digest is kept."""

import hashlib
from datetime import datetime
from typing import ClassVar, Literal

from django.db import models
from django.db.models import CheckConstraint, Q

from goodword.programme.team.models.user import User

type Scope = Literal["read", "write"]


class TokenQuerySet(models.QuerySet["Token"]):
    """Tokens."""

    def live(self, now: datetime) -> "TokenQuerySet":
        """Those that still open a door."""
        return self.filter(revocation__isnull=True, expires_at__gt=now, user__is_active=True)

    def of_secret(self, secret: str) -> "TokenQuerySet":
        """The one with this secret, if there is one."""
        return self.filter(digest=Token.digest_of(secret))


class Token(models.Model):
    """A key that a user made for a program; it may never do more than its user."""

    PREFIX: ClassVar[str] = "gw_"
    SCOPES: ClassVar[tuple[Scope, ...]] = ("read", "write")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.TextField()
    scope = models.TextField()
    shown = models.TextField()  # the first letters of the secret, to tell tokens apart
    digest = models.TextField(unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_on = models.DateField(null=True)  # the last day it opened a door

    objects = TokenQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(scope__in=["read", "write"]), name="token_scope_is_known_word"),
            CheckConstraint(condition=~Q(name=""), name="token_has_a_name"),
            CheckConstraint(condition=Q(expires_at__gt=models.F("made_at")), name="token_ends_after_it_began"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.shown}…)"

    @staticmethod
    def digest_of(secret: str) -> str:
        """What is kept of a secret. It has 256 random bits, so a plain hash cannot be guessed back."""
        return hashlib.sha256(secret.encode()).hexdigest()


class TokenRevocation(models.Model):
    """A token that opens no door any more."""

    token = models.OneToOneField(Token, on_delete=models.CASCADE, related_name="revocation")
    at = models.DateTimeField()
    by = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"revoked at {self.at:%Y-%m-%d}"
