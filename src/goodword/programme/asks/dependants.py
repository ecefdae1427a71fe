"""Asks that hang on a permission: those that are open, and those that were accepted."""

from collections.abc import Iterator

from django.db.models import Q

from goodword.programme.asks.models import Answer, Ask
from goodword.programme.permissions.dependants import Concerned, Dependant


def asks_that_hang(concerned: Concerned) -> Iterator[Dependant]:
    """Asks of these people that nobody answered, or that were accepted, the newest first."""
    open_or_accepted = Q(answer__isnull=True) | Q(answer__answer=Answer.Kind.ACCEPTED)
    asks = Ask.objects.standing().filter(open_or_accepted, person_key__in=concerned.keys)
    if concerned.act_kind:
        asks = asks.filter(kind=concerned.act_kind)
    for ask in asks.order_by("-asked_on", "-pk"):
        yield Dependant(what="ask", ident=ask.ledger_id, act_kind=ask.kind, day=ask.asked_on)
