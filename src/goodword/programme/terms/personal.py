"""What of people stands in terms."""

from django.db.models import Q

from goodword.programme.personal import Personal
from goodword.programme.terms.models import Term

DECLARED = (
    Personal(
        "terms.Term",
        "About what they like to speak, and how they want to be reached.",
        lambda s: Term.objects.filter(Q(person_id__in=s.person_ids) | Q(person__root_id__in=s.person_ids)),
        texts=("topic", "detail"),
        colleagues=("by",),
    ),
)
"""In the order in which an erasure deletes them."""
