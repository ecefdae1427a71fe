"""People: lists of them, and everything that was found about one."""

from dataclasses import asdict
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Schema

from goodword.doors.api.cursors import cursor_to, place_in
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import PAGE_DEFAULT, PAGE_LIMIT, published, seen_person, sight_of
from goodword.doors.api.shapes import HoldOut, LikelihoodOut, People, PersonDetail, PersonOut, RemarkOut, SignalOut
from goodword.doors.api.telling import (
    hold_told,
    likelihood_told,
    person_in_full,
    person_told,
    remark_told,
    signal_told,
)
from goodword.doors.api.words import OneOf, Text
from goodword.doors.web.listing import ORDERS, Chosen, list_people
from goodword.doors.web.policies import may
from goodword.doors.web.views.people import narrowed_to
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import STATES, Generation, Hold, Likelihood, Remark, Signal
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.wording import ACTS, BY_LOT, SIGNALS
from goodword.programme.team.roles import Right

people = Operations("people")

ActWord = Annotated[str, OneOf(["", *(kind for kind in ACTS if kind != BY_LOT)])]
KindWord = Annotated[str, OneOf(["", *SIGNALS])]
StateWord = Annotated[str, OneOf(["", *STATES])]
SortWord = Annotated[str, OneOf(["", *ORDERS])]


class PeopleFilter(Schema):
    """What the list is narrowed to; empty means everybody about whom there is something to say."""

    q: Text = Field("", max_length=200, description="Words of a name, an account or what was said.")
    act: ActWord = Field("", description="A kind of act; the list then shows and sorts by the likelihood of it.")
    kind: KindWord = Field("", description="A kind of signal they have.")
    state: StateWord = Field("", description="Where they stand; with `act`, for that act.")
    sort: SortWord = Field("", description="likely, name or fresh; by likelihood if empty, by name without see_scores.")
    limit: int = Field(PAGE_DEFAULT, ge=1, le=PAGE_LIMIT)
    cursor: Text = Field("", max_length=500)


@people.operation("GET", "/people", may(Right.SEE_PEOPLE), People)
def list_people_page(request: HttpRequest, narrowed: Query[PeopleFilter]) -> People:
    """People as the page lists them, in pages that stay as they are until the findings are published anew.

    Somebody whom words that arrive meanwhile move to another state may be on two pages, or on none.
    """
    sight, generation = sight_of(request), published()
    chosen = _chosen(narrowed, sight)
    of = {"list": "people", "owner": sight.owner, **asdict(chosen)}
    start = place_in(narrowed.cursor, of, edition=generation.number)
    listing = list_people(generation, chosen, owner=sight.owner, contacts=sight.contacts, words=sight.words)
    ids = list(listing.ids[start : start + narrowed.limit])
    more = start + len(ids) < listing.count
    return People(
        generation=generation.number,
        as_of=generation.as_of,
        count=listing.count,
        cut=listing.cut,
        items=_told(generation, sight, ids, chosen.act),
        next_cursor=cursor_to(start + len(ids), of, edition=generation.number) if more and ids else None,
    )


@people.operation("GET", "/people/{person_id}", may(Right.SEE_PEOPLE), PersonDetail)
def get_person(request: HttpRequest, person_id: str) -> PersonDetail:
    """One person."""
    return person_in_full(seen_person(request, person_id), sight_of(request))


@people.operation(
    "GET", "/people/{person_id}/signals", may(Right.SEE_PEOPLE, Right.SEE_SCORES, Right.SEE_WORDS), list[SignalOut]
)
def list_signals(request: HttpRequest, person_id: str) -> list[SignalOut]:
    """What speaks for asking them, the newest first, with the evidence."""
    generation = seen_person(request, person_id).generation
    rows = Signal.objects.within(generation).about(person_id).order_by("-observed_at", "signal_id")
    return [signal_told(row) for row in sight_of(request).signals(list(rows))]


@people.operation("GET", "/people/{person_id}/holds", may(Right.SEE_PEOPLE), list[HoldOut])
def list_holds(request: HttpRequest, person_id: str) -> list[HoldOut]:
    """What speaks against asking them now, and until when."""
    generation, sight = seen_person(request, person_id).generation, sight_of(request)
    rows = Hold.objects.within(generation).about(person_id).order_by("act_kind", "id")
    return [hold_told(row, sight) for row in rows]


@people.operation(
    "GET", "/people/{person_id}/likelihoods", may(Right.SEE_PEOPLE, Right.SEE_SCORES), list[LikelihoodOut]
)
def list_likelihoods(request: HttpRequest, person_id: str) -> list[LikelihoodOut]:
    """How likely each kind of act is; none for public reviews, which go by lot."""
    generation = seen_person(request, person_id).generation
    rows = Likelihood.objects.within(generation).about(person_id).exclude(act_kind=BY_LOT).order_by("act_kind")
    return [likelihood_told(row) for row in sight_of(request).likelihoods(list(rows))]


@people.operation("GET", "/people/{person_id}/remarks", may(Right.SEE_PEOPLE), list[RemarkOut])
def list_remarks(request: HttpRequest, person_id: str) -> list[RemarkOut]:
    """Their own words that mean something, the newest first."""
    generation = seen_person(request, person_id).generation
    rows = Remark.objects.within(generation).about(person_id).order_by("-at", "remark_id")
    return [remark_told(row) for row in sight_of(request).remarks(list(rows))]


def _chosen(narrowed: PeopleFilter, sight: Sight) -> Chosen:
    """What the list is narrowed to.

    Raises:
        GoodwordError: a filter would tell, one question after the other, what the caller may not see.
    """
    asked = Chosen(narrowed.q, narrowed.act, narrowed.kind, narrowed.state, narrowed.sort)
    allowed = narrowed_to(sight, asked)
    refused = [name for name, value in asdict(asked).items() if value and value != getattr(allowed, name)]
    if refused:
        raise GoodwordError(
            "filter-forbidden",
            f"This token may not filter or sort like that: {', '.join(refused)}.",
            "Leave it out, or use a token with the right see_scores.",
        )
    return allowed


def _told(generation: Generation, sight: Sight, ids: list[str], act: str) -> list[PersonOut]:
    listed = {row.person_id: row for row in sight.people(generation).filter(person_id__in=ids)}
    likely: dict[str, Likelihood] = {}
    if act:
        found = Likelihood.objects.within(generation).of_kind(act).filter(person_id__in=ids)
        likely = {row.person_id: row for row in found}
    return [person_told(listed[one], sight, likely.get(one), act) for one in ids if one in listed]
