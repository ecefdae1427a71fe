"""The two steps of every wish that comes by a link, whatever it is."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goodword.doors.portal.linked.opening import by_link, refuse_on_copy, unavailable
from goodword.doors.portal.linked.second_step import wish_of, word_for
from goodword.doors.portal.saying.step import Step, Visit, refuse_typed, step_named, wish_in
from goodword.kit.errors import GoodwordError
from goodword.programme.links.models import Link

_SEE_OTHER, _UNPROCESSABLE = 303, 422


def take(request: HttpRequest, secret: str, link: Link, steps: Mapping[str, Step]) -> HttpResponseBase:
    """Take a wish in: the first press leads to the question, the second does it and leads back."""
    refusal = refuse_on_copy()
    if refusal is not None:
        return unavailable(request, refusal)
    visit, word, back = visit_by(link), request.POST.get("sure", ""), address(secret)
    try:
        if word:
            return _said(back, _second(request, visit, link, steps))
        wish = wish_in(request.POST, steps)
        sure = step_named(wish["do"], steps).asks(visit, wish)
        facts = {"sure": sure, "word": word_for(link, wish), "back": back, "action": back}
        return render(request, "portal/linked/sure.html", facts)
    except GoodwordError as error:
        facts = {"refusal": error, "back": back}
        return render(request, "portal/linked/refused.html", facts, status=_UNPROCESSABLE)


def _second(request: HttpRequest, visit: Visit, link: Link, steps: Mapping[str, Step]) -> str:
    """Do what the word is for; return the name of the step."""
    wish = wish_of(link, request.POST["sure"])
    if wish is None:
        raise GoodwordError(
            "step-over",
            _("This was said already, or the page was open too long. Nothing was changed by this press."),
            _("Go back and look: there it stands as it is now."),
        )
    step = step_named(wish["do"], steps)
    refusal = refuse_typed(step.asks(visit, wish), request.POST.get("typed", "")) if step.always_asks else None
    if refusal is not None:
        raise refusal
    step.does(visit, wish)
    return wish["do"]


def _said(back: str, name: str) -> HttpResponse:
    answer = HttpResponseRedirect(f"{back}?said={name}")
    answer.status_code = _SEE_OTHER
    return answer


def visit_by(link: Link) -> Visit:
    """Who comes by a link."""
    return Visit(link.today_id, by_link(link), link)


def address(secret: str) -> str:
    """Where a link leads."""
    return reverse("by-link", args=[secret])
