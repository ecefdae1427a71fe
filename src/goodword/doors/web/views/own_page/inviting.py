"""Letting a customer's person in to their own page, taking that back, and letting them in again."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from goodword.doors.mail.inviting import write_invitation, writer_for
from goodword.doors.web import toasts
from goodword.doors.web.going_back import back_to
from goodword.doors.web.policies import may, policy, principal_in
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.actions.invite_person import invite_person
from goodword.programme.advocates.actions.renew_invitation import renew_invitation
from goodword.programme.advocates.actions.take_back_invitation import take_back_invitation
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.advocates.policies import refuse_letting_in
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.models import Assignment
from goodword.programme.team.policies import refuse_second_account
from goodword.programme.team.roles import Right

_inviting = may(Right.SEE_CONTACTS, Right.INVITE_ADVOCATES)


@policy(_inviting)
@never_cache
def invite(request: HttpRequest, person_id: str) -> HttpResponseBase:
    """Show the letter that would be sent; with a POST let them in, by that letter or with a password shown once."""
    person, inviter = _seen(request, person_id), principal_in(request).user
    if person is None:
        raise Http404
    refusal = refuse_letting_in(person) or refuse_second_account(person_id, person.email)
    write = writer_for(person, inviter)
    if request.method == "POST" and refusal is None:
        try:
            invited = invite_person(person, by=principal_in(request).actor, write=write)
        except GoodwordError as error:
            refusal = error
        else:
            if invited.password:
                facts = {"here": "people", "person": person, "invited": invited, "site": settings.SITE_URL}
                return render(request, "web/own_page/password.html", facts)
            undo = reverse("take-back-advocate", args=[person_id])
            toasts.say(
                request, _("%(who)s is invited. A letter tells them how.") % {"who": person.called}, undo_url=undo
            )
            return HttpResponseRedirect(_part_of(person_id))
    letter = write_invitation(person, person.email.strip().lower(), inviter=inviter) if write and not refusal else None
    facts = {"here": "people", "person": person, "letter": letter, "refusal": refusal}
    return render(request, "web/own_page/invite.html", facts, status=422 if request.method == "POST" else 200)


@policy(_inviting)
@require_POST
def take_back(request: HttpRequest, person_id: str) -> HttpResponseBase:
    """Let them in no more, and say how to undo it."""
    person, account = _known(request, person_id)
    if account is None:
        return _nobody(request, person_id)
    reason = request.POST.get("reason", "")[:300]
    take_back_invitation(account.user, by=principal_in(request).actor, reason=reason)
    undo = reverse("let-in-advocate", args=[person_id]) if person else ""
    told = _("%(who)s is signed out everywhere, and cannot come in.") % {"who": _called(person, account)}
    toasts.say(request, told, undo_url=undo)
    return HttpResponseRedirect(back_to(request, _part_of(person_id) if person else reverse("team-advocates")))


@policy(_inviting)
@require_POST
def let_in(request: HttpRequest, person_id: str) -> HttpResponseBase:
    """Let them in again, unless something speaks against it now."""
    person, account = _known(request, person_id)
    if account is None:
        return _nobody(request, person_id)
    principal = principal_in(request)
    write = writer_for(person, principal.user) if person else None
    try:
        renew_invitation(person, account.user, by=principal.actor, write=write)
    except GoodwordError as error:
        toasts.say(request, str(error))
    else:
        told = _("%(who)s may come in to their own page again.") % {"who": _called(person, account)}
        toasts.say(request, told, undo_url=reverse("take-back-advocate", args=[person_id]))
    return HttpResponseRedirect(back_to(request, _part_of(person_id) if person else reverse("team-advocates")))


def _seen(request: HttpRequest, person_id: str) -> ListedPerson | None:
    """The person, as far as whoever asks sees them; None for those they do not see and those who are not there."""
    generation, sight = Publication.current(), Sight.of(principal_in(request))
    row = sight.people(generation).about(person_id).first() if generation else None
    return sight.person(row) if row else None


def _known(request: HttpRequest, person_id: str) -> tuple[ListedPerson | None, Assignment | None]:
    """The person and how they were let in. Who sees everybody can still shut out somebody who is published no more."""
    person, account = _seen(request, person_id), Assignment.objects.account_of(person_id)
    if person is None and (account is None or principal_in(request).owner):
        raise Http404
    return person, account


def _nobody(request: HttpRequest, person_id: str) -> HttpResponseBase:
    toasts.say(request, _("This person was never let in to a page of their own."))
    return HttpResponseRedirect(_part_of(person_id))


def _called(person: ListedPerson | None, account: Assignment) -> str:
    return person.called if person else str(account.user)


def _part_of(person_id: str) -> str:
    """Where a person's page speaks of it."""
    return f"{reverse('person', args=[person_id])}#own-page"
