"""What of people stands in meetings: the times that they proposed. All of it goes with whoever is erased."""

from django.db.models import Q

from goodword.programme.meetings.models import MeetingLetter, Offer, OtherTimes, Pick, Slot
from goodword.programme.needs.models import Claim
from goodword.programme.personal import Personal, Subject


def _of_claims(subject: Subject, path: str = "claim") -> Q:
    theirs = Q(person_id__in=subject.person_ids) | Q(person__root_id__in=subject.person_ids)
    return Q(**{f"{path}__in": Claim.objects.filter(theirs)})


DECLARED = (
    Personal(
        "meetings.MeetingLetter",
        "That a letter about a meeting with them was written.",
        lambda s: MeetingLetter.objects.filter(_of_claims(s)),
    ),
    Personal(
        "meetings.Pick",
        "When a meeting with them takes place, or that it was called off.",
        lambda s: Pick.objects.filter(_of_claims(s)),
        texts=("place",),
        colleagues=("by",),
    ),
    Personal(
        "meetings.OtherTimes",
        "That the times they proposed did not suit.",
        lambda s: OtherTimes.objects.filter(_of_claims(s, "offer__claim")),
        colleagues=("by",),
    ),
    Personal(
        "meetings.Slot",
        "A time that they proposed for a meeting.",
        lambda s: Slot.objects.filter(_of_claims(s, "offer__claim")),
    ),
    Personal(
        "meetings.Offer",
        "That they proposed times for a meeting, and by which clock.",
        lambda s: Offer.objects.filter(_of_claims(s)),
    ),
)
