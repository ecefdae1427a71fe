"""Numbers, days and money as the pages say them, in the language of the reader."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from django.utils import dateformat, formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import pgettext_lazy as _p

from goodword.programme.advocates.days import spoken_day

_SMALL: tuple[str | Promise, ...] = (
    *(_p("count", "none"), _p("count", "one"), _p("count", "two"), _p("count", "three"), _p("count", "four")),
    *(_p("count", "five"), _p("count", "six"), _p("count", "seven"), _p("count", "eight"), _p("count", "nine")),
    *(_p("count", "ten"), _p("count", "eleven"), _p("count", "twelve")),
)
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
    return spoken_day(on, today)


def long_day(value: date | datetime | str | None) -> str:
    """Say a day in full: "Wednesday 18 November"."""
    on = _local_day(value)
    return "" if on is None else dateformat.format(on, pgettext("a day", "l j F"))


def month(value: date) -> str:
    """Say a month: "Nov 2026"."""
    return dateformat.format(value, pgettext("a month", "M Y"))


def moment(value: datetime | str | None, today: date | None = None) -> str:
    """Say an instant in the reader's zone: "Wed 18 Nov, 16:42"."""
    at = as_instant(value)
    if at is None:
        return ""
    return gettext("%(day)s, %(time)s") % {"day": day(at, today), "time": f"{timezone.localtime(at):%H:%M}"}


def ago(value: date | datetime | str | None, today: date) -> str:
    """Say how long ago: today, yesterday, else the day."""
    on = _local_day(value)
    if on is None:
        return ""
    days = (today - on).days
    return gettext("today") if days == 0 else gettext("yesterday") if days == 1 else day(on, today)


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
        years = {"start": start.year, "end": end.year}
        return gettext("%(start)s to %(end)s") % years if start.year != end.year else str(start.year)
    if start:
        return gettext("since %(month)s") % {"month": month(start)}
    return gettext("until %(month)s") % {"month": month(end)} if end else gettext("when is not known")


def money(amount: float | None, currency: str = "") -> str:
    """Say money: €94k, €2.84m; with a code where there is no sign."""
    if amount is None:
        return ""
    sign = _CURRENCIES.get(currency, f"{currency} " if currency else "")
    size = abs(amount)
    if size >= _MILLION:
        form, digits = pgettext("money", "%(sign)s%(amount)sm"), f"{size / _MILLION:.2f}".rstrip("0").rstrip(".")
    elif size >= _TEN_THOUSAND:
        form, digits = pgettext("money", "%(sign)s%(amount)sk"), f"{size / _THOUSAND:.0f}"
    else:
        form, digits = pgettext("money", "%(sign)s%(amount)s"), f"{size:,.0f}"
    return ("−" if amount < 0 else "") + (form % {"sign": sign, "amount": grouped(digits)}).strip()


def grouped(digits: str) -> str:
    """Give a number written the English way the point and the groups of the reader's language."""
    point, group = formats.get_format("DECIMAL_SEPARATOR"), formats.get_format("THOUSAND_SEPARATOR")
    return digits.translate({ord("."): str(point), ord(","): str(group)})


def figure(value: float) -> str:
    """Say a number that was counted or measured, with four digits that count."""
    return grouped(f"{value:,.4g}")


def signed(value: float, digits: int = 2) -> str:
    """Say a number with its sign."""
    return grouped(f"{value:+.{digits}f}".replace("-", "−"))


def percent(share: float) -> int:
    """Return a share as whole per cent."""
    return round(100 * share)


def number(count: int) -> str:
    """Say a count: none, one, twelve, 13."""
    return str(_SMALL[count]) if count < len(_SMALL) else grouped(f"{count:,}")


def counted(one: str, more: str, count: int) -> str:
    """Say a sentence about a count; both its forms carry `%(count)s`, and are taken up for translation."""
    return ngettext(one, more, count) % {"count": number(count)}


def many(count: int, one: str, more: str = "") -> str:
    """Say a count with its noun: "one fire", "13 fires"."""
    return f"{number(count)} {one if count == 1 else more or one + 's'}"


def sentences(parts: Iterable[str]) -> str:
    """Join sentences, each with a capital first letter."""
    return " ".join(part[0].upper() + part[1:] for part in parts if part)
