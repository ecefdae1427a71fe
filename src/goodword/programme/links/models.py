"""Links: how a customer's person comes to their own pages without an account. Only the digest of a secret is kept."""

import hashlib
import secrets
from typing import ClassVar, Literal, Self

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from goodword.programme.people.models import Person

type Purpose = Literal["answer", "own_page", "unsubscribe", "slots", "approve"]
type EndedBy = Literal["withdrawn", "not_them", "restored"]


class LinkQuerySet(models.QuerySet["Link"]):
    """Sets of links."""

    def of_secret(self, secret: str) -> Self:
        """The one with this secret, if there is one."""
        return self.filter(digest=Link.digest_of(secret))

    def of(self, person_id: str) -> Self:
        """Those of a human being, also under ids of before."""
        return self.filter(person__in=Person.objects.same_as(person_id))

    def standing(self) -> Self:
        """Those that nobody ended; their time may be over."""
        return self.filter(end__isnull=True)


class Link(models.Model):
    """What one secret opens: for whom, what for, and how long. The secret itself stands in the letter alone."""

    PURPOSES: ClassVar[tuple[Purpose, ...]] = ("answer", "own_page", "unsubscribe", "slots", "approve")
    ABOUT_ONE_THING: ClassVar[tuple[Purpose, ...]] = ("answer", "slots", "approve")

    digest = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="links")
    purpose = models.TextField()
    about = models.TextField(blank=True)  # which ask, story or thing, by the id its own table has for it
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()  # the first moment without it
    made_by = models.TextField(blank=True)  # id of the user; empty for Goodword itself and for the console

    objects = LinkQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["digest"], name="link_secret_once"),
            CheckConstraint(condition=~Q(digest=""), name="link_has_a_secret"),
            CheckConstraint(
                condition=Q(purpose__in=["answer", "own_page", "unsubscribe", "slots", "approve"]),
                name="link_purpose_is_known_word",
            ),
            CheckConstraint(
                condition=Q(purpose__in=["own_page", "unsubscribe"]) | ~Q(about=""), name="link_says_what_about"
            ),
            CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="link_ends_after_it_began"),
        ]
        indexes = [Index(fields=["person", "-made_at"], name="link_newest")]

    def __str__(self) -> str:
        return f"{self.purpose} until {self.expires_at:%Y-%m-%d}"

    @staticmethod
    def new_secret() -> str:
        """A secret that nobody guesses: 192 random bits, in 32 letters that every mail program leaves as they are."""
        return secrets.token_urlsafe(24)

    @staticmethod
    def digest_of(secret: str) -> str:
        """What is kept of a secret; with its random bits a plain hash cannot be guessed back."""
        return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()

    @property
    def today_id(self) -> str:
        """The id of today of whose it is: two who turn out to be one keep their links."""
        return self.person.root_id or self.person.pk


class LinkEnd(models.Model):
    """A link that opens nothing any more, before its time."""

    WITHDRAWN: ClassVar[EndedBy] = "withdrawn"  # we took it back
    NOT_THEM: ClassVar[EndedBy] = "not_them"  # whoever held it said they are somebody else
    RESTORED: ClassVar[EndedBy] = "restored"  # it opened the original, and this is a copy

    link = models.OneToOneField(Link, on_delete=models.CASCADE, related_name="end")
    why = models.TextField()
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(why__in=["withdrawn", "not_them", "restored"]), name="link_end_is_known_word")
        ]

    def __str__(self) -> str:
        return f"{self.why} at {self.at:%Y-%m-%d}"
