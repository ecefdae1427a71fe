"""What templates may call. Thin: the work is done in charts/, wording.py and the programme's words."""

from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from goodword.doors.web import wording
from goodword.doors.web.charts import marks
from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates.models import KIND_BITS, Hold, ListedPerson
from goodword.programme.advocates.number_words import number_label as label_of_number
from goodword.programme.advocates.why_not import why_not as sentence_why_not
from goodword.programme.advocates.wording import (
    ACTS,
    SIGNALS,
    ActWords,
    HoldWords,
    SignalWords,
    SourceWords,
    hold_words,
    in_language_of_now,
    source_words,
)
from goodword.programme.people.names import given_name, initials

register = template.Library()

_HUES = 6
_SAID = 256
_INFLUENCE = {"low": _("Low"), "medium": _("Medium"), "high": _("High")}


@register.simple_tag
@cache  # a page has a hundred of the same few
def icon(name: str, kind: str = "") -> SafeString:
    """Draw an icon of the sprite; always beside the word it stands for."""
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f" {kind}" if kind else "",
        static("web/icons.svg"),
        name,
    )


@register.simple_tag
def bar(value: float, of: float, label: str = "", width: int = marks.PEER_WIDTH) -> SafeString:
    """Draw a part of a whole; width 0 fills its place."""
    return marks.bar(value, of, label=label or None, width=width or None)


@register.simple_tag
def interval(low: float, point: float, high: float) -> SafeString:
    """Draw a likelihood with its range, with the sentence that says the same."""
    return _interval(low, point, high, get_language())


@lru_cache(maxsize=4_096)
def _interval(low: float, point: float, high: float, _language: str | None) -> SafeString:
    numbers = {"low": wording.percent(low), "point": wording.percent(point), "high": wording.percent(high)}
    told = gettext("Likely %(point)s percent, range %(low)s to %(high)s") % numbers
    return marks.interval(low, point, high, label=told)


@register.simple_tag
def hatch(label: str = "") -> SafeString:
    """Draw what is not known."""
    return marks.hatch(label=label)


@register.filter
def percent(share: float) -> int:
    """Say a share as whole per cent."""
    return wording.percent(share)


@register.filter
def day(value: date | datetime | str | None, today: date | None = None) -> str:
    """Say a day."""
    return wording.day(value, today)


@register.filter
def long_day(value: date | datetime | str | None) -> str:
    """Say a day in full."""
    return wording.long_day(value)


@register.filter
def moment(value: datetime | str | None, today: date | None = None) -> str:
    """Say an instant."""
    return wording.moment(value, today)


@register.filter
def ago(value: date | datetime | str | None, today: date) -> str:
    """Say how long ago."""
    return wording.ago(value, today)


@register.filter
def money(amount: float | None, currency: str = "") -> str:
    """Say money."""
    return wording.money(amount, currency)


@register.filter(name="initials")
def initials_of(name: str) -> str:
    """Two letters that stand for a name."""
    return initials(name)


@register.filter
def hue(name: str) -> str:
    """One of six quiet colours for a name's circle, the same every day."""
    return f"h{1 + sum(name.encode()) % _HUES}"


@register.filter(name="given_name")
def given(person: Any) -> str:  # noqa: ANN401  # anything with `name` and `called`
    """What to call a person in a sentence."""
    return given_name(person.name) or gettext("this person")


@register.filter
def influence(word: str) -> object:
    """Say how much somebody has to say."""
    return _INFLUENCE.get(word, word)


@register.filter
def signal_words(kind: str) -> SignalWords:
    """The words for a kind of signal."""
    return _signal_words(kind, get_language())


@register.filter
def act_words(kind: str) -> ActWords:
    """The words for a kind of act."""
    return _act_words(kind, get_language())


@register.filter(name="hold_words")
def words_for_hold(code: str) -> object:
    """The words for a hold."""
    return _hold_words(code, get_language())


@register.simple_tag
def why_not(hold: Hold, person: ListedPerson, today: date) -> str:
    """Say what holds somebody."""
    return sentence_why_not(hold, person, today)


@register.filter
def source(piece: dict[str, Any]) -> object:
    """The words for where a piece of evidence comes from."""
    return _source_words(piece.get("table"), piece.get("channel"), get_language())


# A page says the same few words a hundred times, and each is looked for in four catalogues.


@lru_cache(maxsize=_SAID)
def _signal_words(kind: str, _language: str | None) -> SignalWords:
    return in_language_of_now(SIGNALS[kind])


@lru_cache(maxsize=_SAID)
def _act_words(kind: str, _language: str | None) -> ActWords:
    return in_language_of_now(ACTS.get(kind) or ActWords(kind.replace("_", " ").capitalize(), "agree"))


@lru_cache(maxsize=_SAID)
def _hold_words(code: str, _language: str | None) -> HoldWords:
    return in_language_of_now(hold_words(code))


@lru_cache(maxsize=_SAID)
def _source_words(table: str | None, channel: str | None, _language: str | None) -> SourceWords:
    return in_language_of_now(source_words(table, channel))


@register.filter
def kinds(bits: int) -> list[str]:
    """The kinds of signals that these bits stand for."""
    return [kind for kind in SIGNAL_KINDS if bits & KIND_BITS[kind]]


@register.filter
def step(words: SignalWords, person: Any) -> str:  # noqa: ANN401  # anything with `name` and `called`
    """What to do next, with the person's name in it."""
    return str(words.step).format(name=given(person))


@register.filter
def spell(job: dict[str, Any]) -> str:
    """Say when somebody worked somewhere."""
    return wording.spell(job["started_on"], job["ended_on"])


@register.filter
def words(name: str) -> str:
    """Say the name of a column, a number or a theme in words."""
    text = name.replace("_", " ").strip()
    return text[:1].upper() + text[1:]


@register.filter
def figure(value: object) -> str:
    """Say a number that was counted; yes and no for truths."""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return wording.figure(value) if isinstance(value, int | float) else str(value)


@register.filter
def number_label(name: str) -> str:
    """What to call a number that a finder counted."""
    return label_of_number(name)


@register.filter
def signed(value: float, digits: int = 2) -> str:
    """Say a number with its sign."""
    return wording.signed(value, digits)


@register.filter
def told(value: object, today: date | None = None) -> str:
    """Say whatever a record's column holds."""
    if isinstance(value, datetime):
        return wording.moment(value, today)
    if isinstance(value, date):
        return wording.day(value, today)
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return figure(value)


@register.simple_tag
def record_url(piece: dict[str, Any], person_id: str = "") -> str:
    """The page of the record a piece of evidence stands in, with its words marked; empty where there is none."""
    if not piece.get("table") or not piece.get("id"):
        return ""
    try:
        url = reverse("record", args=[piece["table"], piece["id"]])
    except NoReverseMatch:
        return ""
    place = {"start": piece["start"], "end": piece["end"]} if piece.get("quote") else {}
    query = urlencode(place | ({"person": person_id} if person_id else {}))
    return f"{url}?{query}" if query else url
