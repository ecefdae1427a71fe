"""Accounts and people as the last publication knew them; what we do for a person hangs on these rows."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q


class AccountQuerySet(models.QuerySet["Account"]):
    """Sets of accounts that pages and actions speak of."""

    def cared_for_by(self, owner: str) -> Self:
        """Those with this owner, whatever the case of the letters; all of them where it is empty."""
        return self.filter(owner_email=owner.strip().lower()) if owner else self


class PersonQuerySet(models.QuerySet["Person"]):
    """Sets of people that pages and actions speak of."""

    def cared_for_by(self, owner: str) -> Self:
        """Those whose account has this owner, whatever the case of the letters; everybody where it is empty."""
        return self.filter(account__owner_email=owner.strip().lower()) if owner else self

    def same_as(self, person_id: str) -> Self:
        """Every row of the human being whom this id means, now or before: the row of today and those of before."""
        today = Person.today_of(person_id)
        return self.filter(Q(person_id=today) | Q(root_id=today))


class Account(models.Model):
    """A customer company."""

    account_id = models.TextField(primary_key=True)
    name = models.TextField()
    industry = models.TextField(blank=True)
    segment = models.TextField(blank=True)
    country = models.TextField(blank=True)
    region = models.TextField(blank=True)
    plan = models.TextField(blank=True)
    status = models.TextField(blank=True)
    employees = models.BigIntegerField(null=True)
    arr = models.FloatField(null=True)
    currency = models.TextField(blank=True)
    started_on = models.DateField(null=True)
    owner_email = models.TextField(blank=True)  # who cares for it, in lower case

    objects = AccountQuerySet.as_manager()

    class Meta:
        indexes = [Index(fields=["owner_email"], name="account_by_owner")]
        constraints = [
            CheckConstraint(condition=~Q(account_id=""), name="account_has_an_id"),
            CheckConstraint(
                condition=Q(status__in=["", "active", "churned", "prospect"]), name="account_status_is_known_word"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """A human being, under every key and address the sources use for them.

    A row stays for every id that somebody was ever published under, for facts keep the id of their day. `root` says
    whom such an id of before means today; it is empty where the row is the one of today.
    """

    person_id = models.TextField(primary_key=True)
    name = models.TextField(blank=True)
    email = models.TextField(blank=True)
    title = models.TextField(blank=True)
    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="people")
    person_keys = models.JSONField(default=list)
    emails = models.JSONField(default=list)
    pays = models.BooleanField(null=True)
    influence = models.TextField(blank=True)
    language = models.TextField(blank=True)
    timezone = models.TextField(blank=True, db_default="")  # IANA name, where sources keep to it
    left_on = models.DateField(null=True)
    opted_out_on = models.DateField(null=True)
    root = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="before")

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(condition=~Q(person_id=""), name="person_has_an_id"),
            CheckConstraint(
                condition=Q(influence__in=["", "low", "medium", "high"]), name="person_influence_is_known_word"
            ),
            CheckConstraint(condition=Q(root=None) | ~Q(root=F("person_id")), name="person_is_no_root_of_itself"),
        ]

    def __str__(self) -> str:
        return self.name or self.email or self.person_id

    @staticmethod
    def today_of(person_id: str) -> str:
        """The id of today of whoever an id means; the id itself where it is today's, or nobody's."""
        found = Person.objects.filter(person_id=person_id).values_list("root_id", flat=True).first()
        return found or person_id
