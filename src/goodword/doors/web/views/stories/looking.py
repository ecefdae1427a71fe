"""The stories that may be shown, to find one and to read it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goodword.doors.web.numbers import number_in
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.stories.shown import shown
from goodword.kit import clock
from goodword.programme.permissions.kinds import AUDIENCES
from goodword.programme.permissions.wording import AUDIENCE_LABELS
from goodword.programme.stories.looking import stories_to_show, story_to_show, versions_to_show
from goodword.programme.team.roles import Right

A_PAGE = 24
LONGEST = 200


@policy(may(Right.SEE_PEOPLE))
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """List the stories that may be shown, the newest first."""
    text, audience = wanted_in(request)
    older = number_in(request.GET, "older")
    found = stories_to_show(
        clock.today(),
        A_PAGE + 1,
        text=text,
        audience=audience,
        owner=principal_in(request).owner,
        older=older or None,
    )
    facts = {
        "here": "stories",
        "rows": [shown(version) for version in versions_to_show(found[:A_PAGE])],
        "older": found[A_PAGE - 1] if len(found) > A_PAGE else None,
        "newest": bool(older),
        "q": text,
        "audience": audience,
        "audiences": list(AUDIENCE_LABELS.items()),
        "filtered": bool(text or audience or older),
    }
    return render(request, "web/stories/list.html", facts)


@policy(may(Right.SEE_PEOPLE))
@require_safe
def story(request: HttpRequest, number: int) -> HttpResponse:
    """Show a story as it was approved. One that may not be shown is as if it were not there."""
    found = story_to_show(number, clock.today(), owner=principal_in(request).owner)
    if found is None:
        raise Http404
    return render(request, "web/stories/story.html", {"here": "stories", "row": shown(found)})


def wanted_in(request: HttpRequest) -> tuple[str, str]:
    """The words that somebody looks for, and who would see it; each empty where they say nothing that is known."""
    audience = request.GET.get("for", "")
    return request.GET.get("q", "").strip()[:LONGEST], audience if audience in AUDIENCES else ""
