"""What colleagues need of customers: the list, each with who fits, and a new one."""

from django.http import Http404, HttpRequest
from ninja import Query

from goodword.doors.api.cursors import cursor_to, place_in
from goodword.doors.api.need_shapes import (
    ClaimOut,
    MatchOut,
    NeedIn,
    NeedMatches,
    NeedOut,
    Needs,
    ObstacleOut,
    PointOut,
)
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.data import PageOnly
from goodword.doors.api.routes.seeing import sight_of
from goodword.doors.api.words import RowId
from goodword.doors.web.policies import may, principal_in
from goodword.doors.web.views.requests.filing import match_now
from goodword.doors.web.views.requests.shown import answers_shown, claim_shown, seen_points
from goodword.kit import clock
from goodword.programme.advocates.sight import Sight
from goodword.programme.needs.actions.file_need import file_need
from goodword.programme.needs.models import Matching, Need, Proposal
from goodword.programme.needs.standing import standing_of
from goodword.programme.needs.wanting import Wanting
from goodword.programme.needs.wording import obstacle_help, obstacle_told
from goodword.programme.team.roles import Right

needs = Operations("needs")

_seeing = may(Right.SEE_PEOPLE)
_PLACE = {"list": "needs"}


@needs.operation("GET", "/needs", _seeing, Needs)
def list_needs(request: HttpRequest, narrowed: Query[PageOnly]) -> Needs:  # noqa: ARG001  # ninja hands it in
    """What is needed, what was filed last first; what is over is among it."""
    start = place_in(narrowed.cursor, _PLACE)
    rows = Need.objects.filter(pk__lte=start) if start else Need.objects.all()
    found = list(rows.select_related("ending").order_by("-pk")[: narrowed.limit + 1])
    more = found[narrowed.limit :]
    return Needs(
        items=[_told(row) for row in found[: narrowed.limit]],
        next_cursor=cursor_to(more[0].pk, _PLACE) if more else None,
    )


@needs.operation("POST", "/needs", may(Right.SEE_PEOPLE, Right.FILE_NEEDS), NeedMatches)
def post_need(request: HttpRequest, payload: NeedIn) -> NeedMatches:
    """File a need; it is matched at once with all that are open."""
    by = principal_in(request).actor
    need = file_need(Wanting(**payload.dict()), by=by, day=clock.today())
    match_now(by)
    return matches_of(need, sight_of(request))


@needs.operation("GET", "/needs/{need_id}", _seeing, NeedMatches)
def get_need(request: HttpRequest, need_id: RowId) -> NeedMatches:
    """A need with who and what fits it, point by point, and what stands in the way."""
    need = Need.objects.select_related("ending").filter(pk=need_id).first()
    if need is None:
        raise Http404
    return matches_of(need, sight_of(request))


def _told(need: Need) -> NeedOut:
    names = set(NeedOut.model_fields) - {"need_id", "standing", "act_kind", "filed_at"}
    return NeedOut(
        need_id=need.pk,
        standing=standing_of(need),
        act_kind=need.act_kind_id,
        filed_at=need.at,
        **{name: getattr(need, name) for name in names},
    )


def matches_of(need: Need, sight: Sight) -> NeedMatches:
    """A need with who and what fits it, as far as the caller sees them."""
    matching, shown = Matching.current(), answers_shown(need, sight)
    people = [_match(one.proposal, sight, person_id=one.person.person_id) for one in shown["people"]]
    stories = [_match(one.proposal, sight) for one in shown["stories"]]
    return NeedMatches(
        need=_told(need),
        claimed=_claimed(need, sight),
        matched_as_of=matching.as_of if matching else None,
        matches=people + stories,
        obstacles=[
            ObstacleOut(
                code=row.code,
                people=row.people,
                opens_on=row.opens_on,
                sentence=obstacle_told(row),
                mend=obstacle_help(row),
            )
            for row in need.obstacles.filter(matching=matching)
        ],
    )


def _claimed(need: Need, sight: Sight) -> ClaimOut | None:
    row = claim_shown(need, sight)
    if row is None:
        return None
    person_id = row.person.person_id if row.person else None
    return ClaimOut(person_id=person_id, story_id=row.claim.story_id, standing=row.standing)


def _match(row: Proposal, sight: Sight, *, person_id: str | None = None) -> MatchOut:
    points = seen_points(row.points, sight, public=person_id is None)
    return MatchOut(
        person_id=person_id,
        story_id=row.story_id,
        chosen=row.chosen,
        fit_low=row.fit_low,
        fit_high=row.fit_high,
        points=[PointOut(**one) for one in points],
    )
