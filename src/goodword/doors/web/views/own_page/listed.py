"""Everybody who was let in to a page of their own."""

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goodword.doors.web.policies import may, policy, principal_in
from goodword.kit import clock
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.own_pages import seen_accesses, seen_accounts
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.roles import Right

A_PAGE = 25


@policy(may(Right.SEE_CONTACTS, Right.INVITE_ADVOCATES))
@require_safe
def advocates(request: HttpRequest) -> HttpResponseBase:
    """List customers' people who were let in, 25 a page: those who may come in first, then the newest."""
    principal, generation = principal_in(request), Publication.current()
    sight, manages = Sight.of(principal), principal.may(Right.MANAGE_TEAM)
    accounts = seen_accounts(sight, generation)
    page = Paginator(accounts, A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "here": "team" if manages else "people",
        "manages": manages,
        "page": page,
        "accesses": seen_accesses(sight, generation, page),
        "active": accounts.filter(user__is_active=True).count(),
        "today": clock.today(),
    }
    return render(request, "web/own_page/advocates.html", facts)
