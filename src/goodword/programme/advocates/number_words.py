"""What each number is called that a finder counted; the algorithms' pages say how it is counted."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NUMBERS: dict[str, str | Promise] = {
    "score": _("Score"),
    "age_days": _("Days ago"),
    "earlier": _("Earlier promoter answers"),
    "mismatch": _("Comment and score disagree"),
    "active_days": _("Active days"),
    "days_before": _("Active days in the time before"),
    "trend": _("Trend, −1 to 1"),
    "features_used": _("Features used"),
    "features_open": _("Features open to them"),
    "breadth": _("Share of features used"),
    "frequency_percentile": _("Share of others at most as active"),
    "breadth_percentile": _("Share of others who use at most as much"),
    "people": _("People compared"),
    "polarity": _("Tone, −1 to 1"),
    "outcome": _("Names an outcome"),
    "executive": _("An executive"),
    "business_review": _("Said in a business review"),
    "remarks": _("Remarks"),
    "answers": _("Answers to others"),
    "accepted": _("Accepted answers"),
    "helped": _("Different people helped"),
    "insights": _("Liked insights"),
    "help_now": _("Help, freshest counts most"),
    "presence_now": _("Presence, freshest counts most"),
    "brought": _("Brought us along"),
    "active": _("Active here"),
    "earlier_accounts": _("Earlier companies"),
    "growth": _("Growth"),
    "arr": _("Revenue a year"),
    "arr_before": _("Revenue a year before"),
    "tenure_years": _("Years a customer"),
    "pays": _("Holds the budget"),
    "decides": _("Decides"),
}
"""By name, over all finders."""


def number_label(name: str) -> str:
    """What to call a number; its name where nobody wrote words for it."""
    text = name.replace("_", " ").strip()
    return str(NUMBERS.get(name) or text[:1].upper() + text[1:])
