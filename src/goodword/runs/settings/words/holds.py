"""What each threshold of the holds means in plain words, what it counts, and between which numbers it may lie."""

from django.utils.translation import gettext_lazy as _

from goodword.runs.settings.setting import Words
from goodword.runs.settings.words.finders import Threshold

_DAYS = _("days")
_LONG = 3650
_UNKNOWN = Threshold(
    _("Tickets without a state"),
    _("How long a ticket counts as open that says neither how it stands nor when it was resolved."),
    _DAYS,
    0,
    _LONG,
)

HOLDS: dict[str, dict[str, Threshold]] = {
    "urgent_ticket": {
        "working_days": Threshold(
            _("Working days after it is resolved"),
            _("Monday to Friday, counted from the day after; on the last of them they are free again."),
            _("working days"),
            0,
            60,
        ),
        "unknown_days": _UNKNOWN,
    },
    "high_ticket": {"unknown_days": _UNKNOWN},
    "low_nps": {
        "max_score": Threshold(_("Greatest score that holds"), _("An NPS answer up to it holds."), _("points"), 0, 10),
        "days": Threshold(_("Holds for"), _("How long it holds, unless they answer better."), _DAYS, 0, _LONG),
    },
    "low_csat": {
        "max_score": Threshold(_("Greatest score that holds"), _("A CSAT answer up to it holds."), _("points"), 0, 10),
        "days": Threshold(_("Holds for"), _("How long it holds."), _DAYS, 0, _LONG),
    },
    "complaint": {
        "days": Threshold(_("Holds for"), _("How long it holds, unless they praise again."), _DAYS, 0, _LONG)
    },
    "fewer_active": {
        "window_days": Threshold(_("Window"), _("How long each of the two windows is."), _DAYS, 1, 1000),
        "least_people": Threshold(
            _("Least people before"),
            _("How many must have been active before; a few who pause say nothing."),
            "",
            1,
            10000,
        ),
        "fall": Threshold(
            _("Fall that holds"),
            _("The share of the people active before who are no longer."),
            _("share, 0 to 1"),
            0.01,
            1,
        ),
    },
    "contract_ending": {
        "days": Threshold(
            _("Holds before the end"), _("How long before the last day it begins to hold."), _DAYS, 0, 1000
        ),
        "overdue_days": Threshold(
            _("Holds after the end"),
            _("How long after the last day it still holds, while nobody renewed."),
            _DAYS,
            0,
            _LONG,
        ),
    },
    "resting": {
        "days": Threshold(
            _("Rest"),
            _("How long somebody is left in peace after an ask, and after something they did for us."),
            _DAYS,
            0,
            1000,
        )
    },
    "not_now": {
        "days": Threshold(_("After “not now”"), _("How long “not now” holds."), _DAYS, 0, 1000),
    },
    "capped": {
        "asks": Threshold(
            _("Cap"),
            _("How many asks a person bears in a calendar quarter, of all kinds and teams together."),
            _("asks a quarter"),
            1,
            20,
        )
    },
}
"""By hold and threshold."""

CHANGES: dict[str, Words] = {
    "urgent_ticket": _("How long people are left in peace around an urgent ticket."),
    "high_ticket": _("How long people are left in peace around a ticket of high priority."),
    "low_nps": _("Who is left in peace after a low NPS answer."),
    "low_csat": _("Who is left in peace after a low CSAT answer."),
    "complaint": _("How long people are left in peace after a complaint."),
    "fewer_active": _("At which accounts too many people fell silent to ask anybody."),
    "contract_ending": _("How long people are left in peace around the end of a contract."),
    "resting": _("How long people rest."),
    "not_now": _("How long we believe a “not now”."),
    "capped": _("How often a person may be asked."),
}
"""What changes with the thresholds of a hold."""
