"""The one place that knows what time it is. Everything else is told."""

from datetime import UTC, date, datetime, time, timedelta


def now() -> datetime:
    """Return this instant, in UTC with its zone."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day it is now in UTC."""
    return now().date()


def end_of(day: date) -> datetime:
    """Return the first instant after `day` (UTC, no zone attached), the open end of 'as of day'.

    Facts count for a day when they happened *before* this instant.
    """
    return datetime.combine(day + timedelta(days=1), time.min)
