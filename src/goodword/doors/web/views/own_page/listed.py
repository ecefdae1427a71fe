"""Everybody who was let in to a page of their own."""

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.own_page.shown import accesses
from goodword.kit import clock
from goodword.programme.advocates.models import Generation, ListedPerson, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.models import Assignment
from goodword.programme.team.models.assignment import AssignmentQuerySet
from goodword.programme.team.roles import Right

A_PAGE = 25


@policy(may(Right.SEE_CONTACTS, Right.INVITE_ADVOCATES))
@require_safe
def advocates(request: HttpRequest) -> HttpResponseBase:
    """List customers' people who were let in, 25 a page: those who may come in first, then the newest."""
    principal, generation = principal_in(request), Publication.current()
    sight, manages = Sight.of(principal), principal.may(Right.MANAGE_TEAM)
    accounts = _accounts(sight, generation)
    page = Paginator(accounts.order_by("-user__is_active", "-given_at", "-pk"), A_PAGE).get_page(
        request.GET.get("page")
    )
    people = _people(sight, generation, [one.person_id for one in page])
    facts = {
        "here": "team" if manages else "people",
        "manages": manages,
        "page": page,
        "accesses": accesses(page, people),
        "active": accounts.filter(user__is_active=True).count(),
        "today": clock.today(),
    }
    return render(request, "web/own_page/advocates.html", facts)


def _accounts(sight: Sight, generation: Generation | None) -> AssignmentQuerySet:
    """Those whom somebody sees: a customer's person who is in their care, or everybody."""
    accounts = Assignment.objects.of_advocates()
    if not sight.owner:
        return accounts
    if generation is None:
        return accounts.none()
    return accounts.filter(person_id__in=sight.people(generation).values("person_id"))


def _people(sight: Sight, generation: Generation | None, ids: list[str]) -> dict[str, ListedPerson]:
    if generation is None:
        return {}
    return {row.person_id: sight.person(row) for row in sight.people(generation).filter(person_id__in=ids)}
