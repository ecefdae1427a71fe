"""May a setting be changed now, and if not why."""

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.tuning.models import SettingChange

LONGEST_REASON = 500


def refuse_change(last: SettingChange | None, seen: int | None) -> GoodwordError | None:
    """Refuse a change by somebody who looked at another value than the one that holds now.

    Args:
        last: the last change of the setting.
        seen: the number of the last change they saw, 0 for none; None where they did not look.
    """
    return None if seen is None or seen == (last.number if last else 0) else changed_meanwhile()


def changed_meanwhile() -> GoodwordError:
    """What to say to somebody who was not the first."""
    return GoodwordError(
        "setting-changed-meanwhile",
        _("Somebody changed this setting while you looked at it."),
        _("See what holds now, then decide again."),
        retry=True,
    )


def refuse_reason(reason: str) -> GoodwordError | None:
    """Refuse a reason that nobody would read."""
    if len(reason) <= LONGEST_REASON:
        return None
    return GoodwordError(
        "reason-too-long",
        _("The reason is too long."),
        _("Write at most %(most)s letters.") % {"most": LONGEST_REASON},
    )
