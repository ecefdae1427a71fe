"""Quiet hours: when a letter may reach somebody where they live, also on days when clocks change.

Pure: instants and zones in, an instant out. An instant has one wall time in a zone, so an hour that clocks skip is
never looked for, and one that comes twice is looked at twice. Letters that somebody waits for, and letters to
colleagues, have no quiet hours.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_LOOK_AHEAD = timedelta(days=10)
"""Longer than any weekend: what does not come within it never comes."""

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_STRETCHES = 4
"""By how many hours a day is stretched on both sides, where a country has no hour that suits all of it."""


@dataclass(frozen=True, slots=True)
class Hours:
    """When letters may arrive, by the clock on the wall.

    Attributes:
        opens: from this time on.
        closes: and before this one; later than `opens`.
        days: on these days of the week; 0 is Monday.
    """

    opens: time = time(8)
    closes: time = time(18)
    days: frozenset[int] = frozenset(range(5))

    def open_at(self, at: datetime, zone: ZoneInfo) -> bool:
        """Whether it is such an hour in that zone."""
        there = at.astimezone(zone)
        return there.weekday() in self.days and self.opens <= there.time() < self.closes

    def stretched(self) -> "Hours":
        """The same days, an hour longer at both ends as far as the day goes."""
        opens = time(self.opens.hour - 1, self.opens.minute) if self.opens.hour else time(0)
        last = self.closes.hour == time.max.hour
        return Hours(opens, time.max if last else time(self.closes.hour + 1, self.closes.minute), self.days)


WORKING_HOURS = Hours()


def first_hour(at: datetime, zones: Collection[ZoneInfo], hours: Hours = WORKING_HOURS) -> datetime | None:
    """The first instant from `at` on at which letters may arrive in every one of these zones; `at` itself if now.

    Somebody whose country has several zones is in one of them, and nobody knows in which. Where no hour suits all of
    them the day is stretched, hour by hour. None where even that does not help, or no day is allowed.

    Args:
        at: the instant from which on.
        zones: where they may be; at least one.
        hours: when letters may arrive.
    """
    if not zones:
        raise ValueError("at least one zone")
    for _ in range(1 + _STRETCHES):
        fitting = (moment for moment in _moments(at, zones, hours) if all(hours.open_at(moment, z) for z in zones))
        first = min(fitting, default=None)
        if first is not None:
            return first
        hours = hours.stretched()
    return None


def _moments(at: datetime, zones: Collection[ZoneInfo], hours: Hours) -> Iterator[datetime]:
    """`at`, and every instant from then on at which an hour may begin: where the day opens, or clocks are changed."""
    yield at
    for zone in zones:
        for ahead in range(-1, _LOOK_AHEAD.days + 1):
            day = at + ahead * _DAY
            opens = datetime.combine(day.astimezone(zone).date(), hours.opens, tzinfo=zone)
            found = [opens.astimezone(UTC), opens.replace(fold=1).astimezone(UTC), *_changes(day, zone)]
            yield from (moment for moment in found if moment > at)


def _changes(day: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The instant within the next 24 hours at which clocks are changed, to the minute."""
    low, high = day.astimezone(UTC).replace(second=0, microsecond=0), day.astimezone(UTC) + _DAY
    if low.astimezone(zone).utcoffset() == high.astimezone(zone).utcoffset():
        return
    while high - low > _MINUTE:
        middle = low + ((high - low) / 2 // _MINUTE) * _MINUTE
        if middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset():
            low = middle
        else:
            high = middle
    yield high.replace(second=0, microsecond=0)


def zones_of(told: str, country: str, house: ZoneInfo) -> tuple[ZoneInfo, ...]:
    """Every zone in which somebody may live: the one that is told, those of their country, or the workspace's own.

    A sales region says nothing: what is called EMEA has hours all around the clock.

    Args:
        told: the IANA name we have of them; empty for none.
        country: their country or their account's, as its ISO code or English name; empty for none.
        house: the workspace's zone.
    """
    own = _zone(told.strip())
    if own is not None:
        return (own,)
    names = _countries().get(country.strip().casefold(), ())
    found = tuple(zone for name in names if (zone := _zone(name)) is not None)
    return found or (house,)


@cache
def known_zones() -> tuple[str, ...]:
    """Every zone in which somebody lives, by its IANA name, in the order of the alphabet; UTC at the end."""
    return (*sorted({zone for zones in _countries().values() for zone in zones}), "UTC")


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None  # what nobody can read is not known


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """The zones of every country, by its ISO code and by its English name, as the time zone database has them."""
    called, zones = {code: name for code, name, *_ in _rows("iso3166.tab")}, dict[str, tuple[str, ...]]()
    for code, _place, zone, *_ in _rows("zone.tab"):
        zones[code] = (*zones.get(code, ()), zone)
    named = {called[code].casefold(): found for code, found in zones.items() if code in called}
    return named | {code.casefold(): found for code, found in zones.items()} | {"uk": zones["GB"], "usa": zones["US"]}


def _rows(name: str) -> Iterator[list[str]]:
    text = (files("tzdata.zoneinfo") / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
