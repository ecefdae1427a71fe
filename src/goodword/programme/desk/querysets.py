"""Sets of notifications and saved views that pages speak of."""

from typing import Self

from django.db import models
from django.db.models import Q

from goodword.programme.team.models import User
from goodword.programme.team.roles import Role


class NotificationQuerySet[Row: models.Model](models.QuerySet[Row]):
    """What colleagues are told."""

    def to(self, user: User) -> Self:
        """What this one is told, the newest first."""
        return self.filter(user=user).order_by("-at", "-id")

    def unread(self) -> Self:
        """What they have not read."""
        return self.filter(reading__isnull=True)


class SavedViewQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Lists that colleagues keep."""

    def standing(self) -> Self:
        """Those that were not removed."""
        return self.filter(removal__isnull=True)

    def seen_by(self, user: User, role: Role) -> Self:
        """Somebody's own, and those that are shared with their role; by name."""
        return self.standing().filter(Q(user=user) | Q(shared_with=role.value)).order_by("name", "id")
