"""What one writes to come in. One rule says how often: `refuse_sign_in`, for passwords, codes and second factors."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword.doors.origin import origin_of
from goodword.kit import clock
from goodword.programme.team.actions.record_sign_in import count_attempt, forgive_attempt, record_failed_sign_in
from goodword.programme.team.models import FailedSignIn, User
from goodword.programme.team.policies import refuse_sign_in
from goodword.programme.team.second_factor import take_code

_ONE_TIME = {"autocomplete": "one-time-code", "autocapitalize": "off", "spellcheck": "false", "autofocus": True}


def begin_attempt(email: str, origin: str) -> FailedSignIn:
    """Count an attempt before it is looked at, so that many at once get no further than one after the other.

    Raises:
        TooManyAttemptsError: there were too many; this one does not count. `patiently` makes a page of it.
    """
    now = clock.now()
    attempt = count_attempt(email, now=now, origin=origin)
    refusal = refuse_sign_in(email, now=now, origin=origin, counted=True)
    if refusal is not None:
        forgive_attempt(attempt)
        raise refusal
    return attempt


@contextmanager
def attempting(email: str, origin: str, how: str) -> Iterator[None]:
    """Look at what somebody tries. Right, it is forgiven; wrong, it stays counted and goes on the trail.

    Raises:
        TooManyAttemptsError: nobody looks, for there were too many.
    """
    attempt = begin_attempt(email, origin)
    try:
        yield
    except forms.ValidationError:
        record_failed_sign_in(email, how=how)
        raise
    forgive_attempt(attempt)


class PasswordForm(AuthenticationForm):
    """E-mail address and password."""

    username = forms.EmailField(
        label=gettext_lazy("Work e-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "username webauthn", "autofocus": True}),
    )
    password = forms.CharField(
        label=gettext_lazy("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=gettext_lazy("Paste and password managers are welcome."),
    )
    error_messages = {
        "invalid_login": gettext_lazy(
            "No account has this address with this password. Check both; passwords tell capitals apart."
        ),
        "inactive": gettext_lazy(
            "No account has this address with this password. Check both; passwords tell capitals apart."
        ),
    }

    def clean(self) -> dict[str, Any]:
        """Check the password, unless this address failed too often."""
        email, origin = self.cleaned_data.get("username", ""), origin_of(self.request) if self.request else ""
        with attempting(email, origin, "password"):
            return super().clean()


class AskForm(forms.Form):
    """The address to which a code is to be sent."""

    email = forms.EmailField(
        label=gettext_lazy("Work e-mail"),
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
        help_text=gettext_lazy("The code lasts ten minutes and opens the door once."),
    )

    def __init__(self, *args: Any, origin: str = "", **kwargs: Any) -> None:  # noqa: ANN401  # as Django's forms take them
        super().__init__(*args, **kwargs)
        self.origin = origin

    def clean_email(self) -> str:
        """The address as accounts have it. Each code that is asked for is an attempt; coming in forgets them."""
        email = str(self.cleaned_data["email"]).strip().lower()
        begin_attempt(email, self.origin)
        return email


class CodeForm(forms.Form):
    """The code that was sent. allauth hands over which one is right; none is where nobody has the address."""

    code = forms.CharField(label=gettext_lazy("Code"), max_length=32, widget=forms.TextInput(attrs=_ONE_TIME))

    def __init__(self, *args: Any, code: str = "", email: str = "", origin: str = "", **kwargs: Any) -> None:  # noqa: ANN401  # as Django's forms take them
        super().__init__(*args, **kwargs)
        self.expected, self.email, self.origin = code, email, origin

    def clean_code(self) -> str:
        """Compare, in the same time whichever letter is wrong."""
        code = str(self.cleaned_data["code"])
        with attempting(self.email, self.origin, "code"):
            if not compare_user_code(actual=code, expected=self.expected or ""):
                raise forms.ValidationError(_("This is not the code. Look again, or have another one sent."))
        return code


class SecondFactorForm(forms.Form):
    """A code of the authenticator app, or a recovery code."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=32,
        widget=forms.TextInput(attrs={**_ONE_TIME, "inputmode": "numeric"}),
        help_text=gettext_lazy("From your authenticator app; or one of your recovery codes."),
    )

    def __init__(self, *args: Any, user: User, origin: str = "", **kwargs: Any) -> None:  # noqa: ANN401  # as Django's forms take them
        super().__init__(*args, **kwargs)
        self.user, self.origin = user, origin
        self.factor: Authenticator | None = None

    def clean_code(self) -> str:
        """Take the code, unless too many were wrong."""
        code = str(self.cleaned_data["code"])
        with attempting(self.user.email, self.origin, "second factor"):
            self.factor = take_code(self.user, code)
            if self.factor is None:
                raise forms.ValidationError(
                    _("This code is not right. A code opens the door once; wait for the next one.")
                )
        return code

    def save(self) -> None:
        """Tell allauth that it was this factor."""
        if self.factor is not None:
            self.factor.user = self.user
            post_authentication(context.request, self.factor)
