"""How a colleague likes things: name, language, zone, theme, keys and the digest."""

from dataclasses import asdict
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, override

from goodword.doors.mail.sending import refuse_sending
from goodword.doors.web import toasts
from goodword.doors.web.policies import policy, principal_in, signed_in
from goodword.doors.web.views.theme import keep_theme
from goodword.kit.errors import GoodwordError
from goodword.programme.desk.actions.change_preferences import NAME_LIMIT, Choices, change_preferences
from goodword.programme.desk.models import LAST_HOUR
from goodword.programme.team.roles import LABELS, Right


def _zones() -> list[tuple[str, Any]]:
    named = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "posix/")))
    return [("", gettext_lazy("The workspace’s")), ("UTC", "UTC"), *((name, name.replace("_", " ")) for name in named)]


def _languages() -> list[tuple[str, Any]]:
    return [("", gettext_lazy("What the browser asks for")), *settings.LANGUAGES]


class PreferencesForm(forms.Form):
    """Everything somebody chooses for themselves."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=NAME_LIMIT,
        required=False,
        help_text=gettext_lazy("What colleagues call you."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=_languages,
        required=False,
        help_text=gettext_lazy("Numbers and dates follow it. What customers said stays as they said it."),
    )
    timezone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        choices=_zones,
        required=False,
        help_text=gettext_lazy("Times on pages and the hour of your digest are in it."),
    )
    theme = forms.ChoiceField(
        label=gettext_lazy("Light or dark"),
        choices=[
            ("", gettext_lazy("As the machine")),
            ("light", gettext_lazy("Light")),
            ("dark", gettext_lazy("Dark")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )
    single_keys = forms.BooleanField(
        label=gettext_lazy("Single keys on"),
        required=False,
        help_text=gettext_lazy("One key alone does something, such as J for the next card. Everything works without."),
    )
    digest = forms.ChoiceField(
        label=gettext_lazy("Three moments by e-mail"),
        choices=[
            ("off", gettext_lazy("Never")),
            ("daily", gettext_lazy("Every day on which there is something new")),
            ("weekly", gettext_lazy("On Mondays")),
        ],
        widget=forms.RadioSelect,
    )
    digest_hour = forms.TypedChoiceField(
        label=gettext_lazy("At"),
        coerce=int,
        choices=[(hour, f"{hour:02}:00") for hour in range(LAST_HOUR + 1)],
        help_text=gettext_lazy("In your time zone."),
    )


@policy(signed_in)
def me(request: HttpRequest) -> HttpResponse:
    """Show what the reader chose, and keep what they choose."""
    principal = principal_in(request)
    user, chosen = principal.user, Choices.of(principal.user)
    form = PreferencesForm(request.POST or None, initial=asdict(chosen))
    if request.method == "POST" and form.is_valid():
        wanted = Choices(**form.cleaned_data)
        try:
            change_preferences(user, wanted, by=principal.actor)
        except GoodwordError as error:
            form.add_error(None, str(error))
        else:
            return _kept(request, chosen, wanted)
    facts = {
        "here": "me",
        "form": form,
        "role": LABELS[principal.role],
        "digest_may": principal.may(Right.SEE_TODAY),
        "mail_rests": refuse_sending(),
    }
    return render(request, "web/desk/me.html", facts, status=422 if form.errors else 200)


def _kept(request: HttpRequest, before: Choices, after: Choices) -> HttpResponse:
    answer = HttpResponseRedirect(reverse("me"))
    if after.theme != before.theme:
        keep_theme(request, answer, after.theme)
    with override(after.language or None):
        toasts.say(request, gettext("Kept."))
    return answer
