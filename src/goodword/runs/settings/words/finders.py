"""What each threshold of the finders means in plain words, what it counts, and between which numbers it may lie."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from goodword.runs.settings.setting import Words


@dataclass(frozen=True, slots=True)
class Threshold:
    """The words of one threshold.

    Attributes:
        label: what it is called.
        meaning: what it means, a sentence.
        unit: what it counts.
        low: the least value that makes sense.
        high: the greatest.
    """

    label: Words
    meaning: Words
    unit: Words
    low: float
    high: float


_DAYS = _("days")
_SHARE = _("share, 0 to 1")
_LONG = 3650
_SHOWN = Threshold(
    _("Pieces of evidence shown"), _("How many pieces of evidence stand beside the signal, at most."), "", 1, 50
)

FINDERS: dict[str, dict[str, Threshold]] = {
    "promoter": {
        "max_age_days": Threshold(
            _("Oldest answer"), _("The latest NPS answer may be exactly this old, not older."), _DAYS, 1, _LONG
        ),
        "least_score": Threshold(_("Least score"), _("The least NPS score of a promoter."), _("points"), 0, 10),
        "most_earlier": Threshold(
            _("Earlier answers that count"),
            _("How many earlier promoter answers make the signal stronger, at most."),
            _("answers"),
            1,
            50,
        ),
        "mismatch_factor": Threshold(
            _("When the comment disagrees"),
            _("What is left of the strength when the comment says otherwise than the score."),
            _SHARE,
            0,
            1,
        ),
        "shown": _SHOWN,
    },
    "super_user": {
        "window_days": Threshold(
            _("Window"), _("How far back usage is counted; the trend compares it with as long before."), _DAYS, 1, _LONG
        ),
        "least_percentile": Threshold(
            _("Least percentile"),
            _("How far up among all active people somebody must be, in days and in breadth. 0.9 is the highest tenth."),
            _SHARE,
            0,
            1,
        ),
        "least_active_days": Threshold(
            _("Least active days"), _("On how many days of the window they must have used it."), _DAYS, 1, _LONG
        ),
    },
    "win": {
        "max_age_days": Threshold(
            _("Oldest words"), _("The record with their words may be exactly this old, not older."), _DAYS, 1, _LONG
        ),
        "shown": _SHOWN,
    },
    "champion": {
        "window_days": Threshold(_("Window"), _("How far back help in the community is counted."), _DAYS, 1, _LONG),
        "min_helped": Threshold(
            _("Least people helped"),
            _("How many different people they must have helped; two who helped each other count half each."),
            _("people"),
            0.5,
            1000,
        ),
        "half_life_days": Threshold(_("Half-life of help"), _("The age at which help counts half."), _DAYS, 1, _LONG),
        "accepted_adds": Threshold(
            _("An accepted answer adds"),
            _("What acceptance adds to an answer, which itself counts 1."),
            _("answers"),
            0,
            10,
        ),
        "mutual_weight": Threshold(
            _("Help in return"), _("What an answer counts between two people who helped each other."), _SHARE, 0, 1
        ),
        "insight_weight": Threshold(
            _("A liked topic"), _("What a topic with likes counts, beside an answer’s 1."), _("answers"), 0, 10
        ),
        "presence_weight": Threshold(
            _("Being there"), _("What any question or topic of their own counts, beside an answer’s 1."), "", 0, 10
        ),
        "scale": Threshold(
            _("Scale"),
            _("How much help makes a strength of 63 of 100. A larger number asks for more help."),
            _("answers"),
            0.1,
            1000,
        ),
        "least_likes": Threshold(
            _("Least likes"), _("How many likes make a topic count as liked."), _("likes"), 0, 1000
        ),
        "shown": _SHOWN,
    },
    "repeat_customer": {
        "active_days": Threshold(
            _("Active before they moved"),
            _("Within how many days they must have used it, spoken or answered to count as active at a company."),
            _DAYS,
            1,
            _LONG,
        ),
        "fade_days": Threshold(
            _("Fades until"), _("The age of the newest fact from which the strength no longer falls."), _DAYS, 1, 7300
        ),
        "approximate_factor": Threshold(
            _("Undated employments"), _("What is left of the strength when employments have no dates."), _SHARE, 0, 1
        ),
        "shown": _SHOWN,
    },
    "growth": {
        "window_days": Threshold(_("Window"), _("How long ago the contract may have been signed."), _DAYS, 1, _LONG),
        "review_days": Threshold(
            _("Executive reviews"),
            _("How long ago an executive may have taken part in a business review."),
            _DAYS,
            1,
            _LONG,
        ),
        "full_growth": Threshold(
            _("Growth that counts in full"), _("0.5 means: half as much again as before."), _("share"), 0.01, 10
        ),
        "full_tenure_years": Threshold(
            _("Tenure that counts in full"),
            _("After how many years with us tenure counts in full."),
            _("years"),
            0.1,
            50,
        ),
        "shown": _SHOWN,
    },
}
"""By finder and threshold."""

CHANGES: dict[str, Words] = {
    "promoter": _("Who counts as a promoter, and how strongly."),
    "super_user": _("Who counts as a super user, and how strongly."),
    "win": _("Whose words count as a win, and how strongly."),
    "champion": _("Who counts as a community champion, and how strongly."),
    "repeat_customer": _("Who counts as somebody who brought us along, and how strongly."),
    "growth": _("Who carries the growth of their company, and how strongly."),
}
"""What changes with the thresholds of a finder."""
