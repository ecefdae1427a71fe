"""Take a correction back."""

from django.db import transaction

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Correction, CorrectionWithdrawal, Person
from goodword.programme.people.policies import refuse_reason
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def withdraw_correction(correction: Correction, *, by: Actor, reason: str = "") -> CorrectionWithdrawal:
    """Take a correction back, with the next run: what records say counts again. Again changes nothing.

    Raises:
        GoodwordError: the reason is too long.
    """
    refusal = refuse_reason(reason)
    if refusal is not None:
        raise refusal
    with transaction.atomic():
        locked = Correction.objects.select_for_update().get(pk=correction.pk)
        there: CorrectionWithdrawal | None = CorrectionWithdrawal.objects.filter(correction=locked).first()
        if there is not None:
            return there
        row = CorrectionWithdrawal.objects.create(
            correction=locked, at=clock.now(), by=by.user_id, reason=reason.strip()
        )
        before = {"correction": locked.pk, "field": locked.field}
        record(
            by, "withdraw_correction", "person", Person.today_of(locked.person_id), before=before, reason=reason.strip()
        )
    return row


def correction_of(number: int) -> Correction:
    """Return a correction by its number.

    Raises:
        GoodwordError: there is no such correction.
    """
    found = Correction.objects.filter(pk=number).first()
    if found is None:
        raise GoodwordError(
            "no-such-correction", f"There is no correction {number}.", "goodword people show lists those of a person."
        )
    return found
