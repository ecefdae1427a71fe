"""In by a code that is sent to one's address. Known or not, an address gets the same pages and the same words."""

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.stages import LoginByCodeStage, LoginStageController
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from goodword.doors.origin import origin_of
from goodword.doors.web import toasts
from goodword.doors.web.policies import anyone, policy, principal_behind
from goodword.doors.web.views.sign_in.forms import AskForm, CodeForm
from goodword.doors.web.views.sign_in.letters import rehearse_code
from goodword.doors.web.views.sign_in.patience import patiently
from goodword.doors.web.views.sign_in.targets import onward, target_of, towards
from goodword.programme.team.models import User


@policy(anyone)
@never_cache
@patiently
def ask(request: HttpRequest) -> HttpResponseBase:
    """Take an address, and send a code to it if somebody has it."""
    if principal_behind(request):
        return onward(request)
    form = AskForm(request.POST if request.method == "POST" else None, origin=origin_of(request))
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        user = User.objects.filter(email=email, is_active=True).first()
        if user is None:
            rehearse_code(email)
        LoginCodeVerificationProcess.initiate(request=request, user=user, email=email)
        return towards("account_confirm_login_code", target_of(request))
    return render(request, "web/sign_in/ask.html", {"form": form, "next": target_of(request)})


@policy(anyone)
@never_cache
@patiently
def enter(request: HttpRequest) -> HttpResponseBase:
    """Take the code."""
    if principal_behind(request):
        return onward(request)
    stage = LoginStageController.enter(request, LoginByCodeStage.key)
    process = LoginCodeVerificationProcess.resume(stage) if stage else None
    if process is None:
        return towards("sign-in-code", target_of(request))
    email = str(process.state.get("email", ""))
    given = request.POST if request.method == "POST" else None
    form = CodeForm(given, code=process.code, email=email, origin=origin_of(request))
    if request.method == "POST" and form.is_valid():
        answer: HttpResponseBase = process.finish(target_of(request) or None)
        return answer
    if request.method == "POST" and not process.record_invalid_attempt():
        toasts.say(request, _("That code is spent: it was wrong too often. Have another one sent."))
        return towards("sign-in-code", target_of(request))
    return render(request, "web/sign_in/enter.html", {"form": form, "email": email, "next": target_of(request)})
