"""What belongs to one colleague's desk: how they like the pages, what they are told, and the lists they keep."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from goodword.programme.desk.querysets import NotificationQuerySet, SavedViewQuerySet
from goodword.programme.desk.wording import KINDS
from goodword.programme.team.models import User
from goodword.programme.team.roles import Role

RHYTHMS = ("off", "daily", "weekly")
"""How often somebody wants the digest. Weekly is on Mondays."""

THEMES = ("", "light", "dark")
"""How pages look; empty follows the machine."""

LAST_HOUR = 23


class Preference(models.Model):
    """How a colleague likes things. Name and time zone stand with the user; who changed what, in the audit trail."""

    user = models.OneToOneField(User, primary_key=True, on_delete=models.CASCADE, related_name="preference")
    language = models.TextField(blank=True)  # as in settings.LANGUAGES; empty: what the browser asks for
    theme = models.TextField(blank=True)
    single_keys = models.BooleanField(default=True)  # whether one key alone does something (WCAG 2.1.4)
    digest = models.TextField(default="off")
    digest_hour = models.PositiveSmallIntegerField(default=7)  # local hour, in the user's zone

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(theme__in=THEMES), name="preference_theme_is_known_word"),
            CheckConstraint(condition=Q(digest__in=RHYTHMS), name="preference_digest_is_known_word"),
            CheckConstraint(
                condition=Q(digest_hour__gte=0, digest_hour__lte=LAST_HOUR), name="preference_hour_is_an_hour"
            ),
        ]

    def __str__(self) -> str:
        return f"preferences of user {self.user_id}"

    @classmethod
    def of(cls, user: User) -> Self:
        """What somebody chose, or what holds for those who chose nothing."""
        return cls.objects.filter(user=user).first() or cls(user=user)


class DigestDay(models.Model):
    """Somebody's digest of one day is settled: a letter was queued, or there was nothing to tell."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="digest_days")
    day = models.DateField()  # the user's local one
    settled_at = models.DateTimeField()
    moments = models.JSONField(default=list)  # ids of the moments it told; each is told once

    class Meta:
        constraints = [UniqueConstraint(fields=["user", "day"], name="digest_once_a_day")]

    def __str__(self) -> str:
        return f"digest of {self.day} for user {self.user_id}"


class Notification(models.Model):
    """Something a colleague is told on the pages."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notifications")
    kind = models.TextField()
    facts = models.JSONField(default=dict)  # what the sentence is made of, see wording.py
    url = models.TextField(blank=True)  # a path of ours
    at = models.DateTimeField()
    key = models.TextField()  # the same again is not told twice

    objects = NotificationQuerySet["Notification"].as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(kind__in=list(KINDS)), name="notification_kind_is_known_word"),
            UniqueConstraint(fields=["user", "key"], name="notification_once_a_key"),
        ]
        indexes = [Index(fields=["user", "-at", "-id"], name="notification_of_user")]

    def __str__(self) -> str:
        return f"{self.kind} for user {self.user_id}"


class Reading(models.Model):
    """Somebody read what they were told."""

    notification = models.OneToOneField(
        Notification, primary_key=True, on_delete=models.CASCADE, related_name="reading"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"read at {self.at:%Y-%m-%d %H:%M}"


class SavedView(models.Model):
    """A list with its filters under a name: the page and its query string."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="saved_views")
    page = models.TextField()  # name of the route
    name = models.TextField()
    query = models.TextField(blank=True)  # without the question mark
    shared_with = models.TextField(blank=True)  # a role whose people see it as well; empty: nobody else
    made_at = models.DateTimeField()

    objects = SavedViewQuerySet["SavedView"].as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["user", "page", "name"], name="saved_view_name_once"),
            CheckConstraint(
                condition=Q(shared_with__in=["", *(role.value for role in Role)]),
                name="saved_view_shared_with_a_role",
            ),
            CheckConstraint(condition=~Q(name=""), name="saved_view_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class ViewRemoval(models.Model):
    """A saved view was removed; taking this row away brings it back."""

    view = models.OneToOneField(SavedView, primary_key=True, on_delete=models.CASCADE, related_name="removal")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"removed at {self.at:%Y-%m-%d %H:%M}"
