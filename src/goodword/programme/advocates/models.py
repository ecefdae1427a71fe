"""What was found out about whom, by generation: readers see one generation, whole, or the one before it."""

from typing import ClassVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates.answering import MomentAnswer, MomentAnswerWithdrawal
from goodword.programme.advocates.arrivals import ArrivedText
from goodword.programme.advocates.directory import ListedAccount, Portfolio, RosterPart, SearchBlock
from goodword.programme.advocates.querysets import (
    FindingQuerySet,
    LikelihoodQuerySet,
    ListedPersonQuerySet,
    MomentQuerySet,
)
from goodword.programme.advocates.why_now import Fact, why_now

__all__ = [
    "KIND_BITS",
    "STATES",
    "ArrivedText",
    "Finding",
    "Generation",
    "Hold",
    "Likelihood",
    "ListedAccount",
    "ListedPerson",
    "Moment",
    "MomentAnswer",
    "MomentAnswerWithdrawal",
    "Portfolio",
    "Publication",
    "Remark",
    "RosterPart",
    "SearchBlock",
    "Signal",
]

KIND_BITS: dict[str, int] = {kind: 1 << place for place, kind in enumerate(SIGNAL_KINDS)}
"""Which bit of `ListedPerson.kinds` stands for which kind of signal."""

STATES = ("ready", "unknown", "resting", "silent")
"""Where a person stands, in the order of the list: may be asked; nothing known yet about a yes; held; no evidence."""


class Generation(models.Model):
    """One publication of findings: all of it, or nothing."""

    number = models.PositiveBigIntegerField(primary_key=True)
    as_of = models.DateField()
    fingerprint = models.TextField()
    state = models.TextField(default="building")
    started_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    # Counts that pages need, and the fires of the day: {"people": n, "states": {...}, "kinds": {...}, ...}
    counts = models.JSONField(default=dict)

    class Meta:
        constraints = [
            CheckConstraint(condition=Q(state__in=["building", "published"]), name="generation_state_is_known_word"),
            CheckConstraint(
                condition=Q(state="building", published_at=None) | Q(state="published", published_at__isnull=False),
                name="generation_published_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"generation {self.number}, as of {self.as_of}"


class Publication(models.Model):
    """The pointer to the generation that readers see: one row."""

    THE_ONE: ClassVar[int] = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_ONE)
    generation = models.ForeignKey(Generation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [CheckConstraint(condition=Q(id=1), name="publication_is_one_row")]

    def __str__(self) -> str:
        return f"generation {self.generation_id} is published"

    @classmethod
    def current(cls) -> Generation | None:
        """Return what readers see; None before the first publication."""
        try:
            return cls.objects.select_related("generation").get().generation
        except ObjectDoesNotExist:
            return None

    @classmethod
    def hold(cls) -> "Generation | None":
        """Return what readers see, and let nobody change that or publish anew before this transaction ends."""
        held = cls.objects.select_for_update().first()
        return Generation.objects.get(pk=held.generation_id) if held is not None else None


class Finding(models.Model):
    """A row of one generation. Rows are written in bulk and never changed."""

    generation = models.ForeignKey(Generation, on_delete=models.PROTECT, db_index=False, related_name="+")
    person_id = models.TextField()

    class Meta:
        abstract = True


class ListedPerson(Finding):
    """A person as lists and page heads show them, with everything that needs no second look."""

    name = models.TextField(blank=True)
    email = models.TextField(blank=True)
    title = models.TextField(blank=True)
    person_keys = models.JSONField(default=list)
    account_id = models.TextField(blank=True)
    account = models.TextField(blank=True)
    account_arr = models.FloatField(null=True)
    account_currency = models.TextField(blank=True)
    owner_email = models.TextField(blank=True)  # who cares for their account, in lower case
    pays = models.BooleanField(null=True)
    influence = models.TextField(blank=True)
    language = models.TextField(blank=True)
    left_on = models.DateField(null=True)
    approximate = models.BooleanField(default=False)
    employments = models.JSONField(default=list)
    risks = models.JSONField(default=list)  # at accounts they left: see publishing/risks.py

    state = models.TextField()
    kinds = models.PositiveSmallIntegerField(default=0)
    best_act = models.TextField(blank=True)
    best_likelihood = models.FloatField(null=True)
    best_low = models.FloatField(null=True)
    best_high = models.FloatField(null=True)
    words = models.JSONField(null=True)  # the newest good word: a piece of evidence, see publishing/evidence.py
    hold_code = models.TextField(blank=True)
    hold_sentence = models.TextField(blank=True)
    hold_until = models.DateField(null=True)
    fresh_at = models.DateTimeField(null=True)

    # Places in the three orders of the list, 0 first; one of a kind within a generation.
    rank = models.PositiveBigIntegerField()
    name_rank = models.PositiveBigIntegerField()
    fresh_rank = models.PositiveBigIntegerField()

    objects = ListedPersonQuerySet["ListedPerson"].as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["generation", "person_id"], name="listed_person_once"),
            CheckConstraint(condition=Q(state__in=STATES), name="listed_person_state_is_known_word"),
            CheckConstraint(
                condition=Q(best_likelihood=None, best_low=None, best_high=None)
                | Q(
                    # A comparison with nothing is neither true nor false, and a check lets that pass: so say it.
                    best_low__isnull=False,
                    best_likelihood__isnull=False,
                    best_high__isnull=False,
                    best_low__lte=F("best_likelihood"),
                    best_high__gte=F("best_likelihood"),
                ),
                name="listed_person_number_has_its_range",
            ),
        ]
        # Filters need no index of their own: the roster answers them, see roster.py.
        indexes = [
            Index(fields=["generation", "rank", "person_id"], name="listed_by_rank"),
            Index(fields=["generation", "owner_email", "rank"], name="listed_by_owner"),
        ]

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """What to call them on a page: their name, else their address, else the first key a source has for them."""
        return self.name or self.email or next(iter(self.person_keys), self.person_id)


class Signal(Finding):
    """A dated indication that a person may advocate."""

    signal_id = models.TextField()
    account_id = models.TextField(blank=True)
    kind = models.TextField()
    rule = models.TextField()
    rule_version = models.PositiveIntegerField()
    observed_at = models.DateTimeField()
    strength = models.FloatField()
    approximate = models.BooleanField(default=False)
    evidence = models.JSONField(default=list)

    objects = FindingQuerySet["Signal"].as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["generation", "person_id", "signal_id"], name="signal_once"),
            CheckConstraint(condition=Q(kind__in=SIGNAL_KINDS), name="signal_kind_is_known_word"),
            CheckConstraint(condition=Q(strength__gte=0, strength__lte=1), name="signal_strength_is_a_share"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"


class Hold(Finding):
    """A reason not to ask a person now."""

    hold_id = models.TextField()
    account_id = models.TextField(blank=True)
    code = models.TextField()
    act_kind = models.TextField(blank=True)
    observed_at = models.DateTimeField(null=True)
    until = models.DateField(null=True)
    day = models.DateField(null=True)  # the day the sentence names
    sentence = models.TextField()  # in English, as found; readers are told by why_not.py
    evidence = models.JSONField(default=list)

    objects = FindingQuerySet["Hold"].as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["generation", "person_id", "hold_id"], name="hold_once"),
            CheckConstraint(condition=~Q(sentence=""), name="hold_says_why"),
        ]

    def __str__(self) -> str:
        return self.sentence


class Likelihood(Finding):
    """How likely a person accepts and completes an act of a kind if asked now; empty numbers mean: don't know yet."""

    act_kind = models.TextField()
    likelihood = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    known = models.BooleanField()
    reasons = models.JSONField(default=list)  # [{"signal_id", "weight"}], log odds; sums up to the number shown
    owner_email = models.TextField(blank=True)  # of the person's account, as in the list
    state = models.TextField()
    kinds = models.PositiveSmallIntegerField(default=0)  # of the person's signals, as in the list
    rank = models.PositiveBigIntegerField()

    objects = LikelihoodQuerySet["Likelihood"].as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["generation", "person_id", "act_kind"], name="likelihood_once"),
            CheckConstraint(condition=Q(state__in=STATES[:3]), name="likelihood_state_is_known_word"),
            CheckConstraint(
                condition=Q(known=False, likelihood=None, low=None, high=None)
                | Q(
                    known=True,
                    low__isnull=False,
                    likelihood__isnull=False,
                    high__isnull=False,
                    low__gte=0,
                    low__lte=F("likelihood"),
                    high__gte=F("likelihood"),
                    high__lte=1,
                ),
                name="likelihood_number_has_its_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act_kind} by {self.person_id}"


class Remark(Finding):
    """A sentence of theirs that means something: praise, a win, a complaint or a wish."""

    remark_id = models.TextField()
    kind = models.TextField()
    language = models.TextField(blank=True)
    themes = models.JSONField(default=list)
    at = models.DateTimeField(null=True)
    piece = models.JSONField()  # where it stands and its exact words, see publishing/evidence.py

    objects = FindingQuerySet["Remark"].as_manager()

    class Meta:
        constraints = [UniqueConstraint(fields=["generation", "person_id", "remark_id"], name="remark_once")]

    def __str__(self) -> str:
        return str(self.piece.get("quote", ""))


class Moment(Finding):
    """Something that just happened and deserves an answer: one for a person, with everything that belongs to it."""

    moment_id = models.TextField()
    raised_at = models.DateTimeField()
    urgency = models.FloatField()
    rank = models.PositiveBigIntegerField()
    resting = models.BooleanField()
    owner_email = models.TextField(blank=True)  # of the person's account, as in the list
    kind = models.TextField()  # of the signal that leads
    signal_id = models.TextField()
    words = models.JSONField(null=True)
    why = models.JSONField(default=list)  # what `why_now` is told from: [{"kind", "numbers"}], a kind once
    further = models.PositiveSmallIntegerField(default=0)  # how many signals it bundles beyond the leading one

    objects = MomentQuerySet["Moment"].as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["generation", "person_id"], name="moment_once_a_person"),
            CheckConstraint(condition=Q(kind__in=SIGNAL_KINDS), name="moment_kind_is_known_word"),
        ]
        indexes = [
            Index(fields=["generation", "resting", "rank"], name="moment_by_rank"),
            Index(fields=["generation", "owner_email", "resting", "rank"], name="moment_by_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"

    @property
    def why_now(self) -> list[Fact]:
        """Why now, a short line each, in the language of whoever reads."""
        return why_now(self.why)
