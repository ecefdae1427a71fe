"""Claim somebody who fits, swap them, take the claim back; or say that they do not fit, or are not asked."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.numbers import number_in
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.requests.filing import match_now
from goodword.doors.web.views.requests.seeing import need_changed
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.needs.actions.claim_proposal import claim_proposal
from goodword.programme.needs.actions.decline_proposal import decline_proposal, take_back_decline
from goodword.programme.needs.actions.end_claim import decline_claim, take_back_claim
from goodword.programme.needs.actions.swap_claim import swap_claim
from goodword.programme.needs.models import Matching, Need, Proposal
from goodword.programme.needs.policies import not_proposed
from goodword.programme.stories.looking import story_to_show
from goodword.programme.team.roles import Right
from goodword.runs.load import bounds_now

_filing = may(Right.FILE_NEEDS, Right.SEE_PEOPLE)


@policy(_filing)
@require_POST
def claim(request: HttpRequest, number: int) -> HttpResponse:
    """Claim a person or a story, in the place of the one that is claimed, if one is."""
    need, by = need_changed(request, number), principal_in(request).actor
    try:
        chosen = _proposed(request, need)
        bounds, there = bounds_now(settings.WORKSPACE_SETTINGS), need.standing_claim
        if there is None:
            claim_proposal(chosen, day=clock.today(), bounds=bounds, by=by)
        else:
            swap_claim(there, chosen, day=clock.today(), bounds=bounds, by=by)
    except GoodwordError as error:
        toasts.say(request, _told(request, error))
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
        word = decline_proposal(_proposed(request, need), by=by, reason=request.POST.get("reason", ""))
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
    there, generation = need.standing_claim, Publication.current()
    if there is not None and there.person is not None and generation is not None:
        today = there.person.root_id or there.person.pk
        if not Sight.of(principal).people(generation).about(today).exists():
            raise PermissionDenied
    try:
        if there is not None:
            decline_claim(there, by=principal.actor, reason=request.POST.get("reason", ""))
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        toasts.say(request, _("They are not asked. Whoever needed them is told."))
        match_now(principal.actor)
    return redirect("request", number=need.pk)


def _proposed(request: HttpRequest, need: Need) -> Proposal:
    """The proposal that was pressed, if the newest matching has it and the reader sees whom it proposes.

    Raises:
        GoodwordError: it is proposed no more.
    """
    found = need.proposals.filter(matching=Matching.current(), pk=number_in(request.POST, "proposal"))
    row = found.select_related("person", "story", "need").first()
    if row is None:
        raise not_proposed()
    sight, generation = Sight.of(principal_in(request)), Publication.current()
    if row.person is not None:
        today = row.person.root_id or row.person.pk
        if generation is None or not sight.people(generation).about(today).exists():
            raise Http404
    elif story_to_show(row.story_id or 0, clock.today(), owner=sight.owner) is None:
        raise not_proposed()
    return row


def _told(request: HttpRequest, error: GoodwordError) -> str:
    """Why it was refused; what tells of answers, holds and scores only to those who may read such things."""
    sight = Sight.of(principal_in(request))
    if (sight.words and sight.scores) or error.code in _OF_THE_NEED:
        return str(error)
    return _("They cannot be asked now. Match again to see who else fits.")


_OF_THE_NEED = frozenset({"need-over", "claimed-already", "declined-for-it", "not-proposed", "asked-already"})
