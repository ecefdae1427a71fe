"""Merging people, keeping them apart, splitting a record off; and taking each of that back."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.going_back import back_to
from goodword.doors.web.policies import policy, principal_in
from goodword.doors.web.views.who.shown import KEEPS, seen, side_of
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import ListedPerson
from goodword.programme.people.actions.join_apart import join_apart
from goodword.programme.people.actions.keep_apart import keep_apart
from goodword.programme.people.actions.merge_people import merge_people
from goodword.programme.people.actions.rejoin_record import rejoin_record
from goodword.programme.people.actions.split_record import split_record
from goodword.programme.people.actions.unmerge_people import unmerge_people
from goodword.programme.people.models import Apart, Merge, Split


@policy(KEEPS)
@require_POST
def merge(request: HttpRequest, person_id: str, other_id: str) -> HttpResponse:
    """Say that two people are one, with a way back."""
    one, other = _both(request, person_id, other_id)

    def do() -> str:
        row = merge_people(one.person_id, other.person_id, by=principal_in(request).actor, reason=_reason(request))
        told = _("%(one)s and %(other)s are one person. Lists follow with the next run.")
        undo = reverse("who-unmerge", args=[one.person_id, row.pk])
        toasts.say(request, told % {"one": one.called, "other": other.called}, undo_url=undo)
        return reverse("who", args=[one.person_id])

    return _done(request, do)


@policy(KEEPS)
@require_POST
def unmerge(request: HttpRequest, person_id: str, number: int) -> HttpResponse:
    """Take a merge back."""
    person = _seen(request, person_id)
    row = Merge.objects.filter(pk=number).first()
    if row is None or seen(request, row.one_id) is None or seen(request, row.other_id) is None:
        raise Http404

    def do() -> str:
        unmerge_people(row, by=principal_in(request).actor, reason=_reason(request))
        toasts.say(request, _("The merge is taken back. The next run shows two people again."))
        return reverse("who", args=[person.person_id])

    return _done(request, do)


@policy(KEEPS)
@require_POST
def apart(request: HttpRequest, person_id: str, other_id: str) -> HttpResponse:
    """Say that two people only look alike, with a way back."""
    one, other = _both(request, person_id, other_id)

    def do() -> str:
        row = keep_apart(one.person_id, other.person_id, by=principal_in(request).actor, reason=_reason(request))
        told = _("%(one)s and %(other)s are kept apart.") % {"one": one.called, "other": other.called}
        toasts.say(request, told, undo_url=reverse("who-join", args=[one.person_id, row.pk]))
        return reverse("who", args=[one.person_id])

    return _done(request, do)


@policy(KEEPS)
@require_POST
def join(request: HttpRequest, person_id: str, number: int) -> HttpResponse:
    """Keep two people apart no more."""
    person = _seen(request, person_id)
    row = Apart.objects.filter(pk=number).first()
    if row is None or seen(request, row.one_id) is None or seen(request, row.other_id) is None:
        raise Http404

    def do() -> str:
        join_apart(row, by=principal_in(request).actor, reason=_reason(request))
        toasts.say(request, _("They may be suggested and merged again."))
        return reverse("who", args=[person.person_id])

    return _done(request, do)


@policy(KEEPS)
@require_POST
def split(request: HttpRequest, person_id: str) -> HttpResponse:
    """Say that a record is somebody else, with a way back."""
    side = side_of(request, person_id)
    wanted = (request.POST.get("source", ""), request.POST.get("key", ""))
    if wanted not in {(one.source, one.person_key) for one in side.records}:
        raise Http404

    def do() -> str:
        source, key = wanted
        person = side.person.person_id
        row = split_record(source, key, of=person, by=principal_in(request).actor, reason=_reason(request))
        told = _("%(key)s of %(source)s stands for somebody else from the next run on.")
        undo = reverse("who-rejoin", args=[person, row.pk])
        toasts.say(request, told % {"key": key, "source": source}, undo_url=undo)
        return reverse("who", args=[person])

    return _done(request, do)


@policy(KEEPS)
@require_POST
def rejoin(request: HttpRequest, person_id: str, number: int) -> HttpResponse:
    """Take a split back."""
    person = _seen(request, person_id)
    row = Split.objects.filter(pk=number).first()
    if row is None or seen(request, row.person_id) is None:
        raise Http404

    def do() -> str:
        rejoin_record(row, by=principal_in(request).actor, reason=_reason(request))
        toasts.say(request, _("The record means them again from the next run on."))
        return reverse("who", args=[person.person_id])

    return _done(request, do)


def _seen(request: HttpRequest, person_id: str) -> ListedPerson:
    found = seen(request, person_id)
    if found is None:
        raise Http404
    return found


def _both(request: HttpRequest, person_id: str, other_id: str) -> tuple[ListedPerson, ListedPerson]:
    return _seen(request, person_id), _seen(request, other_id)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "")


def _done(request: HttpRequest, do: Callable[[], str]) -> HttpResponse:
    """Do it and go on where the form said, else where it belongs; or say why it cannot be done."""
    try:
        place = do()
    except GoodwordError as error:
        words = {"title": _("That cannot be done"), "sentence": error.sentence, "mend": error.mend}
        return render(request, "web/error.html", words, status=422)
    return redirect(back_to(request, place) if request.POST.get("next") else place)
