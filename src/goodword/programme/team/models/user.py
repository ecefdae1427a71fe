"""Our own people: who signs in."""

from datetime import datetime, timedelta
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import CheckConstraint, Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from goodword.kit.ids import stable_id


class UserManager(BaseUserManager["User"]):
    """Finds users by e-mail address, however it is written."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the user with that address."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """A colleague who signs in with an e-mail address."""

    email = models.EmailField("work e-mail", max_length=254, unique=True)
    name = models.TextField("name", blank=True)
    timezone = models.TextField(blank=True, help_text="IANA time zone; empty means the workspace's.")
    joined_at = models.DateTimeField(auto_now_add=True)
    # Told by the open deactivation, if there is one; kept here because Django asks for it with every request.
    is_active = models.BooleanField(default=True)
    # Counted up when sessions have to end: a change of role, a deactivation. Part of what a session is checked against.
    session_epoch = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [CheckConstraint(condition=Q(email=Lower("email")), name="user_email_is_lower_case")]

    def __str__(self) -> str:
        return self.name or self.email

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session is checked against with every request; a new password or epoch ends all sessions."""
        text = f"{self.password}/{self.session_epoch}"
        return salted_hmac("goodword.team.session", text, secret=secret, algorithm="sha256").hexdigest()


class FailedSignInQuerySet(models.QuerySet["FailedSignIn"]):
    """Failed sign-ins, by whom, from where and when."""

    def of(self, email: str) -> "FailedSignInQuerySet":
        """Those for one address."""
        return self.filter(address=FailedSignIn.disguise(email))

    def coming_from(self, origin: str) -> "FailedSignInQuerySet":
        """Those that came from one place; none where it is not known."""
        return self.filter(origin=origin) if origin else self.none()

    def since(self, instant: datetime) -> "FailedSignInQuerySet":
        """Those not older than an instant."""
        return self.filter(at__gt=instant)

    def blocks_until(self, most: int, now: datetime) -> datetime | None:
        """When fewer than `most` count again; None where that is so now."""
        newest = self.since(now - FailedSignIn.WINDOW).order_by("-at").values_list("at", flat=True)
        held = list(newest[most - 1 : most])
        return held[0] + FailedSignIn.WINDOW if held else None


class FailedSignIn(models.Model):
    """An attempt to sign in that failed; kept for as long as it counts."""

    WINDOW = timedelta(minutes=15)
    LIMIT = 8
    ORIGIN_LIMIT = 30  # a whole office may share an address; whoever comes in is forgiven their own attempts

    # A hash: people type passwords into the wrong field, and strangers' addresses are not ours to keep.
    address = models.TextField()
    origin = models.TextField(blank=True, default="")  # stands for where it came from; empty if unknown
    at = models.DateTimeField()

    objects = FailedSignInQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["address", "at"], name="failed_sign_in_by_address"),
            models.Index(fields=["origin", "at"], name="failed_sign_in_by_origin"),
        ]

    def __str__(self) -> str:
        return f"failed sign-in at {self.at:%Y-%m-%d %H:%M}"

    @staticmethod
    def disguise(email: str) -> str:
        """What stands for an address in the table."""
        return stable_id("signin", email.strip().lower())
