"""What was told of people where records differ, and what colleagues put right."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Index, Q

from goodword.evidence.records.values import PERSON_FIELDS, VERIFIED_BY


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Corrections."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(withdrawal__isnull=True)


class Correction(models.Model):
    """A colleague's word for the value of one field of a person, verified as of its day. A newer verified one wins."""

    person_id = models.TextField()  # by the id of the day
    field = models.TextField()
    value = models.TextField()  # as records have it: `true` or `false`, a day as 2026-11-01, the id of an account
    set_aside = models.JSONField(default=list)  # what stood there: two sources that still say so prove nothing new
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the console

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        indexes = [Index(fields=["person_id"], name="correction_by_person")]
        constraints = [
            CheckConstraint(condition=~Q(person_id=""), name="correction_names_a_person"),
            CheckConstraint(condition=Q(field__in=PERSON_FIELDS), name="correction_field_is_known_word"),
            CheckConstraint(condition=~Q(value=""), name="correction_is_never_empty"),
            CheckConstraint(condition=~Q(reason=""), name="correction_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.field} of {self.person_id} is {self.value}"


class CorrectionWithdrawal(models.Model):
    """A correction that was taken back."""

    correction = models.OneToOneField(Correction, on_delete=models.CASCADE, related_name="withdrawal")
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the console
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"taken back at {self.at:%Y-%m-%d %H:%M}"


class ToldValue(models.Model):
    """A value that a record gives for a field of which the records of a person give several, as last published."""

    person_id = models.TextField()
    field = models.TextField()
    value = models.TextField()
    form = models.TextField()  # values of one form are one value
    source = models.TextField(blank=True)  # empty for what we know ourselves
    table = models.TextField()
    record_id = models.TextField(blank=True)
    said_on = models.DateField(null=True)
    verified = models.TextField(blank=True)
    verified_on = models.DateField(null=True)
    place = models.PositiveIntegerField()  # 1 is the one that counts
    wins = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person_id", "field", "place"], name="told_value_has_its_place"),
            CheckConstraint(condition=Q(field__in=PERSON_FIELDS), name="told_value_field_is_known_word"),
            CheckConstraint(condition=~Q(value=""), name="told_value_is_never_empty"),
            CheckConstraint(condition=Q(verified__in=["", *VERIFIED_BY]), name="told_value_verified_is_known_word"),
        ]

    def __str__(self) -> str:
        return f"{self.field} of {self.person_id}: {self.value}"
