"""Take a word back: it was theirs and they want it no more, or it was never said."""

from datetime import date
from typing import Literal

from django.db import transaction
from django.utils.translation import gettext as _

from goodword.kit import clock
from goodword.kit.errors import GoodwordError
from goodword.programme.permissions.models import Grant, Withdrawal
from goodword.programme.permissions.saying import facts_of
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record

LONGEST_REASON = 300


def withdraw_grant(
    grant: Grant,
    *,
    by: Actor,
    why: Literal["withdrawn", "mistake"] = "withdrawn",
    on: date | None = None,
    reason: str = "",
) -> Withdrawal:
    """Take a grant or a denial back; what was taken back already stays as it is.

    Args:
        grant: the word. What the caller may not see they must not hand over.
        by: who records it.
        why: `withdrawn` if they took it back: no older word of the same scope counts again. `mistake` if they never
            said it: then the one before counts again.
        on: the day they took it back; today if empty.
        reason: why, for our own people.

    Raises:
        GoodwordError: the day makes no sense, or the reason is too long.
    """
    day = on or clock.today()
    if not grant.given_on <= day <= clock.today():
        raise GoodwordError(
            "withdrawn-when",
            _("It can be taken back from the day it was said, and on no day to come."),
            _("Write the day on which they took it back."),
        )
    if len(reason) > LONGEST_REASON:
        raise GoodwordError(
            "reason-too-long",
            _("The reason is too long."),
            _("It may have %(most)s characters.") % {"most": LONGEST_REASON},
        )
    with transaction.atomic():
        withdrawal, made = Withdrawal.objects.get_or_create(
            grant=grant,
            defaults={"why": why, "withdrawn_on": day, "reason": reason.strip(), "at": clock.now(), "by": by.user_id},
        )
        if made:
            before = facts_of(grant, getattr(grant, "proof", None))
            after = {"person": grant.person_id, "account": grant.account_id, "why": why, "withdrawn_on": day}
            record(by, "withdraw", "permission", str(grant.pk), before=before, after=after)
    return withdrawal
