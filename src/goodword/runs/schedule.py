"""When the nightly run is due: a wall-clock time in a named zone, once a day, also on days the clocks change."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from goodword.kit.errors import GoodwordError

DEFAULT_AT = "03:00"
DEFAULT_ZONE = "UTC"


@dataclass(frozen=True, slots=True)
class Schedule:
    """A local time of day.

    Attributes:
        at: the wall-clock time.
        zone: where that clock hangs.
    """

    at: time
    zone: ZoneInfo

    def last_due(self, now: datetime) -> datetime:
        """The latest instant, at or before `now`, at which a run was due, in UTC.

        A time that the clocks skip is due as much later as they skip; one that comes twice is due the first time.
        """
        local_day = now.astimezone(self.zone).date()
        for back in range(3):
            due = self._instant(local_day - timedelta(days=back))
            if due <= now:
                return due
        raise AssertionError("one of three days in a row is over")

    def _instant(self, day: object) -> datetime:
        wall = datetime.combine(day, self.at, tzinfo=self.zone)  # type: ignore[arg-type]  # a date
        return wall.astimezone(UTC)


def read_schedule(settings: dict[str, Any]) -> Schedule:
    """Read `[run] at` and `[run] timezone` of a workspace's settings.

    Raises:
        GoodwordError: the time or the zone cannot be read.
    """
    run = settings.get("run", {})
    at, zone = str(run.get("at", DEFAULT_AT)), str(run.get("timezone", DEFAULT_ZONE))
    try:
        clock = time.fromisoformat(at)
    except ValueError as error:
        raise GoodwordError(
            "bad-settings", f"[run] at = “{at}” is no time of day.", "Write hours and minutes, such as 03:00."
        ) from error
    try:
        return Schedule(clock, ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise GoodwordError(
            "bad-settings", f"[run] timezone = “{zone}” is no time zone.", "Write an IANA name, such as Europe/Berlin."
        ) from error
