"""When somebody's digest is due: a local hour in a named zone, also on days when clocks change."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

PATIENCE = timedelta(hours=6)
"""How long after its hour a digest is still worth sending; a worker that slept longer leaves it out."""

_MONDAY = 0
_DAYS_BACK = 3  # today's hour may lie ahead, and somewhere a day was left out of the calendar


@dataclass(frozen=True, slots=True)
class Due:
    """A digest that is due.

    Attributes:
        day: the local day it is for; there is one digest a day.
        at: the instant it was due, in UTC.
    """

    day: date
    at: datetime


def digest_due(now: datetime, *, rhythm: str, hour: int, zone: ZoneInfo) -> Due | None:
    """Say which digest is due at `now`; None where none is, or where it is too late for it.

    An hour that the clocks skip is due as much later as they skip; one that comes twice is due the first time.

    Args:
        now: this instant.
        rhythm: `daily`, `weekly` (on Mondays) or `off`.
        hour: the local hour, 0 to 23.
        zone: where that clock hangs.
    """
    if rhythm == "off":
        return None
    today = now.astimezone(zone).date()
    for back in range(_DAYS_BACK):
        day = today - timedelta(days=back)
        at = datetime.combine(day, time(hour), tzinfo=zone).astimezone(UTC)
        if at <= now:
            wanted = rhythm == "daily" or day.weekday() == _MONDAY
            return Due(day, at) if wanted and now - at < PATIENCE else None
    return None
