"""Their own page by a link: the same parts as when they sign in."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from goodword.doors.portal.linked.steps import address, take
from goodword.doors.portal.saying.every import EVERY
from goodword.doors.portal.saying.wording import SAID
from goodword.doors.portal.showing import own_page
from goodword.doors.takeouts.sending import send
from goodword.programme.links.models import Link
from goodword.runs.workspace import Workspace


def showing(request: HttpRequest, secret: str, link: Link) -> HttpResponseBase:
    """Show their own page; take in what they say there, in two steps."""
    if request.method == "POST":
        return take(request, secret, link, EVERY)
    facts = {
        "link": link,
        "says_at": address(secret),
        "file_at": f"{address(secret)}everything.",
        "meeting_at": f"{address(secret)}meeting.ics",
        "note": SAID.get(request.GET.get("said", ""), ""),
        **own_page(link.today_id),
    }
    return render(request, "portal/linked/own_page.html", facts)


def sending(link: Link, ending: str) -> HttpResponseBase:
    """Send what was put together for them."""
    return send(Workspace(settings.WORKSPACE), link.today_id, ending)
