"""A story, its versions, who approved them, and that it was withdrawn: a row each, none is ever changed."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint

from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.deeds import Deed
from goodword.programme.permissions.kinds import AUDIENCES
from goodword.programme.permissions.models import ActKind
from goodword.programme.permissions.policies import may_many
from goodword.programme.stories.showing import asset_of, deeds_of, reaches


class StoryQuerySet(models.QuerySet["Story"]):
    """Sets of stories that pages and actions speak of."""

    def standing(self) -> Self:
        """Those that nobody withdrew."""
        return self.filter(withdrawal__isnull=True)

    def approved(self) -> Self:
        """Those of which somebody approved a version."""
        return self.filter(Exists(Version.objects.approved().filter(story=OuterRef("pk"))))

    def cared_for_by(self, owner: str) -> Self:
        """Those of accounts with this owner; all of them where it is empty."""
        wanted = owner.strip().lower()
        return self.filter(account__owner_email=wanted) if wanted else self

    def usable(self, day: date, audience: str = "") -> Self:
        """Those that may be shown on a day: approved, standing, and everybody quoted and their company allow it.

        Args:
            day: for which day.
            audience: who would see it; as each story says where it is empty.
        """
        shown = Version.objects.shown().filter(story__in=self.standing())
        facts = shown.values_list("pk", "story_id", "story__act_kind_id", "story__account_id", "audience")
        quoted: dict[int, set[str]] = {}
        for version_id, person_id in Quote.objects.filter(version__in=shown).values_list("version_id", "person_id"):
            quoted.setdefault(version_id, set()).add(person_id)
        deeds = [
            (number, deed)
            for version_id, number, act_kind, account_id, meant in facts
            if reaches(meant, audience)
            for deed in deeds_of(number, act_kind, account_id, quoted.get(version_id, ()), audience or meant)
        ]
        refusals = may_many([deed for _story, deed in deeds], day=day)
        refused = {story for (story, _deed), refusal in zip(deeds, refusals, strict=True) if refusal is not None}
        return self.filter(pk__in={story for story, _deed in deeds} - refused)


class Story(models.Model):
    """What a customer says of their success. What it says stands in its versions."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="stories")
    act_kind = models.ForeignKey(ActKind, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user who began it

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.asset

    @property
    def asset(self) -> str:
        """What permissions call it that are for this story only."""
        return asset_of(self.pk)


class VersionQuerySet(models.QuerySet["Version"]):
    """Sets of versions."""

    def approved(self) -> Self:
        """Those that somebody approved."""
        return self.filter(approval__isnull=False)

    def newest(self) -> Self:
        """Of each story the newest, whether it was approved or not."""
        newer = Version.objects.filter(story=OuterRef("story"), number__gt=OuterRef("number"))
        return self.filter(~Exists(newer))

    def shown(self) -> Self:
        """Of each story the newest that was approved."""
        newer = Version.objects.approved().filter(story=OuterRef("story"), number__gt=OuterRef("number"))
        return self.approved().filter(~Exists(newer)).select_related("story")

    def whole(self) -> Self:
        """With all that a page shows of them, fetched at once."""
        return self.select_related("story__account").prefetch_related("quotes__person__root", "outcomes")


class Version(models.Model):
    """All that a story says at one time, and for whom it fits."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.TextField()
    text = models.TextField()
    audience = models.TextField()
    language = models.TextField(blank=True)
    industry = models.TextField(blank=True)
    employees = models.PositiveIntegerField(null=True)
    region = models.TextField(blank=True)
    role = models.TextField(blank=True)  # of whom it speaks to, such as CFO
    products = models.JSONField(default=list)
    use_cases = models.JSONField(default=list)
    replaced = models.TextField(blank=True)  # what they used before
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user who wrote it

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["story", "number"], name="story_version_counts_once"),
            CheckConstraint(condition=~Q(title="") & ~Q(text=""), name="story_version_says_something"),
            CheckConstraint(condition=Q(audience__in=AUDIENCES), name="story_audience_is_known_word"),
        ]

    def __str__(self) -> str:
        return self.title

    def reaches(self, audience: str) -> bool:
        """Whether it is meant for all of an audience; for its own where that is empty."""
        return reaches(self.audience, audience)

    def deeds(self, audience: str = "") -> list[Deed]:
        """What one does who shows it: one deed for each person it quotes, and one for the company alone if none."""
        people = {quote.person_id for quote in self.quotes.all()}
        story = self.story
        return deeds_of(story.pk, story.act_kind_id, story.account_id, people, audience or self.audience)


class Quote(models.Model):
    """Words of somebody in a version; they stand in its text to the letter."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="quotes")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints = [CheckConstraint(condition=~Q(words=""), name="quote_has_words")]

    def __str__(self) -> str:
        return self.words

    @property
    def span(self) -> tuple[int, int]:
        """Where in the text of the version it begins, and where it ends."""
        begin = self.version.text.index(self.words)
        return begin, begin + len(self.words)


class Outcome(models.Model):
    """A figure that a version tells: what it was about, before and after."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="outcomes")
    what = models.TextField()
    before = models.TextField(blank=True)
    after = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints = [CheckConstraint(condition=~Q(what="") & ~Q(after=""), name="outcome_tells_something")]

    def __str__(self) -> str:
        return f"{self.what}: {self.before} > {self.after}"


class Approval(models.Model):
    """That one of ours approved a version, as it is to the letter."""

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="approval")
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user who approved it; empty for the console

    def __str__(self) -> str:
        return f"approved on {self.at:%Y-%m-%d}"


class WantedChange(models.Model):
    """What somebody quoted in a version wants changed before they allow it, in their own words."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="wanted_changes")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["version", "person", "words"], name="wanted_change_is_said_once"),
            CheckConstraint(condition=~Q(words=""), name="wanted_change_has_words"),
        ]

    def __str__(self) -> str:
        return self.words


class StoryWithdrawal(models.Model):
    """That a story is not shown any more, to anybody."""

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="withdrawal")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user who withdrew it

    def __str__(self) -> str:
        return f"withdrawn on {self.at:%Y-%m-%d}"
