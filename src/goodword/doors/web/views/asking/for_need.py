"""Which request an ask is for, as the address of the letter's page says it."""

from django.http import HttpRequest

from goodword.doors.web.numbers import number_in
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.needs.models import Claim
from goodword.programme.people.models import Person


def claim_meant(request: HttpRequest, person: ListedPerson, act_kind: str) -> Claim | None:
    """The claim that the letter is for; None where it waits for somebody or something else."""
    claims = Claim.objects.standing().of_open_needs()
    claims = claims.filter(pk=number_in(request.GET, "claim"), need__act_kind=act_kind)
    there = Person.objects.same_as(person.person_id)
    return claims.filter(person__in=there).select_related("need").first()
