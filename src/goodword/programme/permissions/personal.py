"""What of people stands among permissions: what they allowed and forbade, and how we know."""

from django.db.models import Q, QuerySet

from goodword.programme.permissions.models import Grant, Proof, Withdrawal
from goodword.programme.personal import Nobody, Personal, Subject


def _grants(subject: Subject) -> QuerySet[Grant]:
    wanted = Q(person_id__in=subject.person_ids) | Q(person__root_id__in=subject.person_ids)
    return Grant.objects.filter(wanted)


DECLARED = (
    Personal(
        "permissions.Withdrawal",
        "That they took a word back.",
        lambda s: Withdrawal.objects.filter(grant__in=_grants(s)),
        texts=("reason",),
        colleagues=("by",),
    ),
    Personal(
        "permissions.Proof",
        "How we know what they allowed and forbade.",
        lambda s: Proof.objects.filter(grant__in=_grants(s)),
        texts=("said_to", "wording", "reference", "file_name"),
    ),
    Personal(
        "permissions.Grant",
        "What they allowed and forbade; what their company did stays, without them.",
        _grants,
        texts=("asset", "prospect", "channel", "territory"),
        colleagues=("by",),
        nouns=("permission",),
    ),
    Nobody("permissions.ActKind", "Kinds of acts and their policy."),
    Personal("permissions.KindChange", "Why somebody changed a kind of act.", texts=("reason",)),
)
