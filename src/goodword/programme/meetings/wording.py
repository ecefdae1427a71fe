"""How the time of a meeting is told, by the clock of whoever reads it."""

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goodword.programme.meetings.standing import State

STATE_LABELS: dict[State, str | Promise] = {
    "wanted": gettext_lazy("They choose times"),
    "no_time": gettext_lazy("They find no time"),
    "offered": gettext_lazy("Times are there: pick one"),
    "turned_down": gettext_lazy("Other times were asked for"),
    "picked": gettext_lazy("A time is agreed"),
    "over": gettext_lazy("The time has passed"),
}
"""How a meeting stands."""


def when_told(at: datetime, zone: tzinfo) -> str:
    """An instant with its day of the week and its hour, by the clock in a zone, which is named."""
    there = at.astimezone(zone)
    day = f"{date_format(there, 'l')}, {date_format(there, 'DATE_FORMAT')}"
    return _("%(day)s, %(hour)s, %(zone)s") % {"day": day, "hour": f"{there:%H:%M}", "zone": zone_told(there)}


def zone_told(there: datetime) -> str:
    """A zone as people call it, and how far it is from UTC at an instant."""
    zone = there.tzinfo
    name = zone.key if isinstance(zone, ZoneInfo) else "UTC"
    if name in {"UTC", "Etc/UTC"}:
        return "UTC"
    city, offset = name.rpartition("/")[2].replace("_", " "), f"{there:%z}"
    hours = f"{offset[0]}{int(offset[1:3])}{':' + offset[3:5] if offset[3:5] != '00' else ''}"
    return _("%(city)s time (UTC%(hours)s)") % {"city": city, "hours": hours}
