"""Moments: what just happened and deserves an answer, and the answers."""

from datetime import date
from typing import Literal

from django.http import Http404, HttpRequest
from ninja import Field, Query, Schema
from pydantic import ConfigDict

from goodword.doors.api.cursors import cursor_to, place_in
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import PAGE_DEFAULT, PAGE_LIMIT, published, seen_person, sight_of
from goodword.doors.api.shapes import AnswerOut, Moments
from goodword.doors.api.telling import moment_told
from goodword.doors.api.words import RowId, Text
from goodword.doors.web.policies import may, principal_in
from goodword.kit import clock
from goodword.programme.advocates.actions.answer_moment import LONGEST_NOTE, answer_moment
from goodword.programme.advocates.actions.withdraw_answer import withdraw_answer
from goodword.programme.advocates.answering import MomentAnswer, unanswered
from goodword.programme.team.roles import Right

moments = Operations("moments")


class MomentFilter(Schema):
    """Which moments."""

    state: Literal["waiting", "resting"] = Field(
        "waiting", description="Those that may be answered now, or whose person rests."
    )
    limit: int = Field(PAGE_DEFAULT, ge=1, le=PAGE_LIMIT)
    cursor: Text = Field("", max_length=500)


class AnswerIn(Schema):
    """What was done about a moment."""

    model_config = ConfigDict(extra="forbid")

    verb: Literal["thank", "later", "pass"] = Field(description="Thanked them, put it off, or let it pass.")
    note: Text = Field("", max_length=LONGEST_NOTE, description="For your own people only.")
    until: date | None = Field(None, description="With `later`: the day it comes back; a week from today if empty.")


@moments.operation("GET", "/moments", may(Right.SEE_TODAY), Moments)
def list_moments(request: HttpRequest, narrowed: Query[MomentFilter]) -> Moments:
    """Moments nobody answered, the most urgent first."""
    sight, generation = sight_of(request), published()
    of = {"list": "moments", "owner": sight.owner, "state": narrowed.state}
    # The cursor names the rank to go on from: what is answered between two pages moves nobody over their edge.
    start = place_in(narrowed.cursor, of, edition=generation.number)
    all_of_them = sight.moments(generation)
    rows = unanswered(all_of_them.waiting(), clock.today()) if narrowed.state == "waiting" else all_of_them.resting()
    found = list(rows.filter(rank__gte=start)[: narrowed.limit + 1])
    page, more = found[: narrowed.limit], found[narrowed.limit :]
    whose = {
        row.person_id: row for row in sight.people(generation).filter(person_id__in=[one.person_id for one in page])
    }
    return Moments(
        generation=generation.number,
        as_of=generation.as_of,
        items=[moment_told(one, whose[one.person_id], generation, sight) for one in page if one.person_id in whose],
        next_cursor=cursor_to(more[0].rank, of, edition=generation.number) if more else None,
    )


@moments.operation("POST", "/moments/{person_id}/answers", may(Right.ANSWER_MOMENTS), AnswerOut)
def post_answer(request: HttpRequest, person_id: str, payload: AnswerIn) -> AnswerOut:
    """Note what was done about somebody's moment; where it was answered before, that answer stands and is told."""
    generation = seen_person(request, person_id).generation
    moment = sight_of(request).moments(generation).about(person_id).first()
    if moment is None:
        raise Http404
    given = answer_moment(moment, payload.verb, by=principal_in(request).actor, note=payload.note, until=payload.until)
    return AnswerOut(answer_id=given.pk, person_id=given.person_id, verb=given.verb, until=given.until, at=given.at)


@moments.operation("DELETE", "/answers/{answer_id}", may(Right.ANSWER_MOMENTS), None, status=204)
def delete_answer(request: HttpRequest, answer_id: RowId) -> None:
    """Take an answer back: the moment waits again. Doing it twice changes nothing."""
    given = MomentAnswer.objects.filter(pk=answer_id).first()
    if given is None:
        raise Http404
    seen_person(request, given.person_id)
    withdraw_answer(given, by=principal_in(request).actor)
