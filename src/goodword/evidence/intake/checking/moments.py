"""Days and instants as people and tools write them; never a guess where two readings are possible."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from goodword.evidence.intake.checking.faults import Fault

DAY_FIRST = "day-first"
MONTH_FIRST = "month-first"

_TIME = (
    r"(?:(?:T|[,\s]\s*|\s+at\s+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|(?:UTC|GMT)?[+-]\d{2}:?\d{2}|[+-]\d{2}|UTC|GMT|[A-Z][A-Za-z]+/[A-Za-z_/+-]+)?)?"
)
_FLAGS = re.IGNORECASE
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})" + _TIME, _FLAGS)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})" + _TIME, _FLAGS)
_NUMERIC = re.compile(r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})" + _TIME, _FLAGS)
_WEEKDAY = r"(?:[a-zä]{2,10}\.?,?\s+)?"
_DAY_NAMED = re.compile(
    _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?P<name>[a-zä]{3,9})\.?[\s,-]+(?P<year>\d{4})" + _TIME,
    _FLAGS,
)
_NAMED_DAY = re.compile(
    _WEEKDAY + r"(?P<name>[a-zä]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})" + _TIME, _FLAGS
)
_NUMBER = re.compile(r"\d{5,16}(?:\.\d+)?")
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar mär mrz", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez"),
        start=1,
    )
    for name in names.split()
}
_EXCEL_BEGAN = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel counts days without a zone
_EXCEL_DAYS = (20_000, 80_000)  # 1954 to 2119
_EPOCH_UNITS = {10: 1, 13: 1_000, 16: 1_000_000}  # digits of the whole part: parts of a second
_YEARS = (1900, 9999)
_LAST_MONTH = 12
_CENTURY_BREAK = 69  # two-digit years below it are of this century, as POSIX has it


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as written.

    Attributes:
        wall: day and time of day as written; midnight where only a day is.
        zone: the zone or offset as written; empty where there is none.
        offset: what to take from `wall` to come to UTC; None where nothing says so.
    """

    wall: datetime
    zone: str
    offset: timedelta | None

    def day(self) -> date:
        """The day as written."""
        return self.wall.date()

    def utc(self, assumed: ZoneInfo | None) -> datetime:
        """The instant in UTC, without a zone attached; where nothing is written, `assumed` or UTC holds."""
        if self.offset is not None:
            return self.wall - self.offset
        if assumed is not None:
            return self.wall.replace(tzinfo=assumed).astimezone(UTC).replace(tzinfo=None)
        return self.wall


def read_moment(text: str, order: str | None) -> Moment | Fault:
    """Read a day or an instant.

    Args:
        text: the cell.
        order: `day-first` or `month-first` for days such as 03/04/2026; None where the file does not tell.
    """
    written = text.strip()
    try:
        for form in (_YEAR_FIRST, _COMPACT, _DAY_NAMED, _NAMED_DAY):
            found = form.fullmatch(written)
            if found:
                return _moment(found, *_named_parts(found))
        found = _NUMERIC.fullmatch(written)
        if found:
            return _numeric(found, order)
        if _NUMBER.fullmatch(written):
            return _counted(written)
    except (ValueError, OverflowError, KeyError):
        pass
    return Fault("is no day that can be read", "Write days as 2026-03-31 and instants as 2026-03-31T14:05:00Z.")


def order_shown(text: str) -> str | None:
    """Which order a day such as 31/12/2026 can only have; None where it tells nothing."""
    found = _NUMERIC.fullmatch(text.strip())
    if not found or found["mark"] == ".":
        return None
    one, two = int(found["one"]), int(found["two"])
    if one > _LAST_MONTH >= two:
        return DAY_FIRST
    if two > _LAST_MONTH >= one:
        return MONTH_FIRST
    return None


def _numeric(found: re.Match[str], order: str | None) -> Moment | Fault:
    one, two = int(found["one"]), int(found["two"])
    year = int(found["year"])
    if len(found["year"]) == 2:  # noqa: PLR2004 - two digits of a year
        year += 2000 if year < _CENTURY_BREAK else 1900
    if found["mark"] == "." or one > _LAST_MONTH or one == two:
        return _moment(found, year, two, one)
    if two > _LAST_MONTH:
        return _moment(found, year, one, two)
    if order is None:
        return Fault(
            "may mean two days: nothing in the column tells whether the day or the month comes first",
            'Write days as 2026-03-31, or say which comes first in a map: [file.dates] "Header" = "day-first".',
        )
    return _moment(found, year, two, one) if order == DAY_FIRST else _moment(found, year, one, two)


def _named_parts(found: re.Match[str]) -> tuple[int, int, int]:
    parts = found.groupdict()
    month = parts.get("month")
    number = int(month) if month else _MONTHS[parts["name"][:3].lower()]
    return int(parts["year"]), number, int(parts["day"])


def _moment(found: re.Match[str], year: int, month: int, day: int) -> Moment | Fault:
    if not _YEARS[0] <= year <= _YEARS[1]:
        return Fault(f"lies in the year {year}", "Correct the year, or leave the cell empty.")
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if found["half"]:
        if not 1 <= hour <= _LAST_MONTH:
            raise ValueError(hour)
        hour = hour % 12 + (12 if found["half"].lower().startswith("p") else 0)
    micro = int((found["fraction"] or "0").ljust(6, "0")[:6])
    wall = datetime(year, month, day, hour, minute, second, micro)  # noqa: DTZ001 - the zone stands beside it
    zone = found["zone"] or ""
    return Moment(wall, zone, _offset(zone, wall))


def _offset(zone: str, wall: datetime) -> timedelta | None:
    if not zone:
        return None
    if "/" in zone:
        try:
            return ZoneInfo(zone).utcoffset(wall)
        except (ZoneInfoNotFoundError, OSError) as error:
            raise ValueError(zone) from error
    digits = zone.upper().removeprefix("UTC").removeprefix("GMT").replace(":", "")
    if digits in {"", "Z"}:
        return timedelta()
    offset = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5] or 0))
    return timezone(-offset if digits[0] == "-" else offset).utcoffset(None)


def _counted(written: str) -> Moment:
    """Excel's days since 1900, or seconds, milliseconds or microseconds since 1970."""
    whole = written.split(".", 1)[0]
    if len(whole) == 5:  # noqa: PLR2004 - five digits are Excel's
        days = float(written)
        if not _EXCEL_DAYS[0] <= days <= _EXCEL_DAYS[1]:
            raise ValueError(written)
        seconds = round(days * 86_400)
        return Moment(_EXCEL_BEGAN + timedelta(seconds=seconds), "", None)
    unit = _EPOCH_UNITS[len(whole)]
    micro = round(float(written) * (1_000_000 // unit)) if unit < 1_000_000 else int(whole)  # noqa: PLR2004 - a million
    return Moment(datetime(1970, 1, 1) + timedelta(microseconds=micro), "", timedelta())  # noqa: DTZ001 - counted in UTC
