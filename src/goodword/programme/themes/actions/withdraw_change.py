"""Take back what was said of a theme."""

from django.db import transaction

from goodword.kit import clock
from goodword.programme.team.actor import Actor
from goodword.programme.team.trail import record
from goodword.programme.themes.models import ThemeChange, ThemeChangeWithdrawal
from goodword.programme.themes.policies import refuse_showing
from goodword.programme.themes.shaping import shape_now


def withdraw_change(change: ThemeChange, *, by: Actor) -> ThemeChangeWithdrawal:
    """Take a change back: what stood before it counts again, at once. Again changes nothing."""
    with transaction.atomic():
        row, new = ThemeChangeWithdrawal.objects.get_or_create(
            change=change, defaults={"at": clock.now(), "by": by.user_id}
        )
        if new:
            before = {"change": change.pk, "deed": change.deed} | ({"to": change.to} if change.to else {})
            record(by, "withdraw", "theme", change.theme, before=before)
    return row


def show_theme(theme: str, *, by: Actor) -> None:
    """Show a hidden theme again.

    Raises:
        GoodwordError: it is not hidden.
    """
    with transaction.atomic():
        refusal = refuse_showing(shape_now(), theme)
        if refusal is not None:
            raise refusal
        for change in ThemeChange.objects.standing().about(theme).filter(deed="hide"):
            withdraw_change(change, by=by)
