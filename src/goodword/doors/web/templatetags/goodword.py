"""What templates may call. Thin: the work is done in charts/, wording.py and the programme's words."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodword.doors.web import said, wording
from goodword.doors.web.account_links import account_url_of
from goodword.doors.web.charts import marks
from goodword.kit.shown_words import shown_words
from goodword.programme.advocates.models import Hold, ListedPerson
from goodword.programme.advocates.number_words import number_label as label_of_number
from goodword.programme.advocates.why_not import why_not as sentence_why_not
from goodword.programme.advocates.wording import STATUS_WORDS, ActWords, SignalWords
from goodword.programme.people.names import given_name, initials

register = template.Library()

_INFLUENCE = {"low": _("Low"), "medium": _("Medium"), "high": _("High")}


@register.simple_tag
def icon(name: str, kind: str = "") -> SafeString:
    """Draw an icon of the sprite; always beside the word it stands for."""
    return said.icon(name, kind)


@register.simple_tag
def bar(value: float, of: float, label: str = "", width: int = marks.PEER_WIDTH) -> SafeString:
    """Draw a part of a whole; width 0 fills its place."""
    return marks.bar(value, of, label=label or None, width=width or None)


@register.simple_tag
def interval(low: float, point: float, high: float) -> SafeString:
    """Draw a likelihood with its range, with the sentence that says the same."""
    return said.interval(low, point, high)


@register.simple_tag
def likely(numbers: Any) -> SafeString:  # noqa: ANN401  # a row, or a dictionary, with these three
    """Draw a likelihood in its range and say it; where there is none, that it is not known."""
    if not numbers:
        return said.likely(None)
    if not isinstance(numbers, dict):
        numbers = {name: getattr(numbers, name) for name in ("low", "likelihood", "high")}
    low, point, high = numbers["low"], numbers["likelihood"], numbers["high"]
    return said.likely(None if point is None else (low, point, high))


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
    """One of six quiet colours for a name's circle."""
    return said.hue(name)


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
    return said.signal_words(kind)


@register.filter
def act_words(kind: str) -> ActWords:
    """The words for a kind of act."""
    return said.act_words(kind)


@register.filter(name="hold_words")
def words_for_hold(code: str) -> object:
    """The words for a hold."""
    return said.hold_words(code)


@register.filter
def status_words(status: str) -> object:
    """Say where the relation to an account stands."""
    return STATUS_WORDS.get(status, "")


@register.simple_tag(takes_context=True)
def account_url(context: Context, person: ListedPerson) -> str:
    """The page of somebody's account; empty where it has none, and on pages that show nothing published."""
    generation = context.get("generation")
    return account_url_of(generation, person) if generation else ""


@register.simple_tag
def why_not(hold: Hold, person: ListedPerson, today: date) -> str:
    """Say what holds somebody."""
    return sentence_why_not(hold, person, today)


@register.filter
def source(piece: dict[str, Any]) -> object:
    """The words for where a piece of evidence comes from."""
    return said.source_words(piece)


@register.filter
def as_read(words: str | None) -> str:
    """Exact words without the tags and cue times they were written down with."""
    return shown_words(words or "")


@register.filter
def kinds(bits: int) -> list[str]:
    """The kinds of signals that these bits stand for."""
    return list(said.kinds(bits))


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
