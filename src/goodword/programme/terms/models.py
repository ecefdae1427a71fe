"""What somebody said of how they help: a row each time, and the newest of each thing holds."""

from typing import ClassVar, Literal, Self

from django.db import models
from django.db.models import CheckConstraint, Index, Q

from goodword.programme.people.models import Person

type Word = Literal["", "gladly", "not"]
type Way = Literal["", "phone", "colleague"]

WORDS: tuple[Word, ...] = ("gladly", "not", "")
"""What may be said of a topic; the empty one takes back what was said before."""

WAYS: tuple[Way, ...] = ("", "phone", "colleague")
"""How somebody may want to be reached; the empty one is by e-mail, as everybody is."""

LONGEST_TOPIC, LONGEST_DETAIL, MOST_TOPICS = 80, 200, 50


def key_of(topic: str) -> str:
    """What makes two spellings one topic: case and spaces do not count."""
    return " ".join(topic.split()).casefold()


class TermQuerySet(models.QuerySet["Term"]):
    """Sets of terms."""

    def of(self, person_id: str) -> Self:
        """Those of a human being by their id of today, also under ids of before, the oldest first."""
        return self.filter(Q(person_id=person_id) | Q(person__root_id=person_id)).order_by("at", "pk")


class Term(models.Model):
    """A word about one topic, or about how they want to be reached."""

    TOPIC: ClassVar = "topic"
    REACH: ClassVar = "reach"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="terms")
    about = models.TextField()
    topic = models.TextField(blank=True)  # as it was shown to them, or as they wrote it
    word = models.TextField(blank=True)
    detail = models.TextField(blank=True)  # with a way to be reached: which number, which hours
    at = models.DateTimeField()
    by = models.TextField(blank=True)  # id of the user who wrote it down; empty where they said it by a link

    objects: ClassVar[TermQuerySet] = TermQuerySet.as_manager()  # type: ignore[assignment]  # it is one

    class Meta:
        indexes = [Index(fields=["person", "at"], name="term_of_person")]
        constraints = [
            CheckConstraint(
                condition=(Q(about="topic", word__in=["", "gladly", "not"], detail="") & ~Q(topic=""))
                | Q(about="reach", word__in=["", "phone", "colleague"], topic=""),
                name="term_is_known_word",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic or self.about}: {self.word}"
