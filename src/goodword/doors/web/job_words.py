"""How pages say how far a job is."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

_MINUTE, _HOUR = 60, 3600

STAGES = {
    "know": _l("learning who is who"),
    "listen": _l("listening to what was said"),
    "find": _l("looking for signals"),
    "rank": _l("weighing who would say yes"),
    "publish": _l("publishing"),
    "learn": _l("learning from labels"),
    "draw": _l("finding out who could be drawn, and drawing"),
}
"""What people call the stages of a run; files are called by their names."""


def stage_words(stage: str) -> str:
    """What people call a stage of a job."""
    return str(STAGES.get(stage, stage))


def time_left(left: timedelta | None) -> str:
    """Say how long something will take: "about 2 min"; empty where nobody knows."""
    if left is None:
        return ""
    seconds = left.total_seconds()
    if seconds < _MINUTE:
        return _("less than a minute")
    if seconds < _HOUR:
        return _("about %(count)s min") % {"count": round(seconds / _MINUTE)}
    return _("about %(count)s h") % {"count": round(seconds / _HOUR, 1)}
