"""Signing in and out."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView

from goodword.doors.web.policies import anyone, policy, signed_in
from goodword.kit import clock
from goodword.programme.team.actions.record_sign_in import record_failed_sign_in, record_sign_in
from goodword.programme.team.policies import refuse_sign_in


class SignInForm(AuthenticationForm):
    """E-mail address and password; too many failures close the door for a while."""

    username = forms.EmailField(
        label="Work e-mail",
        widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "username", "autofocus": True}),
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "current-password"}),
    )
    error_messages = {
        "invalid_login": "No account has this address with this password. Check both; passwords tell capitals apart.",
        "inactive": "This account is closed. Whoever looks after this workspace can open it again.",
    }

    def clean(self) -> dict[str, Any]:
        """Check the password, unless this address failed too often."""
        email = self.cleaned_data.get("username", "")
        refusal = refuse_sign_in(email, now=clock.now())
        if refusal is not None:
            raise forms.ValidationError(str(refusal), code=refusal.code)
        try:
            cleaned = super().clean()
        except forms.ValidationError:
            record_failed_sign_in(email, now=clock.now())
            raise
        record_sign_in(email)
        return cleaned


class _SignIn(LoginView):
    template_name = "web/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


sign_in = policy(anyone)(_SignIn.as_view())
sign_out = policy(signed_in)(LogoutView.as_view())
