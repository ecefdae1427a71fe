"""What somebody set in the app: each change of a setting is a row, and the last one of a setting holds."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint

from goodword.programme.team.actor import Actor, Kind


class SettingChangeQuerySet(models.QuerySet["SettingChange"]):
    """Changes of settings."""

    def of(self, key: str) -> Self:
        """The changes of one setting, the newest first."""
        return self.filter(key=key).order_by("-number")

    def last_ones(self) -> Self:
        """The last change of every setting that was ever changed; one that was reset is among them."""
        later = SettingChange.objects.filter(key=OuterRef("key"), number__gt=OuterRef("number"))
        return self.filter(~Exists(later))


class SettingChange(models.Model):
    """Somebody gave a setting a value, or took it back."""

    key = models.TextField()
    number = models.PositiveIntegerField()  # 1 for the first change of a setting; two at once cannot both be the next
    value = models.JSONField(null=True)  # null: taken back; goodword.toml or the default holds again
    at = models.DateTimeField()
    by_kind = models.TextField()
    by_id = models.TextField(blank=True)
    door = models.TextField()
    reason = models.TextField(blank=True)

    objects: ClassVar[SettingChangeQuerySet] = SettingChangeQuerySet.as_manager()  # type: ignore[assignment]  # it is one

    class Meta:
        constraints = [
            UniqueConstraint(fields=["key", "number"], name="setting_change_numbers_count_up"),
            CheckConstraint(condition=~Q(key=""), name="setting_change_names_its_setting"),
            CheckConstraint(
                condition=Q(by_kind__in=["user", "token", "console", "system"]), name="setting_change_by_known_word"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} = {self.value}" if self.value is not None else f"{self.key} reset"

    @property
    def is_reset(self) -> bool:
        """Whether it took back what was set in the app."""
        return self.value is None

    @property
    def by(self) -> Actor:
        """Who did it; what to call them is looked up where it is shown."""
        kinds: dict[str, Kind] = {"user": "user", "token": "token", "console": "console", "system": "system"}
        return Actor(kinds[self.by_kind], self.by_id, "", self.door)
