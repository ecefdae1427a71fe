"""What sentences mean, as colleagues say."""

from django.conf import settings
from django.http import Http404, HttpRequest

from goodword.doors.api.label_shapes import LabelIn, LabelOut, LabelsOut
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import seen_person
from goodword.doors.api.words import RowId
from goodword.doors.web.policies import may, principal_in
from goodword.doors.web.views.heard.shown import LABELS, heard_in, wrote
from goodword.programme.labels.actions.label_remark import label_remark
from goodword.programme.labels.actions.withdraw_label import withdraw_label
from goodword.programme.labels.models import Label
from goodword.programme.people.models import Person
from goodword.programme.team.roles import Right
from goodword.runs.listening.one_record import sentence_of
from goodword.runs.records import read_record
from goodword.runs.workspace import open_workspace

labels = Operations("labels")

_seeing = may(Right.SEE_PEOPLE, Right.SEE_WORDS, Right.SEE_RECORDS)


@labels.operation("GET", "/people/{person_id}/labels", _seeing, LabelsOut)
def list_labels(request: HttpRequest, person_id: str) -> LabelsOut:
    """What colleagues said of a person's sentences, where it counts."""
    person = seen_person(request, person_id)
    rows = Label.objects.counting().filter(person_id__in=_ids(person.person_id)).order_by("-pk")
    return LabelsOut(person_id=person.person_id, labels=[_told(row) for row in rows])


@labels.operation("POST", "/people/{person_id}/labels", LABELS, LabelOut)
def post_label(request: HttpRequest, person_id: str, payload: LabelIn) -> LabelOut:
    """Say what a sentence of theirs means: it counts above every listener, with the next run."""
    person = seen_person(request, person_id)
    found = read_record(open_workspace(settings.WORKSPACE), payload.table, payload.record_id)
    heard = heard_in(payload.table, found, person) if found and wrote(person, found) else None
    one = heard.at(payload.start, payload.end) if heard else None
    if heard is None or one is None:
        raise Http404
    by = principal_in(request).actor
    return _told(label_remark(sentence_of(heard, one, person.person_id), payload.kind, by=by))


@labels.operation("POST", "/people/{person_id}/labels/{label_id}/withdraw", LABELS, LabelOut)
def post_label_withdrawal(request: HttpRequest, person_id: str, label_id: RowId) -> LabelOut:
    """Take a label back: what stood before it counts again. Doing it twice changes nothing."""
    person = seen_person(request, person_id)
    row = Label.objects.filter(pk=label_id, person_id__in=_ids(person.person_id)).first()
    if row is None:
        raise Http404
    withdraw_label(row, by=principal_in(request).actor)
    return _told(Label.objects.get(pk=row.pk))


def _ids(person_id: str) -> set[str]:
    """Every id that somebody has or had."""
    return {person_id, *Person.objects.same_as(person_id).values_list("person_id", flat=True)}


def _told(row: Label) -> LabelOut:
    names = set(LabelOut.model_fields) - {"label_id", "withdrawn"}
    told = {name: getattr(row, name) for name in names}
    return LabelOut(label_id=row.pk, withdrawn=hasattr(row, "withdrawal"), **told)
