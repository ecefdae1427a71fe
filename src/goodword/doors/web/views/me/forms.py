"""What one writes to change how one comes in."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword.programme.team.actions.make_token import LONGEST

_NEW = {"autocomplete": "new-password"}


class NewPasswordForm(forms.Form):
    """A password, twice."""

    password = forms.CharField(
        label=gettext_lazy("New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={**_NEW, "autofocus": True}),
        help_text=gettext_lazy("12 letters or more. A sentence of several words is easy to keep."),
    )
    once_more = forms.CharField(label=gettext_lazy("Once more"), strip=False, widget=forms.PasswordInput(attrs=_NEW))

    def clean(self) -> dict[str, Any]:
        """Both must be the same."""
        given = super().clean() or {}
        if given.get("password") and given.get("once_more") and given["password"] != given["once_more"]:
            self.add_error("once_more", _("This is not the same as above."))
        return given


class AppForm(forms.Form):
    """The code that shows that the app has the key."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}),
        help_text=gettext_lazy("The six digits that the app shows now."),
    )


class TokenForm(forms.Form):
    """A token: what for, how much, how long."""

    name = forms.CharField(
        label=gettext_lazy("What for"), max_length=80, help_text=gettext_lazy("Such as: warehouse, every night.")
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("It may"),
        choices=[
            ("read", gettext_lazy("Read what you may read")),
            ("write", gettext_lazy("Change what you may change")),
        ],
        initial="read",
        widget=forms.RadioSelect,
    )
    days = forms.IntegerField(label=gettext_lazy("Days it lasts"), min_value=1, max_value=LONGEST.days, initial=90)

    def lasts(self) -> timedelta:
        """How long it is to open the door."""
        return timedelta(days=int(self.cleaned_data["days"]))
