"""What a customer's person sees when they sign in: themselves, and nobody else."""

from dataclasses import replace

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from goodword.doors.portal.linked.arranging import calendar_of
from goodword.doors.portal.saying.every import EVERY
from goodword.doors.portal.saying.meetings import claim_of
from goodword.doors.portal.saying.step import Visit, refuse_typed, step_named, wish_in
from goodword.doors.portal.saying.wording import SAID
from goodword.doors.portal.showing import own_page
from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.meetings.standing import meeting_of
from goodword.programme.people.models import Person
from goodword.programme.team.roles import Right

_UNPROCESSABLE = 422


@policy(may(Right.SEE_PORTAL))
@require_safe
def portal(request: HttpRequest) -> HttpResponseBase:
    """Show an advocate what we ask, their words that we keep, what they allowed, and what we know of them."""
    person_id = Person.today_of(principal_in(request).person_id)
    facts = {
        "here": "portal",
        "signed_in": True,
        "says_at": reverse("portal-say"),
        "file_at": reverse("portal-file", args=["x"]).removesuffix("x"),
        "meeting_at": reverse("portal-meeting"),
        **own_page(person_id),
    }
    return render(request, "portal/portal.html", facts)


@policy(may(Right.SEE_PORTAL))
@require_safe
@never_cache
def meeting(request: HttpRequest) -> HttpResponseBase:
    """Send the calendar entry of a meeting of theirs whose time is agreed."""
    claim = claim_of(Person.today_of(principal_in(request).person_id), request.GET.get("claim", ""))
    answer = calendar_of(meeting_of(claim, now=clock.now())) if claim else None
    if answer is None:
        raise Http404
    return answer


@policy(may(Right.SEE_PORTAL))
@require_POST
def say(request: HttpRequest) -> HttpResponseBase:
    """Take in what they say there. What nothing brings back is asked again first."""
    principal = principal_in(request)
    visit = Visit(Person.today_of(principal.person_id), replace(principal.actor, door="portal"))
    try:
        wish = wish_in(request.POST, EVERY)
        step = step_named(wish["do"], EVERY)
        if step.always_asks:
            sure = step.asks(visit, wish)
            if "typed" not in request.POST:
                facts = {
                    "here": "portal",
                    "sure": sure,
                    "wish": wish,
                    "back": reverse("portal"),
                    "action": request.path,
                }
                return render(request, "portal/sure.html", facts)
            refusal = refuse_typed(sure, request.POST["typed"])
            if refusal is not None:
                raise refusal
        step.does(visit, wish)
    except GoodwordError as error:
        facts = {"refusal": error, "back": reverse("portal")}
        return render(request, "portal/linked/refused.html", facts, status=_UNPROCESSABLE)
    undo = {"do": "welcome"} if wish["do"] == "stop" else {}
    toasts.say(request, str(SAID.get(wish["do"], "")), undo_url=request.path if undo else "", undo_fields=undo)
    return redirect("portal")
