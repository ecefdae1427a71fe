"""What an administrator writes about colleagues."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from goodword.programme.team.roles import LABELS, Role


def colleague_roles() -> list[tuple[str, Any]]:
    """The roles that a colleague may have, with their names."""
    return [(role.value, LABELS[role]) for role in Role if role is not Role.ADVOCATE]


class RoleForm(forms.Form):
    """A role, how far it reaches, and why."""

    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=colleague_roles)
    reach = forms.ChoiceField(
        label=gettext_lazy("They see"),
        choices=[
            ("", gettext_lazy("What is usual for the role")),
            ("all", gettext_lazy("People of all accounts")),
            ("own", gettext_lazy("Only people of accounts in their care")),
        ],
        widget=forms.RadioSelect,
        required=False,
        initial="",
        help_text=gettext_lazy(
            "An account is in somebody’s care where its owner has their address. What is usual for CSMs stands in the "
            "settings; everybody else sees all accounts."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Stands on the audit trail, for good. No names."),
    )


class ColleagueForm(RoleForm):
    """Somebody new."""

    email = forms.EmailField(
        label=gettext_lazy("Work e-mail"), widget=forms.EmailInput(attrs={"autocomplete": "off", "autofocus": True})
    )
    name = forms.CharField(label=gettext_lazy("Name"), required=False, max_length=120)
    field_order = ("email", "name", "role", "reach")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Django's forms take them
        super().__init__(*args, **kwargs)
        del self.fields["reason"]


class ResetForm(forms.Form):
    """What to do for somebody who cannot get in."""

    second_factor = forms.BooleanField(
        label=gettext_lazy("Remove their second factors as well"),
        required=False,
        help_text=gettext_lazy("Only if the phone or the key is lost, and you know that it is really them who ask."),
    )
    reason = forms.CharField(label=gettext_lazy("Why"), required=False, max_length=300)
