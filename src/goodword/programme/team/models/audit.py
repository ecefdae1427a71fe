"""The audit trail: what was done, by whom, through which door. Rows are added and never changed; a chain proves it."""

import json
from typing import Any, ClassVar

from django.db import models
from django.db.models import CheckConstraint, Index, Q


class AuditEntry(models.Model):
    """One change of state. It names people by id only, so that erasing somebody leaves nothing to erase here."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor_kind = models.TextField()
    actor_id = models.TextField(blank=True)
    door = models.TextField()
    verb = models.TextField()
    noun = models.TextField()
    object_id = models.TextField(blank=True)
    # JSON as it was digested, to the byte: a database that reads JSON may write it otherwise. Empty: nothing there.
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    previous = models.TextField()
    digest = models.TextField(unique=True)

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(actor_kind__in=["user", "token", "link", "console", "system"]),
                name="audit_actor_is_known_word",
            ),
            CheckConstraint(condition=Q(number__gte=1), name="audit_numbers_start_at_one"),
        ]
        indexes = [
            Index(fields=["noun", "object_id", "-number"], name="audit_by_object"),
            Index(fields=["actor_kind", "actor_id", "-number"], name="audit_by_actor"),
            Index(fields=["verb", "-number"], name="audit_by_verb"),
            Index(fields=["noun", "-number"], name="audit_by_noun"),
            Index(fields=["object_id", "-number"], name="audit_by_object_id"),
            Index(fields=["door", "-number"], name="audit_by_door"),
            Index(fields=["at", "number"], name="audit_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.verb} {self.noun} {self.object_id}"

    @property
    def facts_before(self) -> dict[str, Any]:
        """The facts before, empty where there were none."""
        return json.loads(self.before) if self.before else {}

    @property
    def facts_after(self) -> dict[str, Any]:
        """The facts after, empty where none are left."""
        return json.loads(self.after) if self.after else {}


class AuditTombstone(models.Model):
    """An entry may be blacked out: somebody asked to be erased whom it names. The database lets no other be changed."""

    number = models.PositiveBigIntegerField(primary_key=True)  # of the entry
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"entry {self.number} was blacked out at {self.at:%Y-%m-%d}"


class AuditCheck(models.Model):
    """Somebody, or the worker, walked along a stretch of the chain and found that it holds, or where it does not."""

    at = models.DateTimeField()
    first = models.PositiveBigIntegerField()  # the number of the first entry looked at
    last = models.PositiveBigIntegerField()  # and of the last; less than `first` where there was none
    digest = models.TextField()  # of the last entry: what the next check goes on from
    breaks = models.PositiveBigIntegerField(default=0)
    sentence = models.TextField(blank=True)  # what the first break is; empty where the chain holds

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(first__gte=1), name="audit_check_starts_at_an_entry"),
            CheckConstraint(
                condition=Q(breaks=0, sentence="") | Q(breaks__gt=0) & ~Q(sentence=""), name="audit_check_says_breaks"
            ),
        ]

    def __str__(self) -> str:
        return f"entries {self.first} to {self.last}: {self.sentence or 'the chain holds'}"

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return self.breaks == 0

    @property
    def whole(self) -> bool:
        """Whether it began with the first entry."""
        return self.first == 1


class AuditHead(models.Model):
    """The end of the chain: one row, which writers lock, and which shows when entries at the end are missing."""

    THE_ONE: ClassVar[int] = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_ONE)
    number = models.PositiveBigIntegerField()
    digest = models.TextField()

    class Meta:
        constraints = [CheckConstraint(condition=Q(id=1), name="audit_head_is_one_row")]

    def __str__(self) -> str:
        return f"the trail ends at {self.number}"
