"""The sites, the draws, and the proof that each was a lot."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.reviews.shown import compared, done_draw, draw_shown, left_out_told
from goodword.kit import clock
from goodword.programme.choosing.models import LotRule
from goodword.programme.lots.models import Draw, Site
from goodword.programme.team.roles import Right
from goodword.runs.proving import AT_ONCE, proof_of

_SHOWN = 50


@policy(may(Right.SEE_SETTINGS))
@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """List the sites and the draws, and say whether the rule of the lot holds."""
    principal, rule = principal_in(request), LotRule.objects.newest()
    facts = {
        "here": "settings",
        "sites": Site.objects.all(),
        "draws": [draw_shown(one) for one in Draw.objects.select_related("site", "done")[:_SHOWN]],
        "off": rule if rule is not None and rule.state == LotRule.OFF else None,
        "may_change": principal.may(Right.CHANGE_SETTINGS),
        "may_switch": principal.may(Right.MANAGE_TEAM),
        "today": clock.today(),
    }
    return render(request, "web/reviews/list.html", facts)


@policy(may(Right.SEE_SETTINGS))
@require_safe
def proof(request: HttpRequest, number: int) -> HttpResponse:
    """Show what proves that a draw was a lot; nobody is named."""
    draw, principal = done_draw(number), principal_in(request)
    told = proof_of(draw, at_most=AT_ONCE)
    facts = {
        "here": "settings",
        "draw": draw,
        "proof": told,
        "shown": draw_shown(draw),
        "left_out": left_out_told(draw.done.left_out),
        "compared": compared(told.associations),
        "may_take": not principal.owner and principal.may(Right.EXPORT) and principal.may(Right.SEE_SCORES),
        "today": clock.today(),
    }
    return render(request, "web/reviews/proof.html", facts)
