"""Adding a site, changing its rules, drawing for it, and switching the rule of the lot off and on."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.reviews.forms import BasisForm, SiteForm
from goodword.doors.web.views.reviews.shown import left_out_told
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Publication
from goodword.programme.choosing.actions.switch_lot_rule import switch_off_lot_rule, switch_on_lot_rule
from goodword.programme.choosing.models import LotRule
from goodword.programme.lots.actions.keep_site import keep_site
from goodword.programme.lots.eligibility import eligible_for
from goodword.programme.lots.models import Site
from goodword.programme.team.roles import Right
from goodword.runs.drawing import ask_draw, draw_for, is_quick
from goodword.runs.workspace import open_workspace

_UNPROCESSABLE = 422


@policy(may(Right.CHANGE_SETTINGS))
def add_site(request: HttpRequest) -> HttpResponse:
    """Add a site."""
    return _form(request, None, SiteForm(request.POST) if request.method == "POST" else SiteForm.new())


@policy(may(Right.CHANGE_SETTINGS))
def site(request: HttpRequest, number: int) -> HttpResponse:
    """Show a site with who could be drawn for it, and change its rules."""
    row = _site(number)
    return _form(request, row, SiteForm(request.POST) if request.method == "POST" else SiteForm.of(row))


@policy(may(Right.CHANGE_SETTINGS))
@require_POST
def draw(request: HttpRequest, number: int) -> HttpResponse:
    """Draw for a site, once a day."""
    row, by = _site(number), principal_in(request).actor
    try:
        if not is_quick():
            return redirect("job", ask_draw(row, day=clock.today(), by=by).pk)
        done = draw_for(row, workspace=open_workspace(settings.WORKSPACE), day=clock.today(), by=by)
    except GoodwordError as error:
        words = {"title": _("Nobody was drawn"), "sentence": error.sentence, "mend": error.mend}
        return render(request, "web/error.html", words, status=_UNPROCESSABLE)
    said = ngettext("One person was drawn.", "%(n)s people were drawn.", done.drawn) % {"n": done.drawn}
    toasts.say(request, said)
    return redirect("review-proof", done.draw_id)


@policy(may(Right.MANAGE_TEAM))
def rule(request: HttpRequest) -> HttpResponse:
    """Let people be chosen for public reviews on a legal basis, or go back to the lot."""
    form = BasisForm(request.POST) if request.method == "POST" and "on" not in request.POST else BasisForm()
    by = principal_in(request).actor
    try:
        if request.method == "POST" and "on" in request.POST:
            switch_on_lot_rule(by=by)
            toasts.say(request, _("Public reviews go by lot again."))
            return redirect("reviews")
        if form.is_bound and form.is_valid():
            switch_off_lot_rule(legal_basis=form.cleaned_data["legal_basis"], by=by)
            toasts.say(request, _("People may be chosen for public reviews now. It stands in the audit trail."))
            return redirect("reviews")
    except GoodwordError as error:
        form.add_error(None, str(error)) if form.is_bound else toasts.say(request, str(error))
    facts = {"here": "settings", "form": form, "off": LotRule.objects.is_off()}
    return render(request, "web/reviews/rule.html", facts, status=_UNPROCESSABLE if form.errors else 200)


def _form(request: HttpRequest, row: Site | None, form: SiteForm) -> HttpResponse:
    if form.is_bound and form.is_valid():
        try:
            kept = keep_site(form.rules(), by=principal_in(request).actor, site=row)
        except GoodwordError as error:
            form.add_error(None, str(error))
        else:
            toasts.say(request, _("Saved: %(site)s.") % {"site": kept})
            return redirect("review-site", kept.pk)
    generation = Publication.current()
    counts = row is not None and generation is not None and is_quick()
    found = eligible_for(row, day=clock.today()) if counts and row is not None else None
    facts = {
        "here": "settings",
        "form": form,
        "site": row,
        "found": found,
        "people": int(generation.counts.get("people", 0)) if generation is not None else 0,
        "left_out": left_out_told(found.left_out) if found else [],
        "drawn_today": row is not None and row.draws.filter(as_of=clock.today(), done__isnull=False).first(),
    }
    return render(request, "web/reviews/site.html", facts, status=_UNPROCESSABLE if form.errors else 200)


def _site(number: int) -> Site:
    row = Site.objects.filter(pk=number).first()
    if row is None:
        raise Http404
    return row
