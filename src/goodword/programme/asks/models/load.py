"""What asks and acts cost a person: places reserved before anybody is asked, and what is known of before.

The database itself refuses a reservation that breaks a rest or a cap, whoever inserts it: see `guards`.
"""

from datetime import date
from typing import ClassVar, Literal, Self

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from goodword.programme.people.models import Person
from goodword.programme.permissions.kinds import MOST_LOAD
from goodword.programme.permissions.models import ActKind

MOST_A_QUARTER = 12
"""Asks a calendar quarter that no setting and no caller can pass."""

MOST_POINTS = 100
"""What the asks of a calendar quarter may weigh that no setting and no caller can pass."""

type PastKind = Literal["ask", "act"]


class ReservationQuerySet(models.QuerySet["Reservation"]):
    """Sets of reservations."""

    def standing(self) -> Self:
        """Those that nobody gave back."""
        return self.filter(release__isnull=True)

    def of(self, person_id: str) -> Self:
        """Those of a human being, also under ids of before."""
        return self.filter(person__in=Person.objects.same_as(person_id))


class Reservation(models.Model):
    """A place in what a person bears, taken before they are asked; of two who want it one gets it.

    Places of a person are numbered, and each number is given once: who takes the next one sees all before it. So what
    the guards count is whole, however many ask at the same moment.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reservations")
    nth = models.PositiveIntegerField()
    act_kind = models.ForeignKey(ActKind, on_delete=models.PROTECT, related_name="+")
    reserved_on = models.DateField()
    quiet_after = models.DateField()  # nothing may have been asked of them after this day
    rests_until = models.DateField()  # the first day on which they may be asked again
    rests_at_least = models.DateField(null=True)  # the same once they said no; empty where that changes nothing
    cap = models.PositiveSmallIntegerField()  # how many asks their quarter bears
    load = models.PositiveSmallIntegerField(db_default=1)  # what the act weighs, as its kind had it on that day
    points = models.PositiveSmallIntegerField(db_default=12)  # what the asks of their quarter may weigh together
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user

    objects = ReservationQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["person", "nth"], name="reservation_slot_once"),
            CheckConstraint(condition=Q(nth__gte=1), name="reservation_slots_start_at_one"),
            CheckConstraint(condition=Q(cap__gte=1, cap__lte=MOST_A_QUARTER), name="reservation_cap_is_bounded"),
            CheckConstraint(condition=Q(rests_until__gt=F("reserved_on")), name="reservation_rests_after"),
            CheckConstraint(
                condition=Q(rests_at_least=None)
                | Q(rests_at_least__gt=F("reserved_on"), rests_at_least__lte=F("rests_until")),
                name="reservation_rests_at_least",
            ),
            CheckConstraint(condition=Q(load__lte=MOST_LOAD), name="reservation_load_is_bounded"),
            CheckConstraint(condition=Q(points__gte=1, points__lte=MOST_POINTS), name="reservation_points_are_bounded"),
            CheckConstraint(condition=Q(quiet_after__lte=F("reserved_on")), name="reservation_quiet_before"),
        ]
        indexes = [Index(fields=["person", "-reserved_on"], name="reservation_newest")]

    def __str__(self) -> str:
        return f"{self.act_kind_id} on {self.reserved_on}"


class Release(models.Model):
    """A place given back, because nothing went out to the person."""

    reservation = models.OneToOneField(Reservation, on_delete=models.CASCADE, related_name="release")
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user
    reason = models.TextField()

    class Meta:
        constraints = [CheckConstraint(condition=~Q(reason=""), name="release_says_why")]

    def __str__(self) -> str:
        return self.reason


class PastLoad(models.Model):
    """What an ask or act that arrived as a record costs: a fact, also where it broke a cap before we were there.

    Each run writes them anew from the ledger. They bind reservations and are bound by nothing.
    """

    ASK: ClassVar[PastKind] = "ask"
    ACT: ClassVar[PastKind] = "act"

    ledger_id = models.TextField()
    kind = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="past_load")
    happened_on = models.DateField()
    rests_until = models.DateField()
    load = models.PositiveSmallIntegerField(db_default=1)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["kind", "ledger_id"], name="past_load_once"),
            CheckConstraint(condition=Q(kind__in=["ask", "act"]), name="past_load_kind_is_known_word"),
        ]
        indexes = [Index(fields=["person", "-happened_on"], name="past_load_newest")]

    def __str__(self) -> str:
        return f"{self.kind} on {self.happened_on}"


class LimitQuerySet(models.QuerySet["Limit"]):
    """What people said they want at most."""

    def of(self, person_id: str) -> "Limit | None":
        """The newest word of a human being; None where they said nothing."""
        return self.filter(person__in=Person.objects.same_as(person_id)).order_by("-at", "-pk").first()


class Limit(models.Model):
    """What a person wants at most; it beats ours. The newest row holds, an empty number is no limit of theirs."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="limits")
    asks_a_quarter = models.PositiveSmallIntegerField(null=True)
    days_between = models.PositiveSmallIntegerField(null=True)
    said_on = models.DateField()
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user who recorded it; empty where they set it themselves

    objects = LimitQuerySet.as_manager()

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(asks_a_quarter=None) | Q(asks_a_quarter__lte=MOST_A_QUARTER), name="limit_is_no_licence"
            ),
        ]

    def __str__(self) -> str:
        return f"limit of {self.said_on}"


def first_day_of_quarter(day: date) -> date:
    """The first day of the calendar quarter of a day."""
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)
