"""Claim somebody who fits, swap them, take the claim back; or say that they do not fit, or are not asked."""

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.numbers import number_in
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.requests.filing import match_now
from goodword.doors.web.views.requests.seeing import need_changed, refusal_told, seen_claim, seen_proposal
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.needs.actions.decline_proposal import decline_proposal, take_back_decline
from goodword.programme.needs.actions.end_claim import decline_claim, take_back_claim
from goodword.programme.needs.actions.swap_claim import claim_instead
from goodword.programme.team.roles import Right
from goodword.runs.load import bounds_now

_filing = may(Right.FILE_NEEDS, Right.SEE_PEOPLE)


@policy(_filing)
@require_POST
def claim(request: HttpRequest, number: int) -> HttpResponse:
    """Claim a person or a story, in the place of the one that is claimed, if one is."""
    need, by = need_changed(request, number), principal_in(request).actor
    try:
        chosen = seen_proposal(request, need, Q(pk=number_in(request.POST, "proposal")))
        claim_instead(chosen, day=clock.today(), bounds=bounds_now(settings.WORKSPACE_SETTINGS), by=by)
    except GoodwordError as error:
        toasts.say(request, str(refusal_told(request, error)))
    else:
        said = _("You took the story.") if chosen.story_id else _("Whoever cares for them is asked to ask them.")
        toasts.say(request, said, undo_url=reverse("request-take-back", args=[need.pk]))
        match_now(by)
    return redirect("request", number=need.pk)


@policy(_filing)
@require_POST
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take back who or what was claimed."""
    need, by = need_changed(request, number), principal_in(request).actor
    there = need.standing_claim
    try:
        if there is not None:
            take_back_claim(there, by=by)
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("Nobody is claimed for this request."))
        match_now(by)
    return redirect("request", number=need.pk)


@policy(_filing)
@require_POST
def decline(request: HttpRequest, number: int) -> HttpResponse:
    """Say that somebody or a story does not fit, and why; they are not proposed for it again."""
    need, by = need_changed(request, number), principal_in(request).actor
    try:
        word = decline_proposal(
            seen_proposal(request, need, Q(pk=number_in(request.POST, "proposal"))),
            by=by,
            reason=request.POST.get("reason", ""),
        )
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        undo = reverse("request-pass-undo", args=[need.pk])
        toasts.say(request, _("Not proposed for this again."), undo_url=undo, undo_fields={"decline": str(word.pk)})
        match_now(by)
    return redirect("request", number=need.pk)


@policy(_filing)
@require_POST
def undo_decline(request: HttpRequest, number: int) -> HttpResponse:
    """Let somebody or a story be proposed again."""
    need, by = need_changed(request, number), principal_in(request).actor
    word = need.declines.filter(pk=number_in(request.POST, "decline")).first()
    if word is not None:
        take_back_decline(word, by=by)
        match_now(by)
        toasts.say(request, _("It is proposed again where it fits."))
    return redirect("request", number=need.pk)


@policy(may(Right.ASK_PEOPLE, Right.SEE_PEOPLE))
@require_POST
def refuse(request: HttpRequest, number: int) -> HttpResponse:
    """Say that whoever was claimed is not asked, and why; whoever needed them is told."""
    need, principal = need_changed(request, number), principal_in(request)
    there = seen_claim(principal, need)
    try:
        if there is not None:
            decline_claim(there, by=principal.actor, reason=request.POST.get("reason", ""))
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("They are not asked. Whoever needed them is told."))
        match_now(principal.actor)
    return redirect("request", number=need.pk)
