"""Where the records of a person differ, and putting a value right."""

from django.http import Http404, HttpRequest

from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import seen_person
from goodword.doors.api.value_shapes import (
    CorrectionIn,
    CorrectionOut,
    TakingBackIn,
    TellerOut,
    ValueOut,
    ValuesOut,
)
from goodword.doors.api.words import RowId
from goodword.doors.web.policies import may, principal_in
from goodword.programme.people.actions.correct_value import correct_value
from goodword.programme.people.actions.withdraw_correction import withdraw_correction
from goodword.programme.people.differing import Differing, OneValue, differing
from goodword.programme.people.models import Correction
from goodword.programme.people.one_person import OnePerson, one_person
from goodword.programme.team.roles import Right

values = Operations("values")

_seeing = may(Right.SEE_PEOPLE, Right.SEE_CONTACTS, Right.SEE_RECORDS)
_keeping = may(Right.SEE_PEOPLE, Right.SEE_CONTACTS, Right.SEE_RECORDS, Right.KEEP_PEOPLE)


@values.operation("GET", "/people/{person_id}/values", _seeing, ValuesOut)
def list_values(request: HttpRequest, person_id: str) -> ValuesOut:
    """Where their records differ: every value with its sources, which counts, and why."""
    person = _seen(request, person_id)
    fields = differing(person)
    return ValuesOut(
        person_id=person.today.person_id,
        values=[_told(field, value) for field in fields for value in field.values],
        corrections=[_correction(row) for field in fields for row in field.corrections],
    )


@values.operation("POST", "/people/{person_id}/corrections", _keeping, CorrectionOut)
def post_correction(request: HttpRequest, person_id: str, payload: CorrectionIn) -> CorrectionOut:
    """Put a value right: it counts from the next run on. Saying it again changes nothing."""
    person = _seen(request, person_id)
    by = principal_in(request).actor
    row = correct_value(person.today.person_id, payload.field, payload.value, by=by, reason=payload.reason)
    return _correction(row)


@values.operation("POST", "/people/{person_id}/corrections/{correction_id}/withdraw", _keeping, CorrectionOut)
def post_taking_back(
    request: HttpRequest, person_id: str, correction_id: RowId, payload: TakingBackIn
) -> CorrectionOut:
    """Take a correction back, with the next run. Doing it twice changes nothing."""
    person = _seen(request, person_id)
    row = Correction.objects.filter(pk=correction_id, person_id__in=person.ids).first()
    if row is None:
        raise Http404
    withdraw_correction(row, by=principal_in(request).actor, reason=payload.reason)
    return _correction(Correction.objects.get(pk=row.pk))


def _seen(request: HttpRequest, person_id: str) -> OnePerson:
    """Whom the caller sees, under all their ids.

    Raises:
        Http404: there is nobody like that, or not for this caller.
    """
    found = one_person(person_id)
    if found is None:
        raise Http404
    seen_person(request, found.today.person_id)
    return found


def _told(field: Differing, value: OneValue) -> ValueOut:
    rows = [teller.row for teller in value.told]
    return ValueOut(
        field=field.field,
        value=value.value,
        counts=value.wins,
        verified=rows[0].verified,
        verified_on=value.verified_on,
        said=[
            TellerOut(source=row.source, table=row.table, record_id=row.record_id, said_on=row.said_on) for row in rows
        ],
    )


def _correction(row: Correction) -> CorrectionOut:
    return CorrectionOut(
        correction_id=row.pk,
        person_id=row.person_id,
        field=row.field,
        value=row.value,
        reason=row.reason,
        at=row.at,
        withdrawn=hasattr(row, "withdrawal"),
    )
