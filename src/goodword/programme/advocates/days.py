"""Days as people say them, in the language of the reader."""

from datetime import date
from functools import lru_cache

from django.utils import dateformat
from django.utils.translation import get_language, pgettext


def spoken_day(on: date, today: date | None = None) -> str:
    """Say a day: "Wed 18 Nov", with the year where it is not that of `today`."""
    near = today is not None and on.year == today.year
    return _spoken(on, near=near, _language=get_language())


@lru_cache(maxsize=4_096)  # a page tells the same few days a hundred times, each with four words to translate
def _spoken(on: date, *, near: bool, _language: str | None) -> str:
    return dateformat.format(on, pgettext("a day", "D j M") if near else pgettext("a day", "D j M Y"))
