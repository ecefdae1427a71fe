"""Stories as a file."""

from django.http import HttpRequest
from django.views.decorators.http import require_safe

from goodword.doors.exports.lists.stories import stories_sheet
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.export.taking import Taken, as_file
from goodword.doors.web.views.stories.looking import wanted_in
from goodword.kit import clock
from goodword.programme.stories.looking import stories_to_show, versions_to_show
from goodword.programme.team.roles import Right

MOST = 10_000


@policy(may(Right.SEE_PEOPLE, Right.EXPORT))
@require_safe
@as_file
def stories(request: HttpRequest) -> Taken:
    """The stories that may be shown, as the page narrows them."""
    text, audience = wanted_in(request)
    owner = principal_in(request).owner
    numbers = stories_to_show(clock.today(), MOST, text=text, audience=audience, owner=owner)
    return Taken(stories_sheet(versions_to_show(numbers)), {"q": text, "for": audience})
