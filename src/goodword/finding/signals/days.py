"""Days and ages as every engine computes them alike."""

from datetime import date, datetime, timedelta

import ibis
import ibis.expr.types as ir

FADE = 0.5
"""What is left of a strength when its newest fact is as old as the rule allows."""


def instant(at: datetime) -> ir.TimestampScalar:
    """Return an instant as a literal of the contract's type."""
    return ibis.literal(at, type="timestamp(6)")


def day(on: date) -> ir.DateScalar:
    """Return a day as a literal."""
    return ibis.literal(on, type="date")


def first_day_out(as_of: datetime) -> date:
    """Return the first day that no longer counts; facts dated by day count when they are before it."""
    return as_of.date()


def last_day(as_of: datetime) -> date:
    """Return the day that findings are made for: the one that holds the last instant before `as_of`."""
    return (as_of - timedelta(microseconds=1)).date()


def age(on: ir.DateValue, as_of: datetime) -> ir.FloatingValue:
    """Return how many days before the day of `as_of` a day lies; 0 on that day itself."""
    return day(last_day(as_of)).delta(on, unit="day").cast("float64")


def freshness(on: ir.DateValue, as_of: datetime, days: int) -> ir.FloatingValue:
    """Return 1 for a fact of the day itself, falling in a straight line to `FADE` at an age of `days` and beyond."""
    share = ibis.greatest(ibis.least(age(on, as_of) / float(max(days, 1)), 1.0), 0.0)
    return 1.0 - (1.0 - FADE) * share


def days_after(on: ir.DateValue, days: int) -> ir.DateValue:
    """Return the day `days` after another.

    The detour by a timestamp makes every engine return a day: some make an instant of day plus interval.
    """
    return (on + ibis.interval(days=days)).cast("timestamp(6)").date()


def working_days_after(on: ir.DateValue, days: int) -> ir.DateValue:
    """Return the day that is `days` working days (Monday to Friday) after another, which may be a weekend's."""
    weekday = on.day_of_week.index()
    branches = [(weekday == number, days_after(on, calendar_days(number, days))) for number in range(6)]
    return ibis.cases(*branches, else_=days_after(on, calendar_days(6, days)))


def calendar_days(weekday: int, working_days: int) -> int:
    """Return how many calendar days `working_days` working days take, counted from after a weekday (0 is Monday)."""
    passed, left = 0, working_days
    while left > 0:
        passed += 1
        left -= (weekday + passed) % 7 < 5  # noqa: PLR2004 - Monday to Friday are 0 to 4
    return passed


def next_quarter(on: date) -> date:
    """Return the first day of the calendar quarter after the one `on` lies in."""
    start = quarter(on)
    months = start.year * 12 + start.month + 2
    return date(months // 12, months % 12 + 1, 1)


def quarter(on: date) -> date:
    """Return the first day of the calendar quarter `on` lies in."""
    return date(on.year, 3 * ((on.month - 1) // 3) + 1, 1)
