"""What each threshold of what puts an account at risk means in plain words."""

from django.utils.translation import gettext_lazy as _

from goodword.runs.settings.setting import Words
from goodword.runs.settings.words.finders import Threshold

RISKS: dict[str, dict[str, Threshold]] = {
    "sponsor_gone": {
        "window_days": Threshold(
            _("Left at most so long ago"),
            _("How long an account is noted after somebody left who held the budget, had a high say or spoke for us."),
            _("days"),
            1,
            3650,
        )
    },
}
"""By rule and threshold."""

CHANGES: dict[str, Words] = {
    "sponsor_gone": _("At which accounts somebody who mattered counts as gone."),
}
"""What changes with the thresholds of a rule."""
