"""Who is claimed for a need: chosen from its matches, taken back, passed over, or not asked."""

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest

from goodword.doors.api.need_shapes import ChosenIn, NeedMatches, PassIn, RefusalIn
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.needs import matches_of
from goodword.doors.api.routes.seeing import sight_of
from goodword.doors.api.words import RowId
from goodword.doors.web.policies import may, principal_in
from goodword.doors.web.views.requests.filing import match_now
from goodword.doors.web.views.requests.seeing import need_changed, refusal_told, seen_claim, seen_proposal
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.needs.actions.decline_proposal import decline_proposal
from goodword.programme.needs.actions.end_claim import decline_claim, take_back_claim
from goodword.programme.needs.actions.swap_claim import claim_instead
from goodword.programme.needs.models import Need
from goodword.programme.people.models import Person
from goodword.programme.team.roles import Right
from goodword.runs.load import bounds_now

claims = Operations("needs")

_filing = may(Right.SEE_PEOPLE, Right.FILE_NEEDS)


@claims.operation("POST", "/needs/{need_id}/claim", _filing, NeedMatches)
def post_claim(request: HttpRequest, need_id: RowId, payload: ChosenIn) -> NeedMatches:
    """Claim one of the matches, in the place of any claimed before; whoever cares for them is asked to ask them."""
    need, by = need_changed(request, need_id), principal_in(request).actor
    if need.claims.standing().filter(_meant(payload)).exists():
        return matches_of(need, sight_of(request))  # claimed already: a matching proposes nobody who is claimed
    chosen = seen_proposal(request, need, _meant(payload))
    try:
        claim_instead(chosen, day=clock.today(), bounds=bounds_now(settings.WORKSPACE_SETTINGS), by=by)
    except GoodwordError as error:
        raise refusal_told(request, error) from None
    return _matched(request, need)


@claims.operation("POST", "/needs/{need_id}/unclaim", _filing, NeedMatches)
def post_unclaim(request: HttpRequest, need_id: RowId) -> NeedMatches:
    """Take back who or what was claimed, until they were asked."""
    need = need_changed(request, need_id)
    there = need.standing_claim
    if there is not None:
        take_back_claim(there, by=principal_in(request).actor)
    return _matched(request, need)


@claims.operation("POST", "/needs/{need_id}/pass", _filing, NeedMatches)
def post_pass(request: HttpRequest, need_id: RowId, payload: PassIn) -> NeedMatches:
    """Say that somebody or a story does not fit, and why; they are not proposed for it again."""
    need, by = need_changed(request, need_id), principal_in(request).actor
    decline_proposal(seen_proposal(request, need, _meant(payload)), by=by, reason=payload.reason)
    return _matched(request, need)


@claims.operation("POST", "/needs/{need_id}/refuse", may(Right.SEE_PEOPLE, Right.ASK_PEOPLE), NeedMatches)
def post_refusal(request: HttpRequest, need_id: RowId, payload: RefusalIn) -> NeedMatches:
    """Say that whoever was claimed is not asked, and why; whoever needed them is told."""
    need = need_changed(request, need_id)
    there = seen_claim(principal_in(request), need)
    if there is not None:
        decline_claim(there, by=principal_in(request).actor, reason=payload.reason)
    return _matched(request, need)


def _meant(payload: ChosenIn) -> Q:
    return Q(person__in=Person.objects.same_as(payload.person_id)) if payload.person_id else Q(story=payload.story_id)


def _matched(request: HttpRequest, need: Need) -> NeedMatches:
    match_now(principal_in(request).actor)
    return matches_of(Need.objects.select_related("ending").get(pk=need.pk), sight_of(request))
