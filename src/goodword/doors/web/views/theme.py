"""Light or dark."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from goodword.doors.web.policies import anyone, policy
from goodword.doors.web.preferred import preferences_behind

_YEAR = 365 * 24 * 3600


@policy(anyone)
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Remember the other of the two in a cookie, and go back; the first press of all means dark."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    answer = HttpResponseRedirect(back)
    shown = request.COOKIES.get("theme") or preferences_behind(request).theme
    keep_theme(request, answer, "light" if shown == "dark" else "dark")
    return answer


def keep_theme(request: HttpRequest, answer: HttpResponse, theme: str) -> None:
    """Remember a theme in this browser; an empty one is forgotten."""
    if theme:
        answer.set_cookie("theme", theme, max_age=_YEAR, samesite="Lax", secure=request.is_secure())
    else:
        answer.delete_cookie("theme", samesite="Lax")
