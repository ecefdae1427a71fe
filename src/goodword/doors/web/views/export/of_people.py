"""Lists of people: who they are, what they gave a reason for, what was done about it, who was found."""

from dataclasses import asdict

from django.http import HttpRequest
from django.views.decorators.http import require_safe

from goodword.doors.exports.lists.found import found_sheet
from goodword.doors.exports.lists.grants import grants_sheet
from goodword.doors.exports.lists.moments import answers_sheet, moments_sheet
from goodword.doors.exports.lists.people import people_sheet
from goodword.doors.exports.lists.team import advocates_sheet
from goodword.doors.web.listing import list_people
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.export.taking import Taken, as_file, published
from goodword.doors.web.views.grants.seeing import grants_seen
from goodword.doors.web.views.people import Filter, narrowed_to
from goodword.doors.web.views.search import LONGEST
from goodword.kit import clock
from goodword.programme.advocates.answering import unanswered
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.own_pages import seen_accesses, seen_accounts
from goodword.programme.advocates.search.engine import search as find
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.roles import Right

MOST_FOUND = 1_000
"""How many of what a search finds, the best first; a page shows 20."""


@policy(may(Right.SEE_PEOPLE, Right.EXPORT))
@require_safe
@as_file
def people(request: HttpRequest) -> Taken:
    """The people of the list, with its filters and in its order."""
    generation, sight = published(), Sight.of(principal_in(request))
    chosen = narrowed_to(sight, Filter(request.GET).chosen())
    listing = list_people(generation, chosen, owner=sight.owner, contacts=sight.contacts, words=sight.words)
    return Taken(people_sheet(generation, sight, listing.ids, act=chosen.act), asdict(chosen), generation.as_of)


@policy(may(Right.SEE_TODAY, Right.EXPORT))
@require_safe
@as_file
def today(request: HttpRequest) -> Taken:
    """The moments that wait."""
    generation, sight = published(), Sight.of(principal_in(request))
    waiting = unanswered(sight.moments(generation).waiting(), clock.today())
    return Taken(moments_sheet(generation, sight, waiting), day=generation.as_of)


@policy(may(Right.SEE_TODAY, Right.EXPORT))
@require_safe
@as_file
def answers(request: HttpRequest) -> Taken:
    """What was done about moments, the newest first."""
    return Taken(answers_sheet(published(), Sight.of(principal_in(request))))


@policy(may(Right.SEE_PEOPLE, Right.EXPORT))
@require_safe
@as_file
def search(request: HttpRequest) -> Taken:
    """What a search finds, the best first."""
    generation, sight = published(), Sight.of(principal_in(request))
    text = request.GET.get("q", "").strip()[:LONGEST]
    hits = find(generation, text, owner=sight.owner, contacts=sight.contacts, words=sight.words, limit=MOST_FOUND)
    return Taken(found_sheet(generation, hits), {"q": text}, generation.as_of)


@policy(may(Right.SEE_CONTACTS, Right.INVITE_ADVOCATES, Right.EXPORT))
@require_safe
@as_file
def advocates(request: HttpRequest) -> Taken:
    """Customers' people who were let in to a page of their own."""
    sight, generation = Sight.of(principal_in(request)), Publication.current()
    return Taken(advocates_sheet(seen_accesses(sight, generation, seen_accounts(sight, generation))))


@policy(may(Right.SEE_PEOPLE, Right.EXPORT))
@require_safe
@as_file
def permissions(request: HttpRequest) -> Taken:
    """What customers allowed and forbade."""
    sight = Sight.of(principal_in(request))
    return Taken(grants_sheet(sight, grants_seen(sight, Publication.current())))
