"""Noting that somebody said nobody may ask them."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.who.shown import seen
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.actions.opt_out_person import LONGEST_NOTE
from goodword.programme.people.one_person import one_person
from goodword.programme.team.roles import Right
from goodword.runs.opt_outs.opting_out import opt_out as note_it
from goodword.runs.workspace import open_workspace


class OptOutForm(forms.Form):
    """When and how they said it."""

    said_on = forms.DateField(
        label=gettext_lazy("The day they said so"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    note = forms.CharField(
        label=gettext_lazy("How they said it"),
        help_text=gettext_lazy("For our own people only."),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@policy(may(Right.SEE_PEOPLE, Right.KEEP_PEOPLE))
def opt_out(request: HttpRequest, person_id: str) -> HttpResponse:
    """Say what it means and ask once; with a POST note it."""
    person, one = seen(request, person_id), one_person(person_id)
    if person is None or one is None:
        raise Http404
    form = OptOutForm(request.POST or None, initial={"said_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        try:
            note_it(
                open_workspace(settings.WORKSPACE),
                person.person_id,
                by=principal_in(request).actor,
                said_on=chosen["said_on"],
                note=chosen["note"],
            )
        except GoodwordError as error:
            form.add_error("said_on", str(error))
        else:
            toasts.say(request, _("Nobody asks %(name)s from now on.") % {"name": person.called})
            return redirect("person", person_id=person.person_id)
    facts = {"here": "people", "person": person, "form": form, "out_on": one.out and one.out.since}
    return render(request, "web/who/opt_out.html", facts, status=422 if form.errors else 200)
