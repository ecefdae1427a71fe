"""Who are you, once more: before somebody changes how they come in."""

from functools import wraps
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from goodword.doors.origin import origin_of
from goodword.doors.web.policies import View, policy, principal_in, signed_in
from goodword.doors.web.views.sign_in.credentials import holds
from goodword.doors.web.views.sign_in.forms import attempting
from goodword.doors.web.views.sign_in.patience import patiently
from goodword.doors.web.views.sign_in.targets import onward, target_of, towards
from goodword.kit import clock
from goodword.programme.team.models import User
from goodword.programme.team.second_factor import factors_of, take_code

FRESH = 15 * 60
"""For how many seconds a proof counts."""


class AgainForm(forms.Form):
    """A password, or a code."""

    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )
    code = forms.CharField(
        label=gettext_lazy("Or a code from your app"),
        required=False,
        max_length=32,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, user: User, origin: str = "", **kwargs: Any) -> None:  # noqa: ANN401  # as Django's forms take them
        super().__init__(*args, **kwargs)
        self.user, self.origin, self.method = user, origin, "password"
        if not user.has_usable_password():
            del self.fields["password"]
        if not factors_of(user).any:
            del self.fields["code"]

    def clean(self) -> dict[str, Any]:
        """Check whichever was given, unless too many were wrong."""
        given = super().clean() or {}
        password, code = given.get("password", ""), given.get("code", "")
        with attempting(self.user.email, self.origin, "again"):
            if password and self.user.check_password(password):
                return given
            if code and take_code(self.user, code) is not None:
                self.method = "mfa"
                return given
            raise forms.ValidationError(_("That is not right."))


@policy(signed_in)
@sensitive_post_parameters("password", "code")
@never_cache
@patiently
def again(request: HttpRequest) -> HttpResponseBase:
    """Ask once more who it is."""
    user = principal_in(request).user
    posted = request.POST if request.method == "POST" else None
    by_key = posted is not None and "credential" in posted
    form = AgainForm(None if by_key else posted, user=user, origin=origin_of(request))
    key_form = ReauthenticateWebAuthnForm(posted if by_key else None, user=user)
    if by_key and holds(key_form):
        key_form.save()
        return onward(request)
    if posted is not None and not by_key and form.is_valid():
        record_authentication(request, user, method=form.method, reauthenticated=True)
        return onward(request)
    options = begin_authentication(user) if factors_of(user).passkeys else None
    facts = {"form": form, "next": target_of(request), "key_options": options, "key_failed": by_key}
    return render(request, "web/sign_in/again.html", facts)


def freshly(view: View) -> View:
    """Let only those in who proved of late who they are; the others do it first, and come back."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401  # as Django's forms take them
        if proved_of_late(request):
            return view(request, *args, **kwargs)
        target = request.get_full_path() if request.method == "GET" else reverse("security")
        return towards("sign-in-again", target)

    return asked


def proved_of_late(request: HttpRequest) -> bool:
    """Whether somebody proved who they are within the last quarter of an hour, in this session."""
    records = get_authentication_records(request, principal_in(request).user)
    return bool(records) and clock.now().timestamp() - float(records[-1]["at"]) < FRESH
