"""Public reviews: the sites, each draw with everybody who could be drawn, and what became of those who were.

A draw is written with the promise of its seed before anybody knows who is eligible. Who is eligible is written later,
together with who was drawn, and then stays. That somebody
was invited, has to wait, or wants none is a row of its own.
"""

from typing import ClassVar, Literal, Self

from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from goodword.programme.asks.models import Ask
from goodword.programme.people.models import Person
from goodword.programme.permissions.models import ActKind

type Why = Literal["opted-out", "denied", "limit", "never", "same-person", "gone"]

MOST_DRAWN = 10_000
REVIEW = "review"
"""The kind of act for which people are drawn, where a site names no other that goes by lot."""


class SiteQuerySet(models.QuerySet["Site"]):
    """Sets of sites."""

    def active(self) -> Self:
        """Those for which people are drawn."""
        return self.filter(active=True)


class Site(models.Model):
    """Where reviews are written, and the rules of the lot for it."""

    name = models.TextField(unique=True)
    url = models.TextField()  # where one writes the review
    act_kind = models.ForeignKey(ActKind, on_delete=models.PROTECT, related_name="sites")
    disclosure = models.TextField()  # stands in every invitation
    days_between = models.PositiveSmallIntegerField()  # from one draw of a person for this site to the next
    size = models.PositiveSmallIntegerField()  # how many one draw draws
    active = models.BooleanField()

    objects: ClassVar[SiteQuerySet] = SiteQuerySet.as_manager()  # type: ignore[assignment]  # it is one

    class Meta:
        ordering = ("name",)
        constraints = [
            CheckConstraint(condition=~Q(name="") & ~Q(url="") & ~Q(disclosure=""), name="site_says_everything"),
            CheckConstraint(condition=Q(size__gte=1, size__lte=MOST_DRAWN), name="site_size_is_bounded"),
            CheckConstraint(condition=Q(days_between__gte=1), name="site_days_are_bounded"),
        ]

    def __str__(self) -> str:
        return self.name


class Draw(models.Model):
    """Somebody asked for a draw: its seed is made, and promised by its hash."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="draws")
    seed = models.TextField()  # hexadecimal; shown once the draw is done, never before
    promise = models.TextField(unique=True)
    size = models.PositiveSmallIntegerField()
    as_of = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.TextField(blank=True)  # id of the user

    class Meta:
        ordering = ("-pk",)
        constraints = [
            # Who could draw twice a day could draw until they like what comes out.
            UniqueConstraint(fields=["site", "as_of"], name="draw_once_a_day"),
            CheckConstraint(condition=~Q(seed="") & ~Q(promise=""), name="draw_has_its_seed"),
            CheckConstraint(condition=Q(size__gte=1, size__lte=MOST_DRAWN), name="draw_size_is_bounded"),
        ]

    def __str__(self) -> str:
        return f"draw {self.pk} of {self.as_of}"


class Drawing(models.Model):
    """A draw was done: who was eligible and who was drawn is written, and stays."""

    draw = models.OneToOneField(Draw, on_delete=models.CASCADE, related_name="done")
    at = models.DateTimeField()
    eligible = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField()
    left_out = models.JSONField(default=dict)  # how many could not be drawn, by why
    compared = models.JSONField(default=dict)  # how the drawn differed from all in what took no part

    class Meta:
        constraints = [CheckConstraint(condition=Q(drawn__lte=F("eligible")), name="drawing_draws_the_eligible")]

    def __str__(self) -> str:
        return f"{self.drawn} of {self.eligible}"


class EligibleQuerySet(models.QuerySet["Eligible"]):
    """Sets of those who could be drawn."""

    def drawn(self) -> Self:
        """Those who were drawn, the first first."""
        return self.filter(place__isnull=False).order_by("draw_id", "place")

    def open(self) -> Self:
        """Those who were drawn, and were neither invited nor excluded since."""
        return self.drawn().filter(invitation__isnull=True, exclusion__isnull=True)

    def of(self, person_id: str) -> Self:
        """Those of a human being, also under ids of before."""
        return self.filter(person__in=Person.objects.same_as(person_id))


class Eligible(models.Model):
    """Somebody who could be drawn, as of that day; the numbers beside it took no part, and show that."""

    draw = models.ForeignKey(Draw, on_delete=models.CASCADE, related_name="rows")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="lots")
    place = models.PositiveIntegerField(null=True)  # 1 for who was drawn first; empty for who was not
    nps = models.FloatField(null=True)
    likelihood = models.FloatField(null=True)
    signals = models.FloatField(null=True)
    arr = models.FloatField(null=True)

    objects: ClassVar[EligibleQuerySet] = EligibleQuerySet.as_manager()  # type: ignore[assignment]  # it is one

    class Meta:
        constraints = [
            UniqueConstraint(fields=["draw", "person"], name="eligible_once"),
            UniqueConstraint(fields=["draw", "place"], name="eligible_places_differ"),
            CheckConstraint(condition=Q(place=None) | Q(place__gte=1), name="eligible_places_start_at_one"),
        ]
        indexes = [Index(fields=["person"], name="eligible_by_person", condition=Q(place__isnull=False))]

    def __str__(self) -> str:
        return f"{self.person_id} in draw {self.draw_id}"


class Invitation(models.Model):
    """Somebody drawn was asked."""

    row = models.OneToOneField(Eligible, on_delete=models.CASCADE, related_name="invitation")
    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="drawn_as")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"invited on {self.at:%Y-%m-%d}"


class Wait(models.Model):
    """Somebody drawn has to wait; the newest row says until when. Nobody is drawn in their place."""

    row = models.ForeignKey(Eligible, on_delete=models.CASCADE, related_name="waits")
    opens_on = models.DateField()
    why = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)
        constraints = [UniqueConstraint(fields=["row", "opens_on", "why"], name="wait_said_once")]

    def __str__(self) -> str:
        return f"until {self.opens_on}: {self.why}"


class Exclusion(models.Model):
    """Somebody drawn is not invited, for a reason of their own. Nobody is drawn in their place."""

    row = models.OneToOneField(Eligible, on_delete=models.CASCADE, related_name="exclusion")
    why = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(why__in=["opted-out", "denied", "limit", "never", "same-person", "gone"]),
                name="exclusion_is_known_word",
            )
        ]

    def __str__(self) -> str:
        return self.why
