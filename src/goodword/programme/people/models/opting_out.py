"""Who said that nobody may ask them: for good, under every key and address they have, until they consent anew."""

from datetime import date, datetime
from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q


class OptOut(models.Model):
    """A person said that nobody may ask them: a row for each id that meant them when they did.

    The rows say who and how we know. What holds is the suppression of every key and address of theirs: it outlives the
    rows where the person is erased.
    """

    person_id = models.TextField()
    said_on = models.DateField()
    at = models.DateTimeField()  # when it was noted
    by = models.TextField(blank=True)  # id of the user; empty where a record said so, or somebody at the console
    door = models.TextField()  # records, cli, web, api, portal
    note = models.TextField(blank=True)  # how they said it

    class Meta:
        indexes = [models.Index(fields=["person_id"], name="opt_out_by_person")]
        constraints = [CheckConstraint(condition=~Q(person_id=""), name="opt_out_names_a_person")]

    def __str__(self) -> str:
        return f"{self.person_id} opted out on {self.said_on}"


class Consent(models.Model):
    """A person said, on their own page, that they may be asked again. Nobody else can say so."""

    person_id = models.TextField()
    ids = models.JSONField(default=list)  # every id that meant them then; a merge of later lifts nothing for the other
    at = models.DateTimeField()
    user_id = models.TextField()  # as whom they were signed in
    wording = models.TextField()  # what they were shown

    class Meta:
        constraints = [
            CheckConstraint(condition=~Q(person_id="") & ~Q(user_id=""), name="consent_names_who_gave_it"),
            CheckConstraint(condition=~Q(wording=""), name="consent_says_to_what"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} consented at {self.at:%Y-%m-%d}"


class SuppressionKey(models.Model):
    """What the hashes of suppressions are keyed with, made once.

    It stays beside the list in the database: without it nobody could tell any more who opted out.
    """

    THE_ONE: ClassVar[int] = 1

    key = models.TextField()

    class Meta:
        constraints = [CheckConstraint(condition=Q(id=1), name="suppression_key_is_one")]

    def __str__(self) -> str:
        return "the key of suppressions"


class Suppression(models.Model):
    """A key or an address of somebody who may not be asked, as a keyed hash: nothing tells whose it is.

    It is never taken away. A consent of the person counts for what was said before it: so `last` is kept beside
    `since`, and when it was noted, for a day may see both. `erased` says that the person asked to be erased: then
    whatever arrives about them is not taken in again, and no consent can come.
    """

    digest = models.TextField(primary_key=True)
    since = models.DateField()  # the first day on which they said so
    last = models.DateField()  # the last one
    at = models.DateTimeField()  # when that was noted
    erased = models.BooleanField(default=False)

    class Meta:
        constraints = [CheckConstraint(condition=Q(last__gte=F("since")), name="suppression_ends_after_it_began")]

    def __str__(self) -> str:
        return f"suppressed since {self.since}"

    def take(self, said_on: date, at: datetime, *, since: date, erased: bool) -> bool:
        """Take in another word, not saved yet; whether that changes anything."""
        before = (self.since, self.last, self.at, self.erased)
        self.last, self.at = max((self.last, self.at), (said_on, at))
        self.since, self.erased = min(self.since, since), self.erased or erased
        return before != (self.since, self.last, self.at, self.erased)
