"""How somebody comes in: password, second factors, and the browsers they are signed in with."""

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from goodword.doors.web import toasts
from goodword.doors.web.policies import policy, principal_in, signed_in
from goodword.doors.web.views.me.forms import NewPasswordForm
from goodword.doors.web.views.me.shown import open_sessions
from goodword.doors.web.views.sign_in.again import freshly
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.team.actions.end_session import end_all_sessions, end_session
from goodword.programme.team.actions.set_password import set_password
from goodword.programme.team.models import OpenSession, User
from goodword.programme.team.second_factor import factors_of, lacks_second_factor


@policy(signed_in)
@never_cache
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Show everything by which somebody comes in."""
    principal = principal_in(request)
    facts = {
        "here": "me",
        "factors": factors_of(principal.user),
        "lacking": lacks_second_factor(principal.user, principal.role),
        "has_password": principal.user.has_usable_password(),
        "sessions": open_sessions(principal.user, str(request.session.session_key)),
        "today": clock.today(),
    }
    return render(request, "web/me/security.html", facts)


@policy(signed_in)
@sensitive_post_parameters("password", "once_more")
@never_cache
@freshly
def password(request: HttpRequest) -> HttpResponseBase:
    """Choose a password; every other session ends."""
    principal = principal_in(request)
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            set_password(principal.user, form.cleaned_data["password"], by=principal.actor)
        except GoodwordError as error:
            form.add_error("password", str(error))
        else:
            keep_this_session(request, principal.user)
            toasts.say(request, _("The password is changed. Every other browser is signed out."))
            return HttpResponseRedirect(reverse("security"))
    facts = {"here": "me", "form": form, "first": not principal.user.has_usable_password()}
    return render(request, "web/me/password.html", facts, status=422 if form.errors else 200)


@policy(signed_in)
@require_POST
def end(request: HttpRequest, number: int) -> HttpResponseBase:
    """Sign out in one browser."""
    principal = principal_in(request)
    session = OpenSession.objects.filter(user=principal.user, pk=number).first()
    if session is None:
        raise Http404
    end_session(session, by=principal.actor)
    toasts.say(request, _("Signed out there."))
    return HttpResponseRedirect(reverse("security"))


@policy(signed_in)
@require_POST
def end_others(request: HttpRequest) -> HttpResponseBase:
    """Sign out everywhere but here."""
    principal = principal_in(request)
    kept = OpenSession.objects.filter(session_key=str(request.session.session_key)).first()
    end_all_sessions(principal.user, by=principal.actor)
    keep_this_session(request, principal.user)
    if kept is not None:
        kept.pk, kept.session_key = None, str(request.session.session_key)
        kept.save()
    toasts.say(request, _("Signed out everywhere else."))
    return HttpResponseRedirect(reverse("security"))


def keep_this_session(request: HttpRequest, user: User) -> None:
    """Go on in this browser, under a new key, after everything else has ended."""
    before = str(request.session.session_key)
    request.session.save(must_create=not request.session.exists(before))
    update_session_auth_hash(request, user)
    request.session.set_expiry(settings.SESSION_COOKIE_AGE)
    OpenSession.objects.filter(session_key=before).update(session_key=str(request.session.session_key))
