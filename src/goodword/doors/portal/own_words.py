"""The words of somebody that we keep, as they see them themselves."""

from goodword.evidence.records.findings import GOOD
from goodword.programme.advocates.models import Generation, ListedPerson, Publication, Remark
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.roles import Right

SELF = Sight(frozenset({Right.SEE_PEOPLE, Right.SEE_WORDS, Right.SEE_COMMENTS, Right.SEE_CONTACTS}))
"""What somebody sees of themselves: what they said and who they are; not our notes around it, nor our numbers."""


def newest_words(person_id: str, most: int, generation: Generation | None = None) -> list[Remark]:
    """Their good words that we keep, the newest first."""
    current = generation or Publication.current()
    if current is None:
        return []
    good = Remark.objects.within(current).about(person_id).filter(kind__in=GOOD)
    return SELF.remarks(list(good.order_by("-at", "remark_id")[:most]))


def as_published(person_id: str, generation: Generation | None) -> ListedPerson | None:
    """What we know of them, as it is published."""
    row = ListedPerson.objects.within(generation).about(person_id).first() if generation else None
    return SELF.person(row) if row else None
