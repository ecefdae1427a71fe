"""Search: people and accounts, however they are spelled, and the stories that may be shown."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goodword.doors.web.policies import may, policy, principal_in
from goodword.kit import clock
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.search.engine import Hit
from goodword.programme.advocates.search.engine import search as find
from goodword.programme.advocates.sight import Sight
from goodword.programme.stories.looking import stories_to_show, versions_to_show
from goodword.programme.team.roles import Right

MOST = 20
MOST_STORIES = 5
"""How many stories are shown at most below the people and accounts."""
LONGEST = 200


@policy(may(Right.SEE_PEOPLE))
def search(request: HttpRequest) -> HttpResponse:
    """Show what fits what was typed; a part of the page where script asks while somebody types."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    generation = Publication.current()
    hits: list[Hit] = []
    if generation is not None and text:
        sight = Sight.of(principal_in(request))
        hits = find(generation, text, owner=sight.owner, contacts=sight.contacts, words=sight.words, limit=MOST)
    told = stories_to_show(clock.today(), MOST_STORIES, text=text, owner=principal_in(request).owner) if text else []
    shown = [_shown(hit) for hit in hits]
    facts = {"here": "search", "generation": generation, "q": text, "hits": shown, "stories": versions_to_show(told)}
    part = request.headers.get("HX-Target") == "found"
    return render(request, "web/parts/found.html" if part else "web/search.html", facts)


def _shown(hit: Hit) -> dict[str, Any]:
    return {"hit": hit, "url": reverse(hit.kind, args=[hit.id])}
