"""Add and remove second factors: an authenticator app, passkeys, recovery codes."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.mfa.webauthn.internal.auth import begin_registration
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.policies import policy, principal_in, signed_in
from goodword.doors.web.views.me.forms import AppForm
from goodword.doors.web.views.me.shown import picture_of
from goodword.doors.web.views.sign_in.again import freshly
from goodword.doors.web.views.sign_in.credentials import holds
from goodword.kit.errors import GoodwordError
from goodword.programme.team.actions.add_factor import add_app, add_passkey
from goodword.programme.team.actions.remove_factor import remove_factor
from goodword.programme.team.actions.renew_recovery_codes import renew_recovery_codes
from goodword.programme.team.second_factor import factors_of

_KEY = "new_app_key"


@policy(signed_in)
@never_cache
@freshly
def app(request: HttpRequest) -> HttpResponseBase:
    """Show a key as a picture and as text, and take the code that proves that the app has it."""
    principal = principal_in(request)
    if factors_of(principal.user).app is not None:
        return HttpResponseRedirect(reverse("security"))
    key = str(request.session.setdefault(_KEY, generate_totp_secret()))
    form = AppForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            first = add_app(principal.user, key, form.cleaned_data["code"], by=principal.actor)
        except GoodwordError as error:
            form.add_error("code", str(error))
        else:
            del request.session[_KEY]
            return _added(request, _("The app is added. From now on, signing in takes a code of it."), codes=first)
    url = get_adapter().build_totp_url(principal.user, key)
    facts = {"here": "me", "form": form, "key": key, "url": url, "picture": picture_of(url)}
    return render(request, "web/me/app.html", facts, status=422 if form.errors else 200)


@policy(signed_in)
@never_cache
@freshly
def passkey(request: HttpRequest) -> HttpResponseBase:
    """Let the browser make a passkey, and keep what it needs to be known again."""
    principal = principal_in(request)
    given: dict[str, Any] = {**request.POST.dict(), "passwordless": "on"}
    form = AddWebAuthnForm(data=given if request.method == "POST" else None, user=principal.user)
    if request.method == "POST" and holds(form):
        name, credential = form.cleaned_data["name"].strip(), form.cleaned_data["credential"]
        first = add_passkey(principal.user, name or _("Passkey"), credential, by=principal.actor)
        return _added(request, _("The passkey is added. It opens the door alone, and as a second step."), codes=first)
    options = begin_registration(principal.user, passwordless=True)
    facts = {"here": "me", "options": options, "failed": request.method == "POST"}
    return render(request, "web/me/passkey.html", facts, status=422 if request.method == "POST" else 200)


@policy(signed_in)
@require_POST
@freshly
def remove(request: HttpRequest, number: int) -> HttpResponseBase:
    """Remove an app or a passkey of one's own."""
    principal = principal_in(request)
    factors = factors_of(principal.user)
    mine = [factors.app] if factors.app else []
    found = next((one for one in (*mine, *(key.factor for key in factors.passkeys)) if one.pk == number), None)
    if found is None:
        raise Http404
    remove_factor(principal.user, found, by=principal.actor)
    toasts.say(request, _("It is removed, and opens nothing any more."))
    return HttpResponseRedirect(reverse("security"))


@policy(signed_in)
@never_cache
@freshly
def codes(request: HttpRequest) -> HttpResponseBase:
    """Show the recovery codes that are left, or make others."""
    principal = principal_in(request)
    if request.method == "POST":
        try:
            renew_recovery_codes(principal.user, by=principal.actor)
        except GoodwordError as error:
            toasts.say(request, str(error))
            return HttpResponseRedirect(reverse("security"))
        toasts.say(request, _("These are the ones that count now."))
        return HttpResponseRedirect(reverse("security-codes"))
    kept = factors_of(principal.user).codes
    if kept is None:
        raise Http404
    return render(request, "web/me/codes.html", {"here": "me", "codes": kept.wrap().get_unused_codes()})


def _added(request: HttpRequest, sentence: str, *, codes: bool) -> HttpResponseBase:
    toasts.say(request, sentence)
    return HttpResponseRedirect(reverse("security-codes" if codes else "security"))
