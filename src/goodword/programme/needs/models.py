"""A need, who and what was found for it, and what happened to it: a row each, with its date and author."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Exists, F, OuterRef, Q, UniqueConstraint

from goodword.programme.acts.models import Act
from goodword.programme.asks.models import Ask
from goodword.programme.people.models import Person
from goodword.programme.permissions.models import ActKind
from goodword.programme.stories.models import Story

ENDS = ("done", "missed", "cancelled")
"""How a need may end."""

CLAIM_ENDS = ("declined", "swapped", "taken_back")
"""How a claim may end that came to nothing."""

SIDES = ("rep", "advocate")
"""Who is asked afterwards how it was."""

QUESTIONS = {"rep": ("helped", "fitted"), "advocate": ("worth_it", "again")}
"""What each side is asked afterwards."""


def _one_of_two() -> Q:
    """Either a person or a story."""
    return Q(person__isnull=False, story__isnull=True) | Q(person__isnull=True, story__isnull=False)


class NeedQuerySet(models.QuerySet["Need"]):
    """Sets of needs that pages and actions speak of."""

    def open(self) -> Self:
        """Those that nobody ended."""
        return self.filter(ending__isnull=True)

    def unclaimed(self) -> Self:
        """Those for which nobody claimed anybody, or of which every claim came to nothing."""
        return self.filter(~Exists(Claim.objects.standing().filter(need=OuterRef("pk"))))

    def filed_by(self, user_id: str) -> Self:
        """Those that one colleague filed."""
        return self.filter(by=user_id)

    def in_order(self) -> Self:
        """The urgent first, then by the day on which they are needed, then as they were filed."""
        return self.order_by("-urgent", F("needed_by").asc(nulls_last=True), "pk")


class Need(models.Model):
    """Somebody wants an act of a customer; empty fields mean that anybody will do."""

    act_kind = models.ForeignKey(ActKind, on_delete=models.PROTECT, related_name="+")
    prospect = models.TextField(blank=True)
    deal_id = models.TextField(blank=True)
    industry = models.TextField(blank=True)
    employees = models.PositiveIntegerField(null=True)
    region = models.TextField(blank=True)
    role = models.TextField(blank=True)
    product = models.TextField(blank=True)
    use_case = models.TextField(blank=True)
    competitor = models.TextField(blank=True)
    language = models.TextField(blank=True)
    text = models.TextField(blank=True)
    needed_by = models.DateField(null=True)
    urgent = models.BooleanField(default=False)
    token = models.TextField(blank=True)  # of the form or call it was filed from: the same one files it once
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user who filed it; empty for the console

    objects = NeedQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["by", "token"], condition=~Q(token=""), name="need_filed_once"),
        ]

    def __str__(self) -> str:
        return self.prospect or f"need {self.pk}"

    @property
    def standing_claim(self) -> "Claim | None":
        """Who or what was claimed for it, if that did not come to nothing."""
        return self.claims.standing().select_related("person__root", "story").first()


class NeedEnding(models.Model):
    """That a need is over: done, missed or cancelled; taking this row away opens it again."""

    need = models.OneToOneField(Need, on_delete=models.CASCADE, related_name="ending")
    how = models.TextField()
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.TextField(blank=True)

    class Meta:
        constraints = [CheckConstraint(condition=Q(how__in=ENDS), name="need_ending_is_known_word")]

    def __str__(self) -> str:
        return f"{self.how} on {self.at:%Y-%m-%d}"


class NeedAct(models.Model):
    """The act that a need came to; where the need was opened again, the act is withdrawn and this row stays."""

    need = models.OneToOneField(Need, on_delete=models.CASCADE, related_name="act")
    act = models.OneToOneField(Act, on_delete=models.CASCADE, related_name="need")

    def __str__(self) -> str:
        return f"act {self.act_id} of need {self.need_id}"


class Matching(models.Model):
    """One solution of all open needs together; readers see the newest whole, and none half."""

    as_of = models.DateField()
    digest = models.TextField()  # of all that it found: the same again is the one that is there
    at = models.DateTimeField()
    by = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"matching {self.pk}, as of {self.as_of}"

    @classmethod
    def current(cls) -> Self | None:
        """The newest; None before the first."""
        return cls.objects.order_by("-pk").first()


class Proposal(models.Model):
    """A person or a story that a matching found for a need, with the fit point by point."""

    matching = models.ForeignKey(Matching, on_delete=models.CASCADE, related_name="proposals")
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="proposals")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, null=True, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveIntegerField()
    chosen = models.BooleanField(default=False)
    fit_low = models.FloatField()
    fit_high = models.FloatField()
    points = models.JSONField(default=list)  # [{"name", "state", "wanted", "there"}]

    class Meta:
        ordering = ("-chosen", "place")
        constraints = [
            CheckConstraint(condition=_one_of_two(), name="proposal_is_person_or_story"),
            CheckConstraint(
                condition=Q(fit_low__gte=0, fit_high__gte=F("fit_low"), fit_high__lte=1), name="proposal_fit_is_a_range"
            ),
            UniqueConstraint(
                fields=["matching", "need"], condition=Q(chosen=True), name="proposal_one_is_chosen_for_a_need"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id or self.story_id} for need {self.need_id}"


class Obstacle(models.Model):
    """What a matching found to stand between a need and people."""

    matching = models.ForeignKey(Matching, on_delete=models.CASCADE, related_name="obstacles")
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="obstacles")
    code = models.TextField()
    people = models.PositiveIntegerField(default=0)
    opens_on = models.DateField(null=True)
    name = models.TextField(blank=True, default="")  # of the line that it would help to leave open

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.code} for need {self.need_id}"


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Sets of claims."""

    def standing(self) -> Self:
        """Those that did not come to nothing."""
        return self.filter(end__isnull=True)

    def of_open_needs(self) -> Self:
        """Those of needs that nobody ended."""
        return self.filter(need__ending__isnull=True)

    def cared_for_by(self, owner: str) -> Self:
        """Those of people whose account has this owner; all of them where it is empty."""
        wanted = owner.strip().lower()
        if not wanted:
            return self
        return self.filter(
            Q(person__root=None, person__account__owner_email=wanted) | Q(person__root__account__owner_email=wanted)
        )

    def waiting(self) -> Self:
        """Those whose person nobody asked yet."""
        unasked = Q(asked__isnull=True) | Q(asked__ask__withdrawal__isnull=False)
        return self.standing().of_open_needs().filter(unasked, person__isnull=False)


class Claim(models.Model):
    """Whoever needs it wants this person asked, or shows this story."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="claims")
    nth = models.PositiveIntegerField()  # two at the same moment would both be the next: the database refuses one
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, null=True, on_delete=models.CASCADE, related_name="+")
    points = models.JSONField(default=list)  # as in the proposal it was claimed from
    at = models.DateTimeField()
    by = models.TextField(blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        constraints = [
            UniqueConstraint(fields=["need", "nth"], name="claim_counts_once"),
            CheckConstraint(condition=_one_of_two(), name="claim_is_person_or_story"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id or self.story_id} for need {self.need_id}"


class ClaimEnd(models.Model):
    """That a claim came to nothing: declined by whoever cares for the person, swapped or taken back."""

    claim = models.OneToOneField(Claim, on_delete=models.CASCADE, related_name="end")
    how = models.TextField()
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.TextField(blank=True)

    class Meta:
        constraints = [CheckConstraint(condition=Q(how__in=CLAIM_ENDS), name="claim_end_is_known_word")]

    def __str__(self) -> str:
        return f"{self.how} on {self.at:%Y-%m-%d}"


class ClaimAsk(models.Model):
    """The ask that a claim led to; what they answer stands with the ask."""

    claim = models.OneToOneField(Claim, on_delete=models.CASCADE, related_name="asked")
    ask = models.OneToOneField(Ask, on_delete=models.CASCADE, related_name="claim")
    at = models.DateTimeField()
    by = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"asked on {self.at:%Y-%m-%d}"


class Decline(models.Model):
    """That a person or a story is not proposed for a need again, and why."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="declines")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    story = models.ForeignKey(Story, null=True, on_delete=models.CASCADE, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.TextField(blank=True)

    class Meta:
        constraints = [
            CheckConstraint(condition=_one_of_two(), name="decline_is_person_or_story"),
            UniqueConstraint(fields=["need", "person"], name="decline_of_person_once"),
            UniqueConstraint(fields=["need", "story"], name="decline_of_story_once"),
        ]

    def __str__(self) -> str:
        return f"not {self.person_id or self.story_id} for need {self.need_id}"


class Feedback(models.Model):
    """What one side said afterwards to one question."""

    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="feedback")
    side = models.TextField()
    question = models.TextField()
    yes = models.BooleanField()
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.TextField(blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(side="rep", question__in=QUESTIONS["rep"])
                | Q(side="advocate", question__in=QUESTIONS["advocate"]),
                name="feedback_question_is_of_its_side",
            ),
            UniqueConstraint(fields=["need", "side", "question"], name="feedback_once_a_question"),
        ]

    def __str__(self) -> str:
        return f"{self.side}: {self.question}"
