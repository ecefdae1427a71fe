"""Putting a value of a person right, and taking that back."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.policies import policy, principal_in
from goodword.doors.web.views.who.shown import KEEPS, Side, side_of
from goodword.evidence.records.values import PERSON_FIELDS
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import Publication
from goodword.programme.people.actions.correct_value import correct_value, current_value
from goodword.programme.people.actions.withdraw_correction import withdraw_correction
from goodword.programme.people.differing import differing
from goodword.programme.people.models import Correction
from goodword.programme.people.policies import LONGEST_REASON
from goodword.programme.people.values import FIELD_WORDS, INFLUENCES, LONGEST_VALUE, value_words

_HELP = {
    "account_id": gettext_lazy("The name or the id of an account that is known here."),
    "language": gettext_lazy("A short tag such as de or en-GB."),
    "timezone": gettext_lazy("A name such as Europe/Berlin: letters that ask keep to the working hours there."),
}


class CorrectionForm(forms.Form):
    """What is right, and how somebody knows."""

    reason = forms.CharField(
        label=gettext_lazy("How you know"),
        help_text=gettext_lazy("It stands beside the value, for our own people."),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, field: str, *args: object, **kwargs: object) -> None:
        """Ask for the value of a field in its own way."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # what forms.Form takes is handed on as it came
        self.fields = {"value": _asked(field), **self.fields}


@policy(KEEPS)
def correct(request: HttpRequest, person_id: str, field: str) -> HttpResponse:
    """Ask what is right and why, the values that records give beside it; with a POST note it."""
    side = side_of(request, person_id)
    if field not in PERSON_FIELDS:
        raise Http404
    told = next((one for one in differing(side.one) if one.field == field), None)
    start = {"value": request.GET.get("value", "") or current_value(side.one.today, field)}
    form = CorrectionForm(field, request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            return _noted(request, side, field, form)
        except GoodwordError as error:
            form.add_error("value" if error.code == "bad-value" else "reason", str(error))
    facts = {
        "here": "people",
        "generation": Publication.current(),
        "person": side.person,
        "label": FIELD_WORDS[field],
        "told": told,
        "form": form,
    }
    return render(request, "web/who/correct.html", facts, status=422 if form.errors else 200)


@policy(KEEPS)
@require_POST
def withdraw(request: HttpRequest, person_id: str, number: int) -> HttpResponse:
    """Take a correction back."""
    side = side_of(request, person_id)
    row = Correction.objects.filter(pk=number, person_id__in=side.one.ids).first()
    if row is None:
        raise Http404
    withdraw_correction(row, by=principal_in(request).actor, reason=request.POST.get("reason", "")[:LONGEST_REASON])
    toasts.say(request, _("The correction is taken back. From the next run on the records decide."))
    return redirect("who", person_id=side.person.person_id)


def _noted(request: HttpRequest, side: Side, field: str, form: CorrectionForm) -> HttpResponse:
    person_id = side.person.person_id
    said = form.cleaned_data
    row = correct_value(person_id, field, said["value"], by=principal_in(request).actor, reason=said["reason"])
    told = _("%(label)s: %(value)s. It counts from the next run on.")
    words = {"label": FIELD_WORDS[field], "value": value_words(field, row.value)}
    toasts.say(request, told % words, undo_url=reverse("who-withdraw", args=[person_id, row.pk]))
    return redirect("who", person_id=person_id)


def _asked(field: str) -> forms.Field:
    label = FIELD_WORDS[field]
    if field in {"pays", "influence"}:
        known = ("true", "false") if field == "pays" else INFLUENCES
        return forms.ChoiceField(label=label, choices=[(one, value_words(field, one)) for one in known])
    if field == "left_on":
        day = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        return forms.CharField(label=label, widget=day, help_text=gettext_lazy("Their last day at the account."))
    return forms.CharField(label=label, max_length=LONGEST_VALUE, help_text=_HELP.get(field, ""))
