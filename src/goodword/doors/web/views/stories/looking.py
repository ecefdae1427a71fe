"""The stories that may be shown, to find one and to read it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.stories.shown import shown
from goodword.kit import clock
from goodword.programme.permissions.kinds import AUDIENCES
from goodword.programme.permissions.wording import AUDIENCE_LABELS
from goodword.programme.stories.looking import stories_to_show
from goodword.programme.team.roles import Right

A_PAGE = 24
LONGEST = 200


@policy(may(Right.SEE_PEOPLE))
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """List the stories that may be shown, the newest first."""
    text = request.GET.get("q", "").strip()[:LONGEST]
    audience = request.GET.get("for", "")
    audience = audience if audience in AUDIENCES else ""
    found = stories_to_show(clock.today(), text=text, audience=audience, owner=principal_in(request).owner)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "here": "stories",
        "page": page,
        "rows": [shown(version) for version in page],
        "q": text,
        "audience": audience,
        "audiences": list(AUDIENCE_LABELS.items()),
        "filtered": bool(text or audience),
    }
    return render(request, "web/stories/list.html", facts)


@policy(may(Right.SEE_PEOPLE))
@require_safe
def story(request: HttpRequest, number: int) -> HttpResponse:
    """Show a story as it was approved. One that may not be shown is as if it were not there."""
    found = [
        version
        for version in stories_to_show(clock.today(), owner=principal_in(request).owner)
        if version.story_id == number
    ]
    if not found:
        raise Http404
    return render(request, "web/stories/story.html", {"here": "stories", "row": shown(found[0])})
