"""What lists and searches look up instead of walking through everybody; published with its generation, gone with it.

Everybody has a place: that of their name in the list by likelihood, 0 first. Arrays and postings speak of places.
"""

from typing import Self

from django.db import models
from django.db.models import Index, UniqueConstraint


class GenerationQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Rows that belong to one generation."""

    def of(self, number: int) -> Self:
        """The rows of the generation with this number."""
        return self.filter(generation_id=number)


class ListedAccountQuerySet(GenerationQuerySet["ListedAccount"]):
    """Accounts as searches show them."""

    def cared_for_by(self, owner: str) -> Self:
        """Those with this owner, whatever the case of the letters; all of them where it is empty."""
        return self.filter(owner_email=owner.strip().lower()) if owner else self


class OfGeneration(models.Model):
    """A row that belongs to one generation, is written in bulk and never changed."""

    generation = models.ForeignKey("advocates.Generation", on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        abstract = True


class ListedAccount(OfGeneration):
    """An account as lists, searches and its page show it. Its rank is that of the likeliest of its people.

    A generation that was published before accounts had pages has names, owners and numbers of people alone.
    """

    account_id = models.TextField()
    name = models.TextField(blank=True)
    owner_email = models.TextField(blank=True)  # in lower case
    people = models.PositiveBigIntegerField()
    rank = models.PositiveBigIntegerField()

    industry = models.TextField(blank=True, default="")
    segment = models.TextField(blank=True, default="")
    country = models.TextField(blank=True, default="")
    region = models.TextField(blank=True, default="")
    plan = models.TextField(blank=True, default="")
    status = models.TextField(blank=True, default="")
    employees = models.BigIntegerField(null=True)
    arr = models.FloatField(null=True)
    currency = models.TextField(blank=True, default="")
    started_on = models.DateField(null=True)
    renews_on = models.DateField(null=True)
    parent_account_id = models.TextField(blank=True, default="")
    domains = models.JSONField(default=list)

    states = models.JSONField(default=dict)  # how many of its people stand where: {"ready": n, ...}
    kinds = models.JSONField(default=dict)  # how many have a signal of a kind: {"win": n, ...}, those there are
    said = models.JSONField(default=dict)  # how many remarks there are: {"praise": n, ...}, those there are
    themes = models.JSONField(default=list)  # of their good words, the commonest first: see publishing/themes.py
    holds = models.JSONField(default=list)  # by code: [{"code", "people", "person_id", "hold_id"}], one hold of each
    moves = models.JSONField(default=dict)  # who left and came: see publishing/moves.py
    risks = models.JSONField(default=list)  # who mattered and is gone, the newest first: see publishing/risks.py
    company = models.JSONField(default=dict)  # what else it is called and how we know: see publishing/companies.py

    objects = ListedAccountQuerySet.as_manager()

    class Meta:
        constraints = [UniqueConstraint(fields=["generation", "account_id"], name="listed_account_once")]
        indexes = [
            Index(fields=["generation", "rank"], name="listed_account_by_rank"),
            Index(fields=["generation", "owner_email", "rank"], name="listed_account_by_owner"),
            Index(fields=["generation", "parent_account_id"], name="listed_account_by_parent"),
        ]

    def __str__(self) -> str:
        return self.name or self.account_id


class Portfolio(OfGeneration):
    """The accounts one colleague cares for: their counts, in the shape of `Generation.counts`."""

    owner_email = models.TextField()  # in lower case
    number = models.PositiveBigIntegerField()  # what stands for this owner in the roster
    counts = models.JSONField(default=dict)

    objects = GenerationQuerySet["Portfolio"].as_manager()

    class Meta:
        constraints = [UniqueConstraint(fields=["generation", "owner_email"], name="portfolio_once_an_owner")]

    def __str__(self) -> str:
        return self.owner_email


class RosterPart(OfGeneration):
    """A stretch of one array of the roster: see roster.py for what the arrays mean."""

    name = models.TextField()
    place = models.PositiveBigIntegerField()
    content = models.BinaryField()

    objects = GenerationQuerySet["RosterPart"].as_manager()

    class Meta:
        constraints = [UniqueConstraint(fields=["generation", "name", "place"], name="roster_part_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.place}"


class SearchBlock(OfGeneration):
    """Some words of one field in alphabetical order, and at which places each of them stands.

    `words` has a word a line; `ends` says for each word where its places end in `postings`; both arrays are of 32-bit
    whole numbers, the least significant byte first.
    """

    field = models.TextField()
    place = models.PositiveBigIntegerField()
    first_word = models.TextField()
    words = models.TextField()
    ends = models.BinaryField()
    postings = models.BinaryField()

    objects = GenerationQuerySet["SearchBlock"].as_manager()

    class Meta:
        constraints = [UniqueConstraint(fields=["generation", "field", "place"], name="search_block_once")]

    def __str__(self) -> str:
        return f"{self.field} from {self.first_word}"
