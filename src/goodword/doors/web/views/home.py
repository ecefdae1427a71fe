"""The door to the house: everybody begins on the first of their own pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goodword.doors.web.navigation import places_for
from goodword.doors.web.policies import policy, principal_behind, signed_in


@policy(signed_in)
def home(request: HttpRequest) -> HttpResponse:
    """Send a reader to the first of their places."""
    places = places_for(principal_behind(request))
    if not places:
        return render(request, "web/nowhere.html", {"here": ""}, status=403)
    return redirect(places[0].url)
