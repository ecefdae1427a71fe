"""The times of a meeting: what the advocate proposed, what was picked of it, and the letters about it: a row each."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from goodword.programme.needs.models import SIDES, Claim
from goodword.programme.outbox.models import Letter

MOST_TIMES = 3
"""How many times somebody proposes at most in one go."""

SHORTEST, LONGEST = 10, 240
"""Minutes that a meeting may take."""

LETTERS = ("invitation", "cancellation", "reminder", "other_times", "thanks")
"""What a letter about a meeting is for."""


class Offer(models.Model):
    """Times that an advocate proposed in one go; the newest counts. One without any says: I find none, write to me."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="offers")
    nth = models.PositiveIntegerField()  # two at the same moment would both be the next: the database refuses one
    zone = models.TextField()  # the IANA name of the clock by which they said it
    minutes = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            UniqueConstraint(fields=["claim", "nth"], name="offer_counts_once"),
            CheckConstraint(condition=Q(minutes__gte=SHORTEST, minutes__lte=LONGEST), name="offer_takes_a_sane_time"),
            CheckConstraint(condition=~Q(zone=""), name="offer_says_its_zone"),
        ]

    def __str__(self) -> str:
        return f"times for claim {self.claim_id}"


class Slot(models.Model):
    """One time that somebody proposed, as an instant."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="slots")
    place = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()

    class Meta:
        ordering = ("starts_at",)
        constraints = [
            UniqueConstraint(fields=["offer", "place"], name="slot_has_its_place"),
            UniqueConstraint(fields=["offer", "starts_at"], name="slot_is_proposed_once"),
            CheckConstraint(condition=Q(place__gte=1, place__lte=MOST_TIMES), name="slots_are_three_at_most"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} UTC"


class OtherTimes(models.Model):
    """That none of the proposed times suited, and others were asked for."""

    offer = models.OneToOneField(Offer, on_delete=models.CASCADE, related_name="turned_down")
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user

    def __str__(self) -> str:
        return f"others asked for on {self.at:%Y-%m-%d}"


class Pick(models.Model):
    """What holds for a meeting from a moment on: a time that was picked, or none, where it was called off.

    The newest of a claim counts. Its number is the SEQUENCE of the calendar entry, which so rises with every change.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="picks")
    sequence = models.PositiveIntegerField()
    slot = models.ForeignKey(Slot, null=True, on_delete=models.CASCADE, related_name="picks")
    place = models.TextField(blank=True)  # how to join: a link, a number
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the advocate, and for the console

    class Meta:
        ordering = ("pk",)
        constraints = [
            # Two presses, or two colleagues, would both be the next one: the database refuses one of them.
            UniqueConstraint(fields=["claim", "sequence"], name="pick_counts_once"),
        ]

    def __str__(self) -> str:
        return f"{self.slot or 'called off'}"


class MeetingLetter(models.Model):
    """A letter about a meeting, to one side of it; each is queued once."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="meeting_letters")
    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="meeting")
    what = models.TextField()
    side = models.TextField()
    sequence = models.PositiveIntegerField()  # of the pick it tells of; of the offer, where it asks for other times

    class Meta:
        constraints = [
            UniqueConstraint(fields=["claim", "what", "side", "sequence"], name="meeting_letter_once"),
            CheckConstraint(condition=Q(what__in=LETTERS), name="meeting_letter_is_known_word"),
            CheckConstraint(condition=Q(side__in=SIDES), name="meeting_letter_has_its_side"),
        ]

    def __str__(self) -> str:
        return f"{self.what} for the {self.side}"
