"""Public reviews go by lot. An administrator may let people be chosen for them, and says on what legal basis."""

from typing import ClassVar, Literal

from django.db import models
from django.db.models import CheckConstraint, Q

type State = Literal["off", "on"]


class LotRuleQuerySet(models.QuerySet["LotRule"]):
    """What was said about the rule."""

    def newest(self) -> "LotRule | None":
        """The word that holds; None where nobody ever said one, and the rule is on."""
        return self.order_by("-pk").first()

    def is_off(self) -> bool:
        """Whether people may be chosen for public reviews."""
        last = self.newest()
        return last is not None and last.state == LotRule.OFF


class LotRule(models.Model):
    """Somebody switched the rule of the lot off, or on again; the newest row holds."""

    OFF: ClassVar[State] = "off"
    ON: ClassVar[State] = "on"

    state = models.TextField()
    legal_basis = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the console

    objects: ClassVar[LotRuleQuerySet] = LotRuleQuerySet.as_manager()  # type: ignore[assignment]  # it is one

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(state__in=["off", "on"]), name="lot_rule_is_known_word"),
            CheckConstraint(condition=Q(state="on") | ~Q(legal_basis=""), name="lot_rule_off_has_its_basis"),
        ]

    def __str__(self) -> str:
        return f"{self.state} since {self.at:%Y-%m-%d}"
