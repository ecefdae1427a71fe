"""What of people stands in the ledger of acts. That an act happened is counted on; whose it was is not kept."""

from django.db import transaction
from django.db.models import Q, QuerySet

from goodword.programme.acts.models import Act, ActWithdrawal
from goodword.programme.personal import Personal, Subject
from goodword.programme.posted import of_subject


def _acts(subject: Subject) -> QuerySet[Act]:
    theirs = Q(person_id__in=subject.person_ids) | Q(person__root_id__in=subject.person_ids)
    by_key = of_subject(Act.objects.filter(person=None), subject)
    return Act.objects.filter(theirs | Q(pk__in=by_key.values("pk")))


def _without_them(subject: Subject) -> int:
    """Keep that acts of a kind happened at an account on a day, and nothing by which somebody finds out whose."""
    mine = _acts(subject)
    with transaction.atomic():
        gone, _ = mine.filter(withdrawal__isnull=False).delete()
        # No record stands behind it any more: with its id, the next load would take it for one that was withdrawn.
        kept = mine.update(
            record_source="", record_id="", person_key="", url="", deal_id="", note="", person=None, ask=None
        )
    return gone + kept


DECLARED = (
    Personal(
        "acts.ActWithdrawal", "Acts that no longer count.", lambda s: ActWithdrawal.objects.filter(act__in=_acts(s))
    ),
    Personal(
        "acts.Act",
        "What they did for us; the count stays, without them.",
        _acts,
        texts=("url", "note"),
        erase=_without_them,
    ),
)
