"""The second step, for those who have a second factor."""

from allauth.account.stages import LoginStageController
from allauth.mfa.stages import AuthenticateStage
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from goodword.doors.origin import origin_of
from goodword.doors.web.policies import anyone, policy, principal_behind
from goodword.doors.web.views.sign_in.credentials import holds
from goodword.doors.web.views.sign_in.forms import SecondFactorForm
from goodword.doors.web.views.sign_in.patience import patiently
from goodword.doors.web.views.sign_in.targets import onward, target_of, towards
from goodword.programme.team.second_factor import factors_of


@policy(anyone)
@never_cache
@patiently
def second_factor(request: HttpRequest) -> HttpResponseBase:
    """Take a code or a passkey of somebody whose first step was right."""
    if principal_behind(request):
        return onward(request)
    stage = LoginStageController.enter(request, AuthenticateStage.key)
    if stage is None:
        return towards("sign-in", target_of(request))
    user, posted = stage.login.user, request.POST if request.method == "POST" else None
    by_key = posted is not None and "credential" in posted
    form = SecondFactorForm(None if by_key else posted, user=user, origin=origin_of(request))
    key_form = AuthenticateWebAuthnForm(posted if by_key else None, user=user)
    used = key_form if by_key else form
    if posted is not None and holds(used):
        used.save()
        answer: HttpResponseBase = stage.exit()
        return answer
    factors = factors_of(user)
    facts = {
        "form": form if factors.app or factors.codes_left else None,
        "key_options": begin_authentication(user) if factors.passkeys else None,
        "key_failed": by_key,
    }
    return render(request, "web/sign_in/second_factor.html", facts)
