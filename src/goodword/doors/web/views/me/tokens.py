"""Tokens: somebody's own, and for administrators everybody's."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.me.forms import TokenForm
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.team.actions.make_token import make_token
from goodword.programme.team.actions.revoke_token import revoke_token
from goodword.programme.team.models import Token
from goodword.programme.team.models.token import Scope
from goodword.programme.team.roles import Right


@policy(may(Right.MAKE_TOKENS))
@never_cache
def own(request: HttpRequest) -> HttpResponseBase:
    """List somebody's tokens, and make one; its secret stands in this answer and nowhere else."""
    principal, secret = principal_in(request), ""
    form = TokenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        scope = cast("Scope", given["scope"])
        try:
            _token, secret = make_token(
                principal.user, given["name"], scope=scope, lasts=form.lasts(), by=principal.actor
            )
        except GoodwordError as error:
            form.add_error(None, str(error))
        else:
            form = TokenForm()
    now = clock.now()
    tokens = Token.objects.live(now).filter(user=principal.user).order_by("-made_at")
    facts = {"here": "me", "form": form, "secret": secret, "tokens": tokens, "today": clock.today()}
    return render(request, "web/me/tokens.html", facts, status=422 if form.errors else 200)


@policy(may(Right.MAKE_TOKENS))
@require_POST
def revoke_own(request: HttpRequest, number: int) -> HttpResponseBase:
    """Revoke one of one's own."""
    principal = principal_in(request)
    token = Token.objects.filter(user=principal.user, pk=number).first()
    return _revoked(request, token, "tokens")


@policy(may(Right.MANAGE_TEAM))
@require_safe
def everybody(request: HttpRequest) -> HttpResponseBase:
    """List every token that opens a door."""
    now = clock.now()
    tokens = Token.objects.live(now).select_related("user").order_by("user__email", "-made_at")
    return render(request, "web/team/tokens.html", {"here": "team", "tokens": tokens, "today": clock.today()})


@policy(may(Right.MANAGE_TEAM))
@require_POST
def revoke_any(request: HttpRequest, number: int) -> HttpResponseBase:
    """Revoke anybody's."""
    return _revoked(request, Token.objects.filter(pk=number).first(), "team-tokens")


def _revoked(request: HttpRequest, token: Token | None, back: str) -> HttpResponseBase:
    if token is None:
        raise Http404
    revoke_token(token, by=principal_in(request).actor)
    toasts.say(request, _("The token is revoked. What used it gets no answer any more."))
    return HttpResponseRedirect(reverse(back))
