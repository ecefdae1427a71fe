"""How people came in: open sessions, codes that were used, and who needs a second factor."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from goodword.programme.team.models.user import User
from goodword.programme.team.roles import Role


class OpenSession(models.Model):
    """A browser in which somebody signed in. Whether it still counts, the session itself says."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="open_sessions")
    session_key = models.TextField(unique=True)
    began_at = models.DateTimeField()
    how = models.TextField()  # password, code, passkey or oidc
    browser = models.TextField(blank=True)  # what the browser called itself

    def __str__(self) -> str:
        return f"session {self.pk} of user {self.user_id}"


class UsedCode(models.Model):
    """A code of an authenticator app that opened the door once, and does not again."""

    KEPT: ClassVar[timedelta] = timedelta(minutes=5)

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="used_codes")
    digest = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["user", "digest"], name="code_used_once")]

    def __str__(self) -> str:
        return f"code used at {self.at:%Y-%m-%d %H:%M}"


class SecondFactorRuleQuerySet(models.QuerySet["SecondFactorRule"]):
    """Rules of who needs a second factor."""

    def open(self) -> "SecondFactorRuleQuerySet":
        """Those that hold now."""
        return self.filter(lifted_at=None)


class SecondFactorRule(models.Model):
    """Everybody with a role needs a second factor, until it is lifted."""

    role = models.TextField()
    since = models.DateTimeField()
    by = models.TextField(blank=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.TextField(blank=True)

    objects = SecondFactorRuleQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(role__in=[role.value for role in Role]), name="factor_rule_role_is_known_word"),
            UniqueConstraint(fields=["role"], condition=Q(lifted_at=None), name="factor_rule_open_once"),
        ]

    def __str__(self) -> str:
        return f"{self.role} needs a second factor since {self.since:%Y-%m-%d}"


def used_before(now: datetime) -> Q:
    """Codes so old that they would not be taken anyway."""
    return Q(at__lt=now - UsedCode.KEPT)
