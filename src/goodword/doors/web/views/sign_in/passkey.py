"""In by passkey alone: it is both what one has and, by finger or PIN, who one is."""

from allauth.account.models import Login
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from allauth.mfa.webauthn.internal.auth import begin_authentication
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from goodword.doors.web.policies import anyone, policy
from goodword.doors.web.views.sign_in.adapters import refused
from goodword.doors.web.views.sign_in.credentials import holds
from goodword.doors.web.views.sign_in.targets import target_of


@policy(anyone)
@never_cache
@require_http_methods(["GET", "POST"])
def passkey(request: HttpRequest) -> HttpResponseBase:
    """Give the browser what it signs, and take what it signed."""
    if request.method == "GET":
        return JsonResponse(begin_authentication(user=None))
    form = LoginWebAuthnForm(data=request.POST)
    if not holds(form):
        return refused(request)
    factor = form.cleaned_data["credential"]
    login = Login(user=factor.user, redirect_url=target_of(request))
    answer: HttpResponseBase = perform_passwordless_login(request, factor, login)
    return answer
