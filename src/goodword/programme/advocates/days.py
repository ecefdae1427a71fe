"""Days as people say them, in the language of the reader."""

from datetime import date

from django.utils import dateformat
from django.utils.translation import pgettext


def spoken_day(on: date, today: date | None = None) -> str:
    """Say a day: "Wed 18 Nov", with the year where it is not that of `today`."""
    near = today is not None and on.year == today.year
    return dateformat.format(on, pgettext("a day", "D j M") if near else pgettext("a day", "D j M Y"))
