"""How a request ends: done, missed or cancelled; what they say of it afterwards; and opening it again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.mail.meetings import write
from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.requests.filing import match_now
from goodword.doors.web.views.requests.seeing import need_changed
from goodword.kit.errors import GoodwordError
from goodword.programme.meetings.actions.close_need import close_need
from goodword.programme.needs.actions.end_need import reopen_need
from goodword.programme.needs.actions.keep_feedback import keep_feedback
from goodword.programme.needs.models import QUESTIONS
from goodword.programme.team.roles import Right

_filing = may(Right.FILE_NEEDS, Right.SEE_PEOPLE)


@policy(_filing)
@require_POST
def end(request: HttpRequest, number: int) -> HttpResponse:
    """End it; it may be opened again."""
    need, by = need_changed(request, number), principal_in(request).actor
    how, reason = request.POST.get("how", ""), request.POST.get("reason", "")
    try:
        close_need(need, how, write=write, by=by, reason=reason)
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        said = {"done": _("It is done."), "missed": _("It was missed."), "cancelled": _("It is cancelled.")}
        toasts.say(request, said[how], undo_url=reverse("request-reopen", args=[need.pk]))
        match_now(by)
    return redirect("request", number=need.pk)


@policy(_filing)
@require_POST
def reopen(request: HttpRequest, number: int) -> HttpResponse:
    """Open it again."""
    need, by = need_changed(request, number), principal_in(request).actor
    reopen_need(need, by=by)
    toasts.say(request, _("It is open again."))
    match_now(by)
    return redirect("request", number=need.pk)


@policy(_filing)
@require_POST
def feedback(request: HttpRequest, number: int) -> HttpResponse:
    """Keep what whoever needed it says afterwards."""
    need, by = need_changed(request, number), principal_in(request).actor
    words = request.POST.get("words", "")
    try:
        for question in QUESTIONS["rep"]:
            said = request.POST.get(question, "")
            if said in {"yes", "no"}:
                keep_feedback(need, "rep", question, yes=said == "yes", by=by, words=words)
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("Thank you. It is kept with the request."))
    return redirect("request", number=need.pk)
