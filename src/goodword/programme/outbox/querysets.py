"""Sets of letters and attempts that pages, commands and actions speak of."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

HELD_AFTER = timedelta(minutes=10)
"""An attempt without an outcome belongs to a process that works on it; after so long, to one that died."""


class LetterQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Letters by what became of them."""

    def waiting(self) -> Self:
        """Those that have a place in the queue."""
        return self.filter(waiting__isnull=False)

    def refused(self) -> Self:
        """Those that the receiving side will not take, and that nobody asked to send again."""
        return self.filter(
            waiting__isnull=True, drop__isnull=True, attempts__outcome__result="refused", attempts__ruling__isnull=True
        )

    def dropped(self) -> Self:
        """Those that are never sent: too late, withdrawn, or to somebody who wants none."""
        return self.filter(drop__isnull=False)

    def sent(self) -> Self:
        """Those that the receiving side took, or that a person says arrived."""
        return self.filter(Q(attempts__outcome__result="sent") | Q(attempts__ruling__verdict="arrived")).distinct()


class WaitingQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Places in the queue."""

    def due(self, now: datetime) -> Self:
        """Those whose time has come, the most urgent first."""
        return self.filter(due_at__lte=now).order_by("priority", "due_at", "letter_id")


class AttemptQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Attempts by what is known of them."""

    def open(self) -> Self:
        """Those of which nobody knows how they ended, and nobody has ruled yet."""
        from_nobody = Q(outcome__isnull=True) | Q(outcome__result="unsure")
        return self.filter(from_nobody, ruling__isnull=True)

    def held(self, now: datetime) -> Self:
        """Those that wait for a person: it may have arrived, so it is not sent again by itself."""
        silent = Q(outcome__isnull=True, claimed_at__lte=now - HELD_AFTER)
        return self.open().filter(silent | Q(outcome__result="unsure")).order_by("claimed_at", "id")
