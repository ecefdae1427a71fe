"""What of people stands in the ledger of asks."""

from django.db.models import QuerySet

from goodword.programme.asks.models import Answer, Ask, AskWithdrawal
from goodword.programme.personal import Personal, Subject
from goodword.programme.posted import of_subject


def _asks(subject: Subject) -> QuerySet[Ask]:
    return of_subject(Ask.objects.all(), subject)


DECLARED = (
    Personal(
        "asks.AskWithdrawal", "Asks that no longer count.", lambda s: AskWithdrawal.objects.filter(ask__in=_asks(s))
    ),
    Personal("asks.Answer", "What they answered.", lambda s: Answer.objects.filter(ask__in=_asks(s))),
    Personal("asks.Ask", "What they were asked for.", _asks, colleagues=("asked_by",)),
)
