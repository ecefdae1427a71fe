"""Wall times and instants: what somebody means who writes a day and an hour by the clock where they live. Pure."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.translation import gettext as _

from goodword.kit.errors import GoodwordError
from goodword.programme.meetings.models import LONGEST, MOST_TIMES, SHORTEST

SOONEST, FURTHEST = timedelta(hours=2), timedelta(days=90)
"""How far ahead a meeting is proposed: nobody can prepare for one in an hour, and nobody knows about next year."""


def zone_named(name: str) -> ZoneInfo:
    """The zone of this name.

    Raises:
        GoodwordError: there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise GoodwordError(
            "unknown-zone", _("There is no such time zone."), _("Choose one of the list, such as Europe/Berlin.")
        ) from error


def instant_of(day: str, at: str, zone: ZoneInfo) -> datetime:
    """The instant at which clocks there show this day and hour; of an hour that comes twice, the first.

    Args:
        day: as 2026-03-29.
        at: as 14:30.
        zone: where the clock hangs.

    Raises:
        GoodwordError: it is no day or hour, or clocks there skip it.
    """
    try:
        wall = datetime.combine(date.fromisoformat(day), time.fromisoformat(at).replace(second=0, microsecond=0))
    except ValueError as error:
        raise GoodwordError(
            "no-such-time", _("A time needs its day and its hour."), _("Give both, such as 2026-03-30 and 14:30.")
        ) from error
    if wall.tzinfo is not None or not date.min + FURTHEST < wall.date() < date.max - FURTHEST:
        raise _skipped(wall)
    found = wall.replace(tzinfo=zone).astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) != wall:
        raise _skipped(wall)
    return found


def refuse_times(times: Collection[datetime], *, minutes: int, now: datetime) -> GoodwordError | None:
    """Refuse no time and too many, one twice, one that is over or too soon, and one too far ahead."""
    if not SHORTEST <= minutes <= LONGEST:
        return GoodwordError(
            "bad-length",
            _("A meeting cannot take %(minutes)s minutes.") % {"minutes": minutes},
            _("Choose %(low)s to %(high)s minutes.") % {"low": SHORTEST, "high": LONGEST},
        )
    if not 0 < len(times) <= MOST_TIMES:
        return GoodwordError(
            "how-many-times",
            _("Nothing was kept: it takes one to three times."),
            _("Give at least one; or say that you find none, and we write to you."),
        )
    if len(set(times)) < len(times):
        return GoodwordError("time-twice", _("One time stands there twice."), _("Give different times, or fewer."))
    if min(times) < now + SOONEST:
        return GoodwordError(
            "time-over", _("One of the times is over, or too soon."), _("Give times at least two hours from now.")
        )
    if max(times) > now + FURTHEST:
        return GoodwordError(
            "time-too-far", _("One of the times is too far ahead."), _("Give times within the next three months.")
        )
    return None


def _skipped(wall: datetime) -> GoodwordError:
    return GoodwordError(
        "hour-skipped",
        _("%(time)s does not exist there: clocks are changed in that hour.") % {"time": f"{wall:%Y-%m-%d %H:%M}"},
        _("Give an hour earlier or later."),
    )
