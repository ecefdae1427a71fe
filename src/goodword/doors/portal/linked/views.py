"""The one address of every link. It is the link that says what it opens, never the address."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from goodword.doors.portal.linked.answering import answering
from goodword.doors.portal.linked.opening import Opened, open_link
from goodword.doors.portal.linked.unsubscribing import unsubscribing
from goodword.doors.web.policies import anyone, policy
from goodword.programme.links.models import Purpose

_OPENED: dict[Purpose, Opened] = {"answer": answering, "unsubscribe": unsubscribing}


# There is no cookie that a forged form could ride on: whoever can make a browser send this knows the secret already.
@policy(anyone)
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, secret: str) -> HttpResponseBase:
    """Open what a link is for. GET and HEAD change nothing."""
    return open_link(request, secret, _OPENED)
