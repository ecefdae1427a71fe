"""No more letters: one POST without cookies ends them (RFC 8058); looking only shows the button."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from goodword.doors.portal.linked.steps import visit_by
from goodword.doors.portal.saying.answers import stop
from goodword.programme.links.models import Link
from goodword.programme.people.opted_out import opted_out


def unsubscribing(request: HttpRequest, _secret: str, link: Link) -> HttpResponseBase:
    """Ask once; a press ends it, also on a restored copy, for a wish to be left alone is never put off."""
    if request.method == "POST":
        one_click = request.POST.get("List-Unsubscribe") == "One-Click"
        stop(visit_by(link), "one click in a mail program" if one_click else "by a link in a letter")
    return render(request, "portal/linked/unsubscribe.html", {"out": opted_out(link.today_id)})
