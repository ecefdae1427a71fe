"""Everything held about a person, as files; and nothing left of them."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from goodword.doors.takeouts.making import FILES, ask_takeout, is_asked, newest_file
from goodword.doors.takeouts.sending import send
from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.sign_in.again import freshly
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.roles import Right
from goodword.runs.rights.erasing import begin
from goodword.runs.rights.jobs import ask_erasure
from goodword.runs.rights.who import find_person
from goodword.runs.workspace import Workspace, open_workspace

_answering = may(Right.ANSWER_DATA_REQUESTS)


@policy(_answering)
@never_cache
def person_data(request: HttpRequest, person_id: str) -> HttpResponseBase:
    """Show whether an export is there, and where to ask for one or for an erasure."""
    person = _seen(request, person_id)
    return _shown(request, person)


@policy(_answering)
@require_POST
def export(request: HttpRequest, person_id: str) -> HttpResponseBase:
    """Ask for everything held about them."""
    _seen(request, person_id)
    ask_takeout(person_id, by=principal_in(request).actor)
    toasts.say(request, _("It is being put together. This page shows it once it is there."))
    return HttpResponseRedirect(reverse("person-data", args=[person_id]))


@policy(_answering)
@never_cache
def file(request: HttpRequest, person_id: str, ending: str) -> HttpResponseBase:
    """Send what was put together."""
    _seen(request, person_id)
    return send(_workspace(), person_id, ending)


@policy(_answering)
@never_cache
@freshly
def erase(request: HttpRequest, person_id: str) -> HttpResponseBase:
    """Ask for the name once more; where it is typed, begin. Nothing brings them back."""
    person = _seen(request, person_id)
    if request.method != "POST":
        return render(request, "web/rights/erase.html", {"here": "people", "person": person})
    wrong = ""
    if request.POST.get("name", "").strip() == person.called:
        by, workspace = principal_in(request).actor, _workspace()
        try:
            ask_erasure(begin(workspace, find_person(workspace, person_id)[0], by=by), by=by)
        except GoodwordError as error:
            wrong = str(error)
        else:
            toasts.say(request, _("They are being erased. The proof will be in the folder “proofs”."))
            return HttpResponseRedirect(reverse("people"))
    facts = {"here": "people", "person": person, "wrong": wrong or _("That is not the name. Nothing was changed.")}
    return render(request, "web/rights/erase.html", facts, status=422)


def _shown(request: HttpRequest, person: ListedPerson) -> HttpResponseBase:
    there = {ending: newest_file(_workspace(), person.person_id, ending) for ending in FILES}
    facts = {
        "here": "people",
        "person": person,
        "is_asked": is_asked(person.person_id),
        "endings": [ending for ending, path in there.items() if path],
    }
    return render(request, "web/rights/person_data.html", facts)


def _seen(request: HttpRequest, person_id: str) -> ListedPerson:
    generation, sight = Publication.current(), Sight.of(principal_in(request))
    row = sight.people(generation).about(person_id).first() if generation else None
    if row is None:
        raise Http404
    return sight.person(row)


def _workspace() -> Workspace:
    return open_workspace(settings.WORKSPACE)
