"""Search: people and accounts by whatever is remembered of them."""

from dataclasses import asdict

from django.http import HttpRequest
from ninja import Field, Query, Schema

from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import published, sight_of
from goodword.doors.api.shapes import HitOut, Hits
from goodword.doors.api.words import Text
from goodword.doors.web.policies import may
from goodword.programme.advocates.search.engine import search as found_by
from goodword.programme.team.roles import Right

search = Operations("people")


class SearchFor(Schema):
    """What is looked for."""

    q: Text = Field(min_length=1, max_length=200, description="What you remember; every word must match, typos may be.")
    limit: int = Field(20, ge=1, le=50)


@search.operation("GET", "/search", may(Right.SEE_PEOPLE), Hits)
def get_search(request: HttpRequest, narrowed: Query[SearchFor]) -> Hits:
    """People and accounts that fit, the best first."""
    sight = sight_of(request)
    hits = found_by(
        published(),
        narrowed.q,
        owner=sight.owner,
        contacts=sight.contacts,
        words=sight.words,
        limit=narrowed.limit,
    )
    return Hits(items=[HitOut(**asdict(hit)) for hit in hits])
