"""The living page of parts: each part of the pages in each of its states."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goodword.doors.web.policies import policy, signed_in
from goodword.doors.web.showcase import showcase


@policy(signed_in)
def design(request: HttpRequest) -> HttpResponse:
    """Show all parts, where the setting DESIGN_PAGE is on; else there is no such page."""
    if not settings.DESIGN_PAGE:
        raise Http404
    return render(request, "web/design.html", showcase(request.GET))
