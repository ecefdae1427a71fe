"""Recording what a person or their company allowed or forbade."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from goodword.doors.web import toasts
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.views.grants.forms import WordForm
from goodword.doors.web.views.grants.seeing import Whose, account_seen, person_seen
from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Account, Person
from goodword.programme.permissions.actions.deny_permission import deny_permission
from goodword.programme.permissions.actions.grant_permission import grant_permission
from goodword.programme.permissions.models import Grant
from goodword.programme.permissions.proofs import ProofStore
from goodword.programme.team.actor import Actor
from goodword.programme.team.roles import Right
from goodword.runs.workspace import open_workspace

_recording = may(Right.SEE_PEOPLE, Right.RECORD_GRANTS)


def proofs() -> ProofStore:
    """Where the files of proofs are."""
    return ProofStore(open_workspace(settings.WORKSPACE).proofs)


@policy(_recording)
@never_cache
def of_person(request: HttpRequest, person_id: str) -> HttpResponseBase:
    """Record a word of a person, or of their company."""
    return _record(request, person_seen(request, person_id), f"{reverse('person', args=[person_id])}#permissions")


@policy(_recording)
@never_cache
def of_account(request: HttpRequest, account_id: str) -> HttpResponseBase:
    """Record a word of a company, which counts for all its people."""
    return _record(request, account_seen(request, account_id), reverse("account-permissions", args=[account_id]))


def _record(request: HttpRequest, whose: Whose, back: str) -> HttpResponseBase:
    wanted = {name: request.GET[name] for name in ("key", "act_kind", "state") if name in request.GET}
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = WordForm(_keys(whose), *given, initial=wanted)
    if request.method == "POST" and form.is_valid():
        try:
            grant = _written(form, principal_in(request).actor)
        except GoodwordError as error:
            form.add_error(None, str(error))
        else:
            undo = reverse("permission-withdraw", args=[grant.pk])
            toasts.say(request, _("Recorded."), undo_url=undo, undo_fields={"why": "mistake"})
            return HttpResponseRedirect(back)
    facts = {"here": "people", "whose": whose, "form": form, "back": back}
    return render(request, "web/grants/record.html", facts, status=422 if form.errors else 200)


def _keys(whose: Whose) -> dict[str, tuple[str, Person | Account]]:
    keys: dict[str, tuple[str, Person | Account]] = {}
    if whose.person_row is not None:
        keys["person"] = (whose.called, whose.person_row)
    if whose.account is not None:
        keys["company"] = (whose.account.name, whose.account)
    return keys


def _written(form: WordForm, by: Actor) -> Grant:
    write = grant_permission if form.cleaned_data["state"] == Grant.GRANTED else deny_permission
    return write(form.saying(), by=by, proofs=proofs())
