"""Numbers, days and money as the pages say them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from django.utils import timezone

_SMALL = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_CURRENCIES = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹"}
_THOUSAND, _MILLION, _TEN_THOUSAND = 1_000, 1_000_000, 10_000


def as_instant(value: datetime | str | None) -> datetime | None:
    """Return an instant with its zone; text without a zone is UTC."""
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if value is not None and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    return value


def day(value: date | datetime | str | None, today: date | None = None) -> str:
    """Say a day: "Wed 18 Nov", with the year where it is not this one."""
    on = _local_day(value)
    if on is None:
        return ""
    year = "" if today is not None and on.year == today.year else f" {on.year}"
    return f"{on:%a} {on.day} {on:%b}{year}"


def moment(value: datetime | str | None, today: date | None = None) -> str:
    """Say an instant in the reader's zone: "Wed 18 Nov, 16:42"."""
    at = as_instant(value)
    return "" if at is None else f"{day(at, today)}, {timezone.localtime(at):%H:%M}"


def ago(value: date | datetime | str | None, today: date) -> str:
    """Say how long ago: today, yesterday, else the day."""
    on = _local_day(value)
    if on is None:
        return ""
    return {0: "today", 1: "yesterday"}.get((today - on).days, day(on, today))


def _local_day(value: date | datetime | str | None) -> date | None:
    if isinstance(value, str) and len(value) == len("2026-11-18"):
        return date.fromisoformat(value)
    if isinstance(value, datetime | str):
        at = as_instant(value)
        return timezone.localtime(at).date() if at else None
    return value


def spell(started_on: str | None, ended_on: str | None) -> str:
    """Say a spell of years: "2020 to 2026", "since Jul 2026"."""
    start, end = (date.fromisoformat(text) if text else None for text in (started_on, ended_on))
    if start and end:
        return f"{start.year} to {end.year}" if start.year != end.year else str(start.year)
    if start:
        return f"since {start:%b %Y}"
    return f"until {end:%b %Y}" if end else "when is not known"


def money(amount: float | None, currency: str = "") -> str:
    """Say money: €94k, €2.84m; with a code where there is no sign."""
    if amount is None:
        return ""
    sign = _CURRENCIES.get(currency, f"{currency} " if currency else "")
    size = abs(amount)
    if size >= _MILLION:
        text = f"{size / _MILLION:.2f}".rstrip("0").rstrip(".") + "m"
    elif size >= _TEN_THOUSAND:
        text = f"{size / _THOUSAND:.0f}k"
    else:
        text = f"{size:,.0f}"
    return f"{'−' if amount < 0 else ''}{sign}{text}"


def percent(share: float) -> int:
    """Return a share as whole per cent."""
    return round(100 * share)


def number(count: int) -> str:
    """Say a count: none, one, twelve, 13."""
    return _SMALL[count] if count < len(_SMALL) else f"{count:,}"


def many(count: int, one: str, more: str = "") -> str:
    """Say a count with its noun: "one fire", "13 fires"."""
    return f"{number(count)} {one if count == 1 else more or one + 's'}"


def sentences(parts: Iterable[str]) -> str:
    """Join sentences, each with a capital first letter."""
    return " ".join(part[0].upper() + part[1:] for part in parts if part)
