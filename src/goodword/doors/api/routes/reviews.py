"""Public reviews, for programs: the sites, a draw by lot for one of them, and the proof that it was one.

There is no call that invites somebody: who was drawn is invited, and nobody else.
"""

from django.conf import settings
from django.forms.models import model_to_dict
from django.http import Http404, HttpRequest
from ninja import Query

from goodword.doors.api.cursors import cursor_to, place_in
from goodword.doors.api.operations import Operations
from goodword.doors.api.review_shapes import (
    ComparedOut,
    DrawAsked,
    DrawOut,
    Draws,
    LotIn,
    LotProofOut,
    SiteIn,
    SiteOut,
    Sites,
)
from goodword.doors.api.routes.data import PageOnly
from goodword.doors.api.words import RowId
from goodword.doors.web.policies import may, principal_in
from goodword.doors.web.views.reviews.shown import done_draw, draw_shown
from goodword.kit import clock
from goodword.programme.lots.actions.keep_site import keep_site
from goodword.programme.lots.models import Draw, Site
from goodword.programme.lots.policies import SiteRules
from goodword.programme.team.roles import Right
from goodword.runs.drawing import ask_draw, draw_for, is_quick
from goodword.runs.proving import AT_ONCE, proof_of
from goodword.runs.workspace import open_workspace

reviews = Operations("reviews")

_seeing, _changing = may(Right.SEE_SETTINGS), may(Right.CHANGE_SETTINGS)
_DRAWS = {"list": "draws"}


@reviews.operation("GET", "/reviews/sites", _seeing, Sites)
def list_sites(request: HttpRequest) -> Sites:  # noqa: ARG001  # Django hands it over
    """The sites for which people are drawn, with the rules of the lot for each."""
    return Sites(items=[_site_told(row) for row in Site.objects.all()])


@reviews.operation("POST", "/reviews/sites", _changing, SiteOut)
def post_site(request: HttpRequest, payload: SiteIn) -> SiteOut:
    """Add a site."""
    return _site_told(keep_site(SiteRules(**payload.dict()), by=principal_in(request).actor))


@reviews.operation("POST", "/reviews/sites/{site_id}", _changing, SiteOut)
def post_site_rules(request: HttpRequest, site_id: RowId, payload: SiteIn) -> SiteOut:
    """Change the rules of a site; draws that were asked for keep theirs."""
    rules = SiteRules(**payload.dict())
    return _site_told(keep_site(rules, by=principal_in(request).actor, site=_site(site_id)))


@reviews.operation("POST", "/reviews/sites/{site_id}/draw", _changing, DrawAsked)
def post_draw(request: HttpRequest, site_id: RowId, payload: LotIn) -> DrawAsked:  # noqa: ARG001  # it is empty
    """Draw by lot from everybody who may be drawn, once a day; among many people a worker does it."""
    site, by = _site(site_id), principal_in(request).actor
    if not is_quick():
        return DrawAsked(draw=None, job_id=ask_draw(site, day=clock.today(), by=by).pk)
    done = draw_for(site, workspace=open_workspace(settings.WORKSPACE), day=clock.today(), by=by)
    return DrawAsked(draw=_draw_told(done.draw), job_id=None)


@reviews.operation("GET", "/reviews/draws", _seeing, Draws)
def list_draws(request: HttpRequest, page: Query[PageOnly]) -> Draws:  # noqa: ARG001  # Django hands it over
    """The draws, the newest first, each with what became of those who were drawn."""
    rows, start = Draw.objects.select_related("site", "done").order_by("-pk"), place_in(page.cursor, _DRAWS)
    found = list((rows.filter(pk__lte=start) if start else rows)[: page.limit + 1])
    more = found[page.limit :]
    return Draws(
        items=[_draw_told(one) for one in found[: page.limit]],
        next_cursor=cursor_to(more[0].pk, _DRAWS) if more else None,
    )


@reviews.operation("GET", "/reviews/draws/{draw_id}", _seeing, LotProofOut)
def get_draw(request: HttpRequest, draw_id: RowId) -> LotProofOut:  # noqa: ARG001  # Django hands it over
    """The proof of a draw that was done: its seed, what fits, and whether it mattered what we think of anybody."""
    draw = done_draw(draw_id)
    proof = proof_of(draw, at_most=AT_ONCE)
    names = ("eligible", "drawn", "correlation", "spread", "p")
    return LotProofOut(
        draw=_draw_told(draw),
        seed=draw.seed,
        left_out=draw.done.left_out,
        erased_since=proof.erased,
        faults=None if proof.faults is None else [fault.value for fault in proof.faults],
        compared=[
            ComparedOut(column=column, **{name: getattr(one, name) for name in names})
            for column, one in proof.associations.items()
        ],
    )


def _site(number: int) -> Site:
    row = Site.objects.filter(pk=number).first()
    if row is None:
        raise Http404
    return row


def _site_told(row: Site) -> SiteOut:
    told = model_to_dict(row)
    return SiteOut(site_id=told.pop("id"), **told)


def _draw_told(draw: Draw) -> DrawOut:
    shown, done = draw_shown(draw), getattr(draw, "done", None)
    return DrawOut(
        draw_id=draw.pk,
        site_id=draw.site_id,
        as_of=draw.as_of,
        promise=draw.promise,
        promised_at=draw.asked_at,
        done=done is not None,
        eligible=done.eligible if done else 0,
        drawn=done.drawn if done else 0,
        invited=shown.invited,
        waiting=shown.waiting,
        excluded=shown.excluded,
    )
