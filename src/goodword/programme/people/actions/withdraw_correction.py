"""Take a correction back."""

from django.db import transaction

from goodword.kit.errors import GoodwordError
from goodword.programme.people.models import Correction, CorrectionWithdrawal, Person
from goodword.programme.people.taking_back import take_back
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record


def withdraw_correction(correction: Correction, *, by: Actor, reason: str = "") -> CorrectionWithdrawal:
    """Take a correction back, with the next run: what records say counts again. Again changes nothing.

    Raises:
        GoodwordError: the reason is too long.
    """
    with transaction.atomic():
        row, new = take_back(correction, CorrectionWithdrawal, by=by, reason=reason)
        if new:
            before = {"correction": correction.pk, "field": correction.field}
            person_id = Person.today_of(correction.person_id)
            record(by, "withdraw_correction", "person", person_id, before=before, reason=row.reason)
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
