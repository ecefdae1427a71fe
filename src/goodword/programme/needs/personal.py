"""What of people stands in needs. A claim and a proposal go with whoever is erased; the need itself stays ours."""

from django.db.models import Q

from goodword.programme.needs.models import Claim, ClaimAsk, ClaimEnd, Decline, NeedAct, Proposal
from goodword.programme.personal import Nobody, Personal, Subject


def _theirs(subject: Subject) -> Q:
    return Q(person_id__in=subject.person_ids) | Q(person__root_id__in=subject.person_ids)


def _of_claims(subject: Subject) -> Q:
    return Q(claim__in=Claim.objects.filter(_theirs(subject)))


DECLARED = (
    Personal(
        "needs.NeedAct",
        "That what they did was for a need of a colleague.",
        lambda s: NeedAct.objects.filter(Q(act__person_id__in=s.person_ids) | Q(act__person__root_id__in=s.person_ids)),
    ),
    Personal(
        "needs.ClaimAsk",
        "That they were asked because a colleague needed somebody.",
        lambda s: ClaimAsk.objects.filter(_of_claims(s)),
        colleagues=("by",),
    ),
    Personal(
        "needs.ClaimEnd",
        "That they were not asked after all.",
        lambda s: ClaimEnd.objects.filter(_of_claims(s)),
        texts=("reason",),
        colleagues=("by",),
    ),
    Personal(
        "needs.Claim",
        "That a colleague needed somebody, and wanted them asked.",
        lambda s: Claim.objects.filter(_theirs(s)),
        texts=("points",),
        colleagues=("by",),
    ),
    Personal(
        "needs.Decline",
        "That they are not asked for something a colleague needs, and why.",
        lambda s: Decline.objects.filter(_theirs(s)),
        texts=("reason",),
        colleagues=("by",),
    ),
    Personal(
        "needs.Proposal",
        "How well they fit what a colleague needs.",
        lambda s: Proposal.objects.filter(_theirs(s)),
        texts=("points",),
    ),
    Nobody("needs.Obstacle", "What stands between a need and people, as counts."),
    Nobody("needs.Matching", "That all open needs were matched, and when."),
    Personal("needs.Feedback", "What was said of an act afterwards.", texts=("words",), colleagues=("by",)),
    Personal("needs.NeedEnding", "How a need ended.", texts=("reason",), colleagues=("by",)),
    Personal(
        "needs.Need",
        "What colleagues need of customers.",
        texts=("prospect", "text", "role", "product", "use_case", "competitor"),
        colleagues=("by",),
        secret=("token",),
    ),
)
