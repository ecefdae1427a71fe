"""What colleagues said of themes: a row each time, and the last one about a theme that stands counts."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, F, Q

DEEDS = ("rename", "merge", "hide")
"""Call it otherwise; count it with another; show it nowhere."""


def key_of(theme: str) -> str:
    """What two spellings of one theme share."""
    return " ".join(theme.split()).casefold()


class ThemeChangeQuerySet(models.QuerySet["ThemeChange"]):
    """Changes of themes."""

    def standing(self) -> Self:
        """Those that nobody took back, the first first."""
        return self.filter(withdrawal__isnull=True).order_by("pk")

    def about(self, theme: str) -> Self:
        """Those of one theme."""
        return self.filter(key=key_of(theme))


class ThemeChange(models.Model):
    """What a colleague said of a theme. Remarks keep the themes that were heard: this says how they are shown."""

    theme = models.TextField()  # as it was heard, not as it is called
    key = models.TextField()
    deed = models.TextField()
    to = models.TextField(blank=True)  # what it is called, or the theme that it is counted with, as that was heard
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the console

    objects = ThemeChangeQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=~Q(theme="") & ~Q(key=""), name="theme_change_says_of_what"),
            CheckConstraint(condition=Q(deed__in=DEEDS), name="theme_change_deed_is_known_word"),
            CheckConstraint(
                condition=Q(deed="hide", to="") | (~Q(deed="hide") & ~Q(to="")), name="theme_change_says_to_what"
            ),
            CheckConstraint(condition=~Q(deed="merge", to=F("theme")), name="theme_change_merges_two"),
        ]

    def __str__(self) -> str:
        return f"{self.deed} {self.theme} {self.to}".strip()


class ThemeChangeWithdrawal(models.Model):
    """A change that was taken back: what stood before it counts again."""

    change = models.OneToOneField(ThemeChange, on_delete=models.CASCADE, related_name="withdrawal")
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the console

    def __str__(self) -> str:
        return f"taken back at {self.at:%Y-%m-%d %H:%M}"
