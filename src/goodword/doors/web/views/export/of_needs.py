"""Requests as a file."""

from django.http import HttpRequest
from django.views.decorators.http import require_safe

from goodword.doors.exports.lists.needs import needs_sheet
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.export.taking import Taken, as_file
from goodword.doors.web.views.requests.looking import chosen_needs, shown_in
from goodword.programme.team.roles import Right


@policy(may(Right.SEE_PEOPLE, Right.EXPORT))
@require_safe
@as_file
def requests(request: HttpRequest) -> Taken:
    """What is needed, as the page shows it."""
    chosen = shown_in(request)
    rows = chosen_needs(principal_in(request))[chosen]
    return Taken(needs_sheet(rows.select_related("ending").in_order()), {"show": chosen})
