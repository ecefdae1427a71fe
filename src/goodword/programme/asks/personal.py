"""What of people stands in the ledger of asks, and in what asks cost them."""

from django.db.models import Q, QuerySet

from goodword.programme.asks.models import (
    Answer,
    Ask,
    AskLetter,
    AskWithdrawal,
    EarlierAnswer,
    Limit,
    PastLoad,
    Release,
    Reservation,
    Thank,
)
from goodword.programme.personal import Personal, Subject
from goodword.programme.posted import of_subject


def _asks(subject: Subject) -> QuerySet[Ask]:
    return of_subject(Ask.objects.all(), subject)


def _theirs(subject: Subject) -> Q:
    return Q(person_id__in=subject.person_ids) | Q(person__root_id__in=subject.person_ids)


DECLARED = (
    Personal(
        "asks.AskWithdrawal", "Asks that no longer count.", lambda s: AskWithdrawal.objects.filter(ask__in=_asks(s))
    ),
    Personal(
        "asks.EarlierAnswer",
        "What they answered before they answered otherwise.",
        lambda s: EarlierAnswer.objects.filter(ask__in=_asks(s)),
    ),
    Personal("asks.Answer", "What they answered.", lambda s: Answer.objects.filter(ask__in=_asks(s))),
    Personal(
        "asks.AskLetter",
        "The letters in which they were asked.",
        lambda s: AskLetter.objects.filter(ask__in=_asks(s)),
        texts=("subject", "text", "token", "unthanked_because"),
    ),
    Personal("asks.Ask", "What they were asked for.", _asks, colleagues=("asked_by",)),
    Personal(
        "asks.Release",
        "Places for an ask that were given back.",
        lambda s: Release.objects.filter(reservation__in=Reservation.objects.filter(_theirs(s))),
        texts=("reason",),
        colleagues=("by",),
    ),
    Personal(
        "asks.Reservation",
        "Places taken for an ask, so that nobody asks too often.",
        lambda s: Reservation.objects.filter(_theirs(s)),
        colleagues=("by",),
        nouns=("place",),
    ),
    Personal(
        "asks.Thank",
        "When one of ours thanked them.",
        lambda s: Thank.objects.filter(_theirs(s)),
        colleagues=("by",),
    ),
    Personal("asks.LetterVersion", "Letters as somebody wrote them for everybody.", texts=("subject", "text")),
    Personal("asks.PastLoad", "What asks and acts cost them.", lambda s: PastLoad.objects.filter(_theirs(s))),
    Personal(
        "asks.Limit",
        "How often they want to be asked at most.",
        lambda s: Limit.objects.filter(_theirs(s)),
        colleagues=("by",),
    ),
)
