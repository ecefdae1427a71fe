"""Words that a page says a hundred times, each looked up once a language instead of in four catalogues every time."""

from functools import cache, lru_cache
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from goodword.doors.web import wording
from goodword.doors.web.charts import marks
from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates import wording as words_of
from goodword.programme.advocates.models import KIND_BITS
from goodword.programme.advocates.wording import ActWords, HoldWords, SignalWords, SourceWords, in_language_of_now
from goodword.programme.permissions.wording import kind_label

_SAID = 256
_DRAWN = 4_096
_HUES = 6
_LIKELY = '<span class="likely">{}<span><b>{} %</b> <span class="faint">{}–{}</span></span></span>'  # a range


def signal_words(kind: str) -> SignalWords:
    """Return the words for a kind of signal."""
    return _signal_words(kind, get_language())


def act_words(kind: str) -> ActWords:
    """Return the words for a kind of act."""
    if kind not in words_of.ACTS:  # somebody added it, and may call it otherwise tomorrow
        return ActWords(kind_label(kind), "agree")
    return _act_words(kind, get_language())


def hold_words(code: str) -> HoldWords:
    """Return the words for a hold."""
    return _hold_words(code, get_language())


def source_words(piece: dict[str, Any]) -> SourceWords:
    """Return the words for where a piece of evidence comes from."""
    return _source_words(piece.get("table"), piece.get("channel"), get_language())


def interval(low: float, point: float, high: float) -> SafeString:
    """Return the picture of a likelihood with its range, with the sentence that says the same."""
    return _interval(low, point, high, get_language())


def likely(numbers: tuple[float, float, float] | None) -> SafeString:
    """Return low end, likelihood and high end as a picture and in figures; without numbers, that it is not known."""
    if numbers is None:
        return _unknown(get_language())
    low, point, high = numbers
    return format_html(_LIKELY, interval(low, point, high), *(wording.percent(share) for share in (point, low, high)))


@cache
def icon(name: str, kind: str = "") -> SafeString:
    """Return an icon of the sprite; always beside the word it stands for. A page has a hundred of the same few."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f" {kind}" if kind else "",
        static("web/icons.svg"),
        name,
    )


def hue(name: str) -> str:
    """Return one of six quiet colours for a name's circle, the same every day."""
    return f"h{1 + sum(name.encode()) % _HUES}"


@lru_cache(maxsize=_SAID)
def kinds(bits: int) -> tuple[str, ...]:
    """Return the kinds of signals that these bits stand for."""
    return tuple(kind for kind in SIGNAL_KINDS if bits & KIND_BITS[kind])


@lru_cache(maxsize=_SAID)
def _signal_words(kind: str, _language: str | None) -> SignalWords:
    return in_language_of_now(words_of.SIGNALS[kind])


@lru_cache(maxsize=_SAID)
def _act_words(kind: str, _language: str | None) -> ActWords:
    return in_language_of_now(words_of.ACTS[kind])


@lru_cache(maxsize=_SAID)
def _hold_words(code: str, _language: str | None) -> HoldWords:
    return in_language_of_now(words_of.hold_words(code))


@lru_cache(maxsize=_SAID)
def _source_words(table: str | None, channel: str | None, _language: str | None) -> SourceWords:
    return in_language_of_now(words_of.source_words(table, channel))


@lru_cache(maxsize=_DRAWN)
def _interval(low: float, point: float, high: float, _language: str | None) -> SafeString:
    numbers = {"low": wording.percent(low), "point": wording.percent(point), "high": wording.percent(high)}
    told = gettext("Likely %(point)s percent, range %(low)s to %(high)s") % numbers
    return marks.interval(low, point, high, label=told)


@lru_cache(maxsize=_SAID)
def _unknown(_language: str | None) -> SafeString:
    told = gettext("don’t know yet")  # typography
    return format_html('<span class="likely">{}<span class="soft">{}</span></span>', marks.hatch(), told)
