"""Saying what a sentence means, with one key; and taking that back."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from goodword.doors.web import toasts
from goodword.doors.web.going_back import back_to
from goodword.doors.web.policies import policy, principal_in
from goodword.doors.web.views.heard.shown import LABELS, heard_in, is_offset, pieces_of, wrote
from goodword.doors.web.views.heard.wording import KINDS, kind_label
from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import ListedPerson, Publication
from goodword.programme.advocates.sight import Sight
from goodword.programme.labels.actions.label_remark import label_remark
from goodword.programme.labels.actions.withdraw_label import withdraw_label
from goodword.programme.labels.models import WAYS, Label
from goodword.programme.people.models import Person
from goodword.runs.listening.one_record import HeardRecord, sentence_of
from goodword.runs.records import read_record
from goodword.runs.workspace import open_workspace

UNDO = "undo"


@policy(LABELS)
@require_POST
def label(request: HttpRequest, person_id: str) -> HttpResponse:
    """Say what a sentence of a record of theirs means, with a way back; or take back what was said last."""
    person = seen(request, person_id)
    table, start, end = (request.POST.get(name, "") for name in ("table", "start", "end"))
    found = _record(table, request.POST.get("record", ""))
    heard = heard_in(table, found, person) if wrote(person, found) else None
    one = heard.at(int(start), int(end)) if heard and is_offset(start) and is_offset(end) else None
    kind = request.POST.get("kind", "")
    if heard is None or one is None or kind not in {*KINDS, UNDO}:
        raise Http404
    by, way = principal_in(request).actor, request.POST.get("way", "")
    if kind == UNDO:
        if one.label is not None:
            withdraw_label(one.label, by=by)
        return _said(request, toasts.Toast(_("Taken back.")), heard, person, one.start)
    row = label_remark(sentence_of(heard, one, person.person_id), kind, by=by, way=way if way in WAYS else "hand")
    told = _("%(kind)s: noted. It counts above every listener, with the next run.") % {"kind": kind_label(kind)}
    undo = reverse("label-undo", args=[person.person_id, row.pk])
    return _said(request, toasts.Toast(told, undo), heard, person, one.start)


@policy(LABELS)
@require_POST
def undo(request: HttpRequest, person_id: str, number: int) -> HttpResponse:
    """Take a label back; what stood before it counts again."""
    person = seen(request, person_id)
    ids = [row.person_id for row in Person.objects.same_as(person.person_id)]
    row = Label.objects.filter(pk=number, person_id__in=[person.person_id, *ids]).first()
    if row is None:
        raise Http404
    withdraw_label(row, by=principal_in(request).actor)
    toasts.say(request, _("Taken back."))
    return redirect(back_to(request, reverse("person", args=[person.person_id])))


def seen(request: HttpRequest, person_id: str) -> ListedPerson:
    """The person, if whoever asks sees them at all.

    Raises:
        Http404: there is nobody like that, or not for whoever asks.
    """
    generation, sight = Publication.current(), Sight.of(principal_in(request))
    row = sight.people(generation).about(Person.today_of(person_id)).first() if generation else None
    if row is None:
        raise Http404
    return sight.person(row)


def _record(table: str, record_id: str) -> dict[str, object]:
    try:
        found = read_record(open_workspace(settings.WORKSPACE), table, record_id)
    except GoodwordError as error:
        raise Http404 from error
    if found is None:
        raise Http404
    return found


def _said(
    request: HttpRequest, toast: toasts.Toast, before: HeardRecord, person: ListedPerson, start: int
) -> HttpResponse:
    """Show the words with what was said of them: the part that script swaps, or the page it was done on."""
    if request.headers.get("HX-Request") and request.POST.get("way"):
        return render(request, "web/parts/toast_beside.html", {"toast": toast})  # the sentence waits no more
    if request.headers.get("HX-Request"):
        found = _record(before.table, before.record_id)
        heard = heard_in(before.table, found, person)
        facts = {
            "toast": toast,
            "table": before.table,
            "record_id": before.record_id,
            "pieces": pieces_of(heard) if heard else [],
            "person": person,
            "today": clock.today(),
            "labels": True,
            "back": request.POST.get("next", ""),
        }
        return render(request, "web/heard/words.html", facts)
    toasts.say(request, toast.text, undo_url=toast.undo_url)
    page = f"{reverse('record', args=[before.table, before.record_id])}?person={person.person_id}"
    return redirect(f"{back_to(request, page).partition('#')[0]}#at-{start}")
