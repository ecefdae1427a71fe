"""What a customer's person sees when they sign in: themselves, and nobody else."""

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from goodword.doors.portal.everything import takeout_of
from goodword.doors.portal.own_words import as_published, newest_words
from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.programme.advocates.models import Publication
from goodword.programme.people.actions.consent_again import consent_again
from goodword.programme.people.models import Person
from goodword.programme.people.opted_out import opted_out
from goodword.programme.team.roles import Right
from goodword.runs.opt_outs.opting_out import opt_out as note_it
from goodword.runs.workspace import open_workspace

WORDS_SHOWN = 12
WORDING = gettext_lazy("You may ask me again for a good word. I can say no every time, and take this back here.")
"""What somebody agrees to who had opted out."""


@policy(may(Right.SEE_PORTAL))
def portal(request: HttpRequest) -> HttpResponse:
    """Show an advocate the words of theirs that we keep, and what we know of them."""
    person_id = Person.today_of(principal_in(request).person_id)
    generation = Publication.current()
    person = as_published(person_id, generation)
    facts = {
        "out_on": out.since if (out := opted_out(person_id)) else None,
        "wording": WORDING,
        "here": "portal",
        "generation": generation,
        "person": person,
        "remarks": newest_words(person_id, WORDS_SHOWN, generation),
        **takeout_of(person_id),
    }
    return render(request, "portal/portal.html", facts)


@policy(may(Right.SEE_PORTAL))
@require_POST
def opt_out(request: HttpRequest) -> HttpResponse:
    """Note that they want to be asked nothing any more."""
    principal = principal_in(request)
    if opted_out(principal.person_id) is None:
        note_it(open_workspace(settings.WORKSPACE), principal.person_id, by=replace(principal.actor, door="portal"))
    toasts.say(request, _("Nobody asks you for anything from now on."), undo_url=reverse("portal-consent"))
    return redirect("portal")


@policy(may(Right.SEE_PORTAL))
@require_POST
def welcome_asks(request: HttpRequest) -> HttpResponse:
    """Note that they may be asked again: nobody else can say so."""
    principal = principal_in(request)
    if opted_out(principal.person_id) is not None:
        consent_again(principal.person_id, by=replace(principal.actor, door="portal"), wording=str(WORDING))
    toasts.say(request, _("Thank you. You may be asked again, and you can say no every time."))
    return redirect("portal")
