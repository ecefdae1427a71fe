"""In by password, and out."""

from typing import Any, cast

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from goodword.doors.web.policies import anyone, policy, principal_behind, signed_in
from goodword.doors.web.views.sign_in.forms import PasswordForm
from goodword.doors.web.views.sign_in.patience import patiently
from goodword.doors.web.views.sign_in.targets import onward, target_of
from goodword.programme.team.actions.end_session import forget_session


@policy(anyone)
@sensitive_post_parameters("password")
@never_cache
@patiently
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Show every way in, and take a password."""
    if principal_behind(request):
        return onward(request)
    form = PasswordForm(request, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        user = form.get_user()
        login = Login(user=user, email=user.email, redirect_url=target_of(request))
        answer: HttpResponseBase = perform_password_login(request, {"email": user.email}, login)
        return answer
    facts: dict[str, Any] = {
        "form": form,
        "next": target_of(request),
        "providers": [
            {"id": one["provider_id"], "name": one["name"]}
            for one in cast("list[dict[str, str]]", settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"])
        ],
        "by_code": settings.SMTP_SERVER is not None,
    }
    return render(request, "web/sign_in/door.html", facts)


@policy(signed_in)
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    forget_session(str(request.session.session_key))
    logout(request)
    return HttpResponseRedirect(reverse("sign-in"))
