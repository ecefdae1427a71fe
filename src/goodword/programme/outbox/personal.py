"""What of customers' people stands in the outbox: letters to them, and what servers answered."""

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from goodword.programme.outbox.models import Attempt, Drop, Letter, Outcome, Ruling, Waiting
from goodword.programme.personal import Personal, Subject


def letters_to(subject: Subject) -> QuerySet[Letter]:
    """Letters to any of their addresses, however it is written, with a name before it or without."""
    lower = Letter.objects.annotate(address=Lower("to"))
    wanted = Q(pk__in=[])
    for email in subject.emails:
        wanted |= Q(address=email) | Q(address__contains=f"<{email}>")
    return lower.filter(wanted)


DECLARED = (
    Personal(
        "outbox.Drop", "Letters to them that never left, and why.",
        lambda s: Drop.objects.filter(letter__in=letters_to(s)), texts=("note",),
    ),
    Personal(
        "outbox.Ruling", "What a colleague decided about a letter to them.",
        lambda s: Ruling.objects.filter(attempt__letter__in=letters_to(s)), texts=("reason",), colleagues=("by",),
    ),
    Personal(
        "outbox.Outcome", "What the receiving server said of a letter to them.",
        lambda s: Outcome.objects.filter(attempt__letter__in=letters_to(s)), texts=("answer",),
    ),
    Personal(
        "outbox.Attempt", "When a letter to them was sent.",
        lambda s: Attempt.objects.filter(letter__in=letters_to(s)),
    ),
    Personal(
        "outbox.Waiting", "Letters to them that wait.", lambda s: Waiting.objects.filter(letter__in=letters_to(s))
    ),
    Personal(
        "outbox.Letter", "Letters to them, and letters to others that name them.", letters_to,
        texts=("subject", "text", "html", "calendar", "reply_to", "dedupe_key"), colleagues=("sender", "reply_to"),
        nouns=("letter",),
    ),
)  # fmt: skip
