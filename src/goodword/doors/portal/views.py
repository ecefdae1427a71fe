"""What a customer's person sees when they sign in: themselves, and nobody else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.doors.web.policies import may, policy, principal_in
from goodword.programme.advocates.models import Generation, ListedPerson, Publication, Remark
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.roles import Right

GOOD = ("praise", "win")
WORDS_SHOWN = 12

SELF = Sight(frozenset({Right.SEE_PEOPLE, Right.SEE_WORDS, Right.SEE_COMMENTS, Right.SEE_CONTACTS}))
"""What somebody sees of themselves: what they said and who they are; not our notes around it, nor our numbers."""


@policy(may(Right.SEE_PORTAL))
def portal(request: HttpRequest) -> HttpResponse:
    """Show an advocate the words of theirs that we keep, and what we know of them."""
    person_id = principal_in(request).person_id
    generation = Publication.current()
    person = _person(generation, person_id)
    facts = {
        "here": "portal",
        "generation": generation,
        "person": person,
        "remarks": _remarks(generation, person_id),
    }
    return render(request, "portal/portal.html", facts)


def _person(generation: Generation | None, person_id: str) -> ListedPerson | None:
    row = ListedPerson.objects.within(generation).about(person_id).first() if generation else None
    return SELF.person(row) if row else None


def _remarks(generation: Generation | None, person_id: str) -> list[Remark]:
    if generation is None:
        return []
    good = Remark.objects.within(generation).about(person_id).filter(kind__in=GOOD)
    return SELF.remarks(list(good.order_by("-at", "remark_id")[:WORDS_SHOWN]))
