"""Merging people, keeping them apart, splitting a record off; and taking each of that back."""

from collections.abc import Callable
from typing import Protocol

from django.db.models import Manager
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.going_back import back_to
from goodword.doors.web.policies import Guarded, policy, principal_in
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
from goodword.programme.team.actor import Actor


class _OfTwo(Protocol):
    def __call__(self, one_id: str, other_id: str, /, *, by: Actor, reason: str) -> Merge | Apart: ...


class _TakingBack[Row](Protocol):
    def __call__(self, row: Row, /, *, by: Actor, reason: str) -> object: ...


def _deciding(do: _OfTwo, told: Promise, *, undo: str, about: str) -> Guarded:
    """The view that decides something about two people, with a way back."""

    def view(request: HttpRequest, person_id: str, other_id: str) -> HttpResponse:
        one, other = _seen(request, person_id), _seen(request, other_id)

        def decide() -> str:
            row = do(one.person_id, other.person_id, by=principal_in(request).actor, reason=_reason(request))
            back = reverse(undo, args=[one.person_id, row.pk])
            toasts.say(request, str(told) % {"one": one.called, "other": other.called}, undo_url=back)
            return reverse("who", args=[one.person_id])

        return _done(request, decide)

    view.__doc__ = about
    return policy(KEEPS)(require_POST(view))


def _taking_back[Row: Merge | Apart | Split](
    do: _TakingBack[Row], rows: Manager[Row], *ids: str, told: Promise, about: str
) -> Guarded:
    """The view that takes a decision back, from those who see everybody whom it is about.

    Args:
        do: takes it back.
        rows: where such decisions are.
        ids: the fields that name people.
        told: what came of it.
        about: what the view is for.
    """

    def view(request: HttpRequest, person_id: str, number: int) -> HttpResponse:
        person = _seen(request, person_id)
        row = rows.filter(pk=number).first()
        if row is None or any(seen(request, getattr(row, name)) is None for name in ids):
            raise Http404

        def take_back() -> str:
            do(row, by=principal_in(request).actor, reason=_reason(request))
            toasts.say(request, str(told))
            return reverse("who", args=[person.person_id])

        return _done(request, take_back)

    view.__doc__ = about
    return policy(KEEPS)(require_POST(view))


merge = _deciding(
    merge_people,
    _l("%(one)s and %(other)s are one person. Lists follow with the next run."),
    undo="who-unmerge",
    about="Say that two people are one, with a way back.",
)
apart = _deciding(
    keep_apart,
    _l("%(one)s and %(other)s are kept apart."),
    undo="who-join",
    about="Say that two people only look alike, with a way back.",
)
unmerge = _taking_back(
    unmerge_people,
    Merge.objects,
    *("one_id", "other_id"),
    told=_l("The merge is taken back. The next run shows two people again."),
    about="Take a merge back.",
)
join = _taking_back(
    join_apart,
    Apart.objects,
    *("one_id", "other_id"),
    told=_l("They may be suggested and merged again."),
    about="Keep two people apart no more.",
)
rejoin = _taking_back(
    rejoin_record,
    Split.objects,
    "person_id",
    told=_l("The record means them again from the next run on."),
    about="Take a split back.",
)


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


def _seen(request: HttpRequest, person_id: str) -> ListedPerson:
    found = seen(request, person_id)
    if found is None:
        raise Http404
    return found


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
