"""Say what is needed: one sentence with gaps to fill; who fits is found at once."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.requests.seeing import need_changed
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Publication
from goodword.programme.advocates.offered import Column, values_there
from goodword.programme.advocates.sight import Sight
from goodword.programme.needs.actions.file_need import file_need
from goodword.programme.needs.wanting import LONGEST_NAME, LONGEST_TEXT, MOST_EMPLOYEES, Wanting
from goodword.programme.people.languages import language_told
from goodword.programme.permissions.models import ActKind
from goodword.programme.permissions.wording import kind_label
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Right
from goodword.runs.load import bounds_now
from goodword.runs.matching import match_needs

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da")
_LINE = {"class": "slot", "autocomplete": "off"}


def _line(label: "_StrPromise", hint: "_StrPromise") -> forms.CharField:
    widget = forms.TextInput(attrs=_LINE | {"placeholder": hint, "size": 16})
    return forms.CharField(label=label, max_length=LONGEST_NAME, required=False, widget=widget)


class NeedForm(forms.Form):
    """A need, gap after gap."""

    act_kind = forms.ChoiceField(label=_("What is needed"), widget=forms.Select(attrs={"class": "slot"}))
    role = _line(_("Of whom"), _("anybody"))
    industry = forms.ChoiceField(label=_("Industry"), required=False, widget=forms.Select(attrs={"class": "slot"}))
    use_case = _line(_("Use case"), _("anything"))
    product = _line(_("Product"), _("any product"))
    region = forms.ChoiceField(label=_("Region"), required=False, widget=forms.Select(attrs={"class": "slot"}))
    employees = forms.IntegerField(
        label=_("How many people the company has"),
        min_value=0,
        max_value=MOST_EMPLOYEES,
        required=False,
        widget=forms.NumberInput(attrs=_LINE | {"placeholder": _("any number of"), "size": 8}),
    )
    competitor = _line(_("What they replaced"), _("anything"))
    language = forms.ChoiceField(label=_("Language"), required=False, widget=forms.Select(attrs={"class": "slot"}))
    needed_by = forms.DateField(
        label=_("By when"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "slot"}),
    )
    prospect = forms.CharField(label=_("Who it is for"), max_length=LONGEST_NAME, required=False)
    deal_id = forms.CharField(label=_("The deal, as your CRM calls it"), max_length=LONGEST_NAME, required=False)
    text = forms.CharField(
        label=_("In your own words"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What they want to hear. Customers never read it."),
    )
    urgent = forms.BooleanField(label=_("It is urgent: it goes before others"), required=False)
    token = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: object, sight: Sight, **named: object) -> None:
        """Offer what there is among the accounts that somebody sees."""
        super().__init__(*args, **named)  # type: ignore[arg-type]  # what forms take
        self._offer("act_kind", [(code, kind_label(code)) for code in _kinds()])
        self._offer("industry", [("", _("any industry")), *_there("industry", sight)])
        self._offer("region", [("", _("anywhere")), *_there("region", sight), *_there("country", sight)])
        self._offer("language", [("", _("any language")), *((code, language_told(code)) for code in _LANGUAGES)])

    def _offer(self, name: str, choices: list[tuple[str, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # they are declared above
        field.choices = list(dict(choices).items())

    def wanted(self) -> Wanting:
        """What was handed in."""
        return Wanting(**{name: value for name, value in self.cleaned_data.items() if name != "token"})

    @property
    def below(self) -> list[forms.BoundField]:
        """What stands below the sentence."""
        return [self[name] for name in ("prospect", "deal_id", "text", "urgent")]


@policy(may(Right.FILE_NEEDS, Right.SEE_PEOPLE))
@never_cache
def new(request: HttpRequest) -> HttpResponseBase:
    """Show the sentence with its gaps; with a POST file the need and match it at once."""
    principal = principal_in(request)
    sight = Sight.of(principal)
    posted = request.method == "POST"
    form = NeedForm(request.POST, sight=sight) if posted else NeedForm(initial={"token": uuid4().hex}, sight=sight)
    if posted and form.is_valid():
        try:
            token = form.cleaned_data["token"]
            need = file_need(form.wanted(), by=principal.actor, day=clock.today(), token=token)
        except GoodwordError as error:
            form.add_error(None, str(error))
        else:
            match_now(principal.actor)
            return redirect("request", number=need.pk)
    facts = {"here": "requests", "form": form, "gaps": {name: form[name] for name in form.fields}}
    return render(request, "web/requests/new.html", facts, status=422 if posted else 200)


@policy(may(Right.FILE_NEEDS, Right.SEE_PEOPLE))
@require_POST
def match(request: HttpRequest, number: int) -> HttpResponse:
    """Match all open needs again."""
    need = need_changed(request, number)
    match_now(principal_in(request).actor)
    toasts.say(request, str(_("All open requests were matched again, together.")))
    return redirect("request", number=need.pk)


def match_now(by: Actor) -> None:
    """Match all open needs."""
    match_needs(day=clock.today(), bounds=bounds_now(settings.WORKSPACE_SETTINGS), by=by)


def _kinds() -> list[str]:
    """Act kinds for which people may be chosen, reference calls first."""
    codes = list(ActKind.objects.filter(by_choice=True, asked_for=True).values_list("code", flat=True))
    return sorted(codes, key=lambda code: code != "reference_call")


def _there(column: Column, sight: Sight) -> list[tuple[str, object]]:
    generation = Publication.current()
    return [(one, one) for one in values_there(sight, generation, column)] if generation else []
