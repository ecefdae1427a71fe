"""The one address of every link. It is the link that says what it opens, never the address."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from goodword.doors.portal.linked.answering import answering
from goodword.doors.portal.linked.arranging import arranging, calendar_of
from goodword.doors.portal.linked.opening import Opened, open_link, told
from goodword.doors.portal.linked.showing import sending, showing
from goodword.doors.portal.linked.unsubscribing import unsubscribing
from goodword.doors.portal.saying.answers import ask_of
from goodword.doors.portal.saying.meetings import claim_of
from goodword.doors.web.policies import anyone, policy
from goodword.kit import clock
from goodword.programme.links.models import Link, Purpose
from goodword.programme.meetings.policies import no_meeting
from goodword.programme.meetings.standing import Meeting, meeting_of, meeting_of_ask

_GONE = 410
_OPENED: dict[Purpose, Opened] = {
    "answer": answering,
    "own_page": showing,
    "unsubscribe": unsubscribing,
    "slots": arranging,
}


# There is no cookie that a forged form could ride on: whoever can make a browser send this knows the secret already.
@policy(anyone)
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, secret: str) -> HttpResponseBase:
    """Open what a link is for. GET and HEAD change nothing."""
    return open_link(request, secret, _OPENED)


@policy(anyone)
@require_safe
def file_by_link(request: HttpRequest, secret: str, ending: str) -> HttpResponseBase:
    """Send everything held about somebody to whoever holds the link to their own page."""

    def send_it(_request: HttpRequest, _secret: str, link: Link) -> HttpResponseBase:
        return sending(link, ending)

    return open_link(request, secret, {"own_page": send_it})


@policy(anyone)
@require_safe
def meeting_by_link(request: HttpRequest, secret: str) -> HttpResponseBase:
    """Send the calendar entry of a meeting whose time is agreed, to whoever holds a link to it or to their own page."""
    return open_link(request, secret, {"slots": _calendar, "answer": _calendar, "own_page": _calendar})


def _calendar(request: HttpRequest, _secret: str, link: Link) -> HttpResponseBase:
    meeting = _meeting(link, request.GET.get("claim", ""))
    return (calendar_of(meeting) if meeting else None) or told(request, no_meeting(), _GONE)


def _meeting(link: Link, named: str) -> Meeting | None:
    if link.purpose in {"slots", "own_page"}:
        claim = claim_of(link.today_id, link.about if link.purpose == "slots" else named)
        return meeting_of(claim, now=clock.now()) if claim else None
    ask = ask_of(link.today_id, link.about)
    return meeting_of_ask(ask, now=clock.now()) if ask else None
