"""Light or dark."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from goodword.doors.web.policies import anyone, policy

_YEAR = 365 * 24 * 3600


@policy(anyone)
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Remember the other of the two in a cookie, and go back; the first press of all means dark."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    answer = HttpResponseRedirect(back)
    other = "light" if request.COOKIES.get("theme") == "dark" else "dark"
    answer.set_cookie("theme", other, max_age=_YEAR, samesite="Lax", secure=request.is_secure())
    return answer
