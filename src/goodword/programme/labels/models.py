"""What colleagues say that sentences mean: a row each time, and the last one of a sentence that stands counts."""

import hashlib
from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Exists, F, Index, OuterRef, Q

KINDS = ("praise", "win", "thanks", "complaint", "wish", "neutral")
"""What a sentence may be said to be; neutral: nothing of the others."""

WAYS = ("hand", "doubt", "random")
"""How somebody came to be asked: not at all, because the listener doubts, or by lot."""


def digest_of(words: str) -> str:
    """What stands for the words of a sentence: where it changed, its text did."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


class LabelQuerySet(models.QuerySet["Label"]):
    """Labels."""

    def standing(self) -> Self:
        """Those that nobody took back."""
        return self.filter(withdrawal__isnull=True)

    def counting(self) -> Self:
        """The last one of each sentence that stands."""
        place = {name: OuterRef(name) for name in ("table", "record_id", "start", "end")}
        later = Label.objects.standing().filter(pk__gt=OuterRef("pk"), **place)
        return self.standing().filter(~Exists(later))

    def of_record(self, table: str, record_id: str) -> Self:
        """Those of the sentences of one record."""
        return self.filter(table=table, record_id=record_id)


class Label(models.Model):
    """A colleague's word for what a sentence is. It holds the sentence's place and a digest, never its words."""

    person_id = models.TextField()  # whose words they are, by the id of the day
    table = models.TextField()
    record_id = models.TextField()
    start = models.PositiveBigIntegerField()  # offsets of characters in the record's text, as of a remark
    end = models.PositiveBigIntegerField()
    digest = models.TextField()
    language = models.TextField(blank=True)  # BCP 47, as the listener told it
    channel = models.TextField(blank=True)
    kind = models.TextField()
    said = models.TextField(blank=True)  # the kind that the listener heard; empty where it heard nothing
    probability = models.FloatField(null=True)  # that it gave for it
    model_version = models.TextField(blank=True)
    way = models.TextField(default="hand")
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the console

    objects = LabelQuerySet.as_manager()

    class Meta:
        indexes = [
            Index(fields=["table", "record_id", "start", "end"], name="label_by_sentence"),
            Index(fields=["person_id"], name="label_by_person"),
        ]
        constraints = [
            CheckConstraint(condition=~Q(person_id="") & ~Q(record_id=""), name="label_says_where"),
            CheckConstraint(condition=Q(start__lt=F("end")), name="label_is_about_some_words"),
            CheckConstraint(condition=Q(kind__in=KINDS), name="label_kind_is_known_word"),
            CheckConstraint(condition=Q(said__in=["", *KINDS]), name="label_said_is_known_word"),
            CheckConstraint(condition=Q(way__in=WAYS), name="label_way_is_known_word"),
            CheckConstraint(
                condition=Q(probability=None) | Q(probability__gte=0, probability__lte=1),
                name="label_probability_is_a_share",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} at {self.start} in {self.table} {self.record_id}"

    @property
    def corrects(self) -> bool:
        """Whether the listener said something else."""
        return (self.said or "neutral") != self.kind


class LabelWithdrawal(models.Model):
    """A label that was taken back: what stood before it counts again."""

    label = models.OneToOneField(Label, on_delete=models.CASCADE, related_name="withdrawal")
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the console

    def __str__(self) -> str:
        return f"taken back at {self.at:%Y-%m-%d %H:%M}"


class TrainedModel(models.Model):
    """A listener that learnt from labels. Its numbers stand in a file of the workspace; it hears once it is chosen."""

    version = models.TextField(unique=True)
    digest = models.TextField()  # SHA-256 of its file, and the file's name
    labels = models.PositiveIntegerField()  # on how many it learnt
    beside = models.TextField()  # the version it was compared with: the one in use that day
    figures = models.JSONField(default=dict)  # held-out figures beside that one; see runs/labels/learning.py
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the console

    class Meta:
        constraints = [CheckConstraint(condition=~Q(version="") & ~Q(digest=""), name="trained_model_has_its_file")]

    def __str__(self) -> str:
        return self.version


class ModelChoice(models.Model):
    """From when on which listener hears; the last one counts. Without a model it is the shipped one."""

    model = models.ForeignKey(TrainedModel, null=True, on_delete=models.PROTECT, related_name="choices")
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user; empty for the console

    def __str__(self) -> str:
        return f"{self.model or 'the shipped listener'} from {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def now(cls) -> "ModelChoice | None":
        """The choice that counts; None before the first."""
        return cls.objects.select_related("model").order_by("-pk").first()

    @classmethod
    def chosen(cls) -> "TrainedModel | None":
        """The listener that somebody chose; None where the shipped one hears."""
        now = cls.now()
        return now.model if now else None

    @classmethod
    def before(cls) -> "TrainedModel | None":
        """What heard before the choice that counts: what going back goes back to."""
        row = cls.objects.select_related("model").order_by("-pk")[1:2].first()
        return row.model if row else None
