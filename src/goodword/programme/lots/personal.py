"""What of people stands in lots. Who was erased leaves the draw; how many there were is kept."""

from django.db.models import Q, QuerySet

from goodword.programme.lots.models import Eligible, Exclusion, Invitation, Wait
from goodword.programme.personal import Nobody, Personal, Subject


def _rows(subject: Subject) -> QuerySet[Eligible]:
    ids = subject.person_ids
    return Eligible.objects.filter(Q(person_id__in=ids) | Q(person__root_id__in=ids))


DECLARED = (
    Personal(
        "lots.Invitation",
        "That they were invited to a public review by lot.",
        lambda s: Invitation.objects.filter(row__in=_rows(s)),
    ),
    Personal(
        "lots.Wait",
        "That they were drawn, and how long they rest first.",
        lambda s: Wait.objects.filter(row__in=_rows(s)),
    ),
    Personal(
        "lots.Exclusion",
        "That they were drawn, and why they are not invited.",
        lambda s: Exclusion.objects.filter(row__in=_rows(s)),
    ),
    Personal(
        "lots.Eligible",
        "Draws for public reviews in which they could be drawn, with what was known that day.",
        _rows,
        nouns=("invitation",),
    ),
    Nobody("lots.Drawing", "How many were eligible and drawn."),
    Nobody("lots.Draw", "The seed of a draw, and when it was promised."),
    Nobody("lots.Site", "A site of reviews and its rules."),
)
"""In the order in which an erasure deletes them."""
