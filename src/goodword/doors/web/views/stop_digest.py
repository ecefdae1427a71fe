"""End the digest from a letter, without signing in: one page for people, one POST for mail programs (RFC 8058)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from goodword.doors.mail.stopping import reader_of
from goodword.doors.web.policies import anyone, policy
from goodword.programme.desk.actions.change_preferences import stop_digest as stop
from goodword.programme.desk.models import Preference
from goodword.programme.team.actor import Actor


# Mail programs POST without cookies, so there is no form token to check: the signed name in the address is the proof,
# and all it can do is end this letter. GET changes nothing, for scanners follow links.
@policy(anyone)
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop_digest(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once, and end it at a press."""
    user = reader_of(token)
    if user is None:
        raise Http404
    if request.method == "POST":
        one_click = request.POST.get("List-Unsubscribe") == "One-Click"
        stop(user, by=Actor("user", str(user.pk), str(user), "mail"), reason="one click" if one_click else "the page")
    preference = Preference.of(user)
    with translation.override(preference.language or translation.get_language()):
        return render(request, "web/desk/stop_digest.html", {"stopped": preference.digest == "off"})
