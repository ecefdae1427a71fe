"""Is there room for one more ask of this person, and if not why and from when."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goodword.kit.errors import GoodwordError
from goodword.programme.asks.bounds import Bounds, Load
from goodword.programme.permissions.wording import day_told


def refuse_place(load: Load, bounds: Bounds, *, day: date) -> GoodwordError | None:
    """Refuse an ask that would break a rest, a cap or the person's own limit; pure.

    Args:
        load: what asks and acts cost them so far.
        bounds: what they bear, their own limit in it.
        day: of the ask.
    """
    if bounds.asks_a_quarter < 1:
        return GoodwordError(
            "limit-none", _("They want to be asked for nothing."), _("Only they can change that, on their own page.")
        )
    opens = load.opens_on(day, bounds)
    if opens <= day:
        return None
    mend = _("They may be asked again from %(day)s on.") % {"day": day_told(opens)}
    if load.rests_until is not None and load.rests_until > day:
        said = _("They rest until %(day)s after what they were asked or did.") % {"day": day_told(load.rests_until)}
        return GoodwordError("resting", said, mend)
    if bounds.days_between and load.asked and load.asked[0] > day - timedelta(days=bounds.days_between):
        said = ngettext(
            "They want a day between two asks, and were asked on %(day)s.",
            "They want %(count)s days between two asks, and were asked on %(day)s.",
            bounds.days_between,
        ) % {"count": bounds.days_between, "day": day_told(load.asked[0])}
        return GoodwordError("asked-lately", said, mend)
    said = ngettext(
        "They were asked once this quarter; more is not borne.",
        "They were asked %(count)s times this quarter; more is not borne.",
        load.asked_in_quarter(day),
    ) % {"count": load.asked_in_quarter(day)}
    return GoodwordError("capped", said, mend)


def asked_meanwhile() -> GoodwordError:
    """Somebody else took the place between the question and the answer."""
    return GoodwordError(
        "asked-meanwhile",
        _("Somebody else is asking them at this moment."),
        _("Look again: what they were asked stands on their page."),
        retry=True,
    )
