"""Answering moments: thank, put off, let pass; and taking an answer back."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.going_back import back_to
from goodword.doors.web.policies import may, policy, principal_in
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.answer_moment import LONGEST_NOTE, answer_moment
from goodword.programme.advocates.actions.withdraw_answer import withdraw_answer
from goodword.programme.advocates.answering import MomentAnswer, answered
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.roles import Right

DONE = {
    "thank": gettext_lazy("Thanks to %(name)s noted."),
    "later": gettext_lazy("%(name)s comes back later."),
    "pass": gettext_lazy("The moment of %(name)s was let pass."),
}


class AnswerForm(forms.Form):
    """What was done about a moment."""

    verb = forms.ChoiceField(choices=[(verb, verb) for verb in MomentAnswer.VERBS])
    note = forms.CharField(required=False, max_length=LONGEST_NOTE)
    until = forms.DateField(required=False)


@policy(may(Right.ANSWER_MOMENTS))
@require_POST
def answer(request: HttpRequest, person_id: str) -> HttpResponse:
    """Note what was done about somebody's moment, and say so with a way back."""
    person = _seen(request, person_id)
    moment = Sight.of(principal_in(request)).moments(person.generation).about(person_id).first()
    if moment is None:
        raise Http404
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _unclear(request, " ".join(str(one) for errors in form.errors.values() for one in errors))
    chosen = form.cleaned_data
    try:
        given = answer_moment(
            moment, chosen["verb"], by=principal_in(request).actor, note=chosen["note"], until=chosen["until"]
        )
    except GoodwordError as error:
        return _unclear(request, str(error))
    return _said(request, DONE[given.verb] % {"name": person.called}, undo_url=reverse("undo-answer", args=[given.pk]))


@policy(may(Right.ANSWER_MOMENTS))
@require_POST
def undo(request: HttpRequest, answer_id: int) -> HttpResponse:
    """Take an answer back; the moment waits again."""
    given = MomentAnswer.objects.filter(pk=answer_id).first()
    if given is None:
        raise Http404
    person = _seen(request, given.person_id)
    withdraw_answer(given, by=principal_in(request).actor)
    return _said(request, _("Taken back: %(name)s waits for an answer again.") % {"name": person.called})


def _seen(request: HttpRequest, person_id: str) -> ListedPerson:
    """The person, if whoever asks sees them at all; anybody else is missing."""
    generation = Publication.current()
    sight = Sight.of(principal_in(request))
    found = sight.people(generation).about(person_id).first() if generation else None
    if found is None or generation is None:
        raise Http404
    found.generation = generation
    return sight.person(found)


def _said(request: HttpRequest, text: str, *, undo_url: str = "") -> HttpResponse:
    """Say what was done: on the page that comes next, or beside the part that script takes away."""
    if request.headers.get("HX-Request") and undo_url:
        facts = {"toast": toasts.Toast(text, undo_url), "waiting": _waiting(request)}
        return render(request, "web/parts/answered.html", facts)
    toasts.say(request, text, undo_url=undo_url)
    return redirect(back_to(request))


def _waiting(request: HttpRequest) -> int:
    """How many moments wait now for whoever asks."""
    generation = Publication.current()
    if generation is None:
        return 0
    sight = Sight.of(principal_in(request))
    waiting = int(sight.counts(generation)["moments"]["waiting"])
    return max(0, waiting - answered(sight.moments(generation).waiting(), clock.today()))


def _unclear(request: HttpRequest, told: str) -> HttpResponse:
    words = {
        "title": _("That could not be noted"),
        "sentence": told,
        "mend": _("Nothing was changed. Go back and correct it."),
    }
    return render(request, "web/error.html", words, status=422)
