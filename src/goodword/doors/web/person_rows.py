"""Rows of the list of people, said here once so that the template has only to set them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext

from goodword.doors.web import said, wording
from goodword.doors.web.account_links import account_url_of
from goodword.kit.shown_words import shown_words
from goodword.programme.advocates.models import Generation, Likelihood, ListedPerson
from goodword.programme.advocates.next_steps import short_step
from goodword.programme.advocates.sight import Piece, Sight
from goodword.programme.people.names import initials

_LONGEST_QUOTE = 140


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the list, in words.

    Attributes:
        title: their job.
        account, account_url: their account, and its page where it has one.
        likely: the number to show, drawn with its range; of the act chosen, else of their best one.
        lang: the language of the quote, where it is not English.
        source: where the quote comes from, and when.
        silent: what to say where there is no quote.
        chips: their kinds of signals.
        held: what holds them, with until when; empty where nothing does.
    """

    person_id: str
    called: str
    url: str
    hue: str
    initials: str
    title: str
    account: str
    account_url: str
    likely: SafeString
    act: str | Promise
    quote: str
    lang: str
    source: str
    silent: str
    chips: SafeString
    newest: str
    held: SafeString
    next: str | Promise
    select: str


def rows_of(sight: Sight, generation: Generation, places: Iterable[int], act: str) -> list[PersonRow]:
    """Return the people at these places of the list, in this order, with the number for `act`, else their best."""
    wanted = list(places)
    listed = {row.rank: sight.person(row) for row in sight.people(generation).filter(rank__in=wanted)}
    likely: dict[str, Likelihood] = {}
    if act:
        ids = [person.person_id for person in listed.values()]
        found = Likelihood.objects.within(generation).of_kind(act).filter(person_id__in=ids)
        likely = {row.person_id: row for row in found}
    return [
        row_of(
            listed[place],
            generation.as_of,
            act=act or listed[place].best_act,
            account_url=account_url_of(generation, listed[place]),
            numbers=_numbers(likely.get(listed[place].person_id)) if act else best_of(listed[place]),
            step=short_step(listed[place], generation, sight),
        )
        for place in wanted
    ]


def row_of(
    person: ListedPerson,
    today: date,
    *,
    act: str,
    numbers: tuple[float, float, float] | None,
    step: str | Promise,
    account_url: str = "",
) -> PersonRow:
    """Return one person in words.

    Args:
        person: with what the reader may see of them.
        today: the day that is spoken of as today.
        act: the kind of act the numbers are about; empty for any.
        numbers: low end, likelihood and high end; None where it is not known.
        step: what to do next, in a few words.
        account_url: the page of their account.
    """
    words = person.words
    return PersonRow(
        person_id=person.person_id,
        called=person.called,
        url=reverse("person", args=[person.person_id]),
        hue=said.hue(person.called),
        initials=initials(person.called),
        title=person.title,
        account=person.account,
        account_url=account_url,
        likely=said.likely(numbers),
        act=said.act_words(act).label if act else gettext("any act"),
        quote=_clipped(shown_words(words["quote"])) if words else "",
        lang=_foreign(words),
        source=_source(words, today) if words else "",
        silent=gettext("no words yet, only what was counted") if person.kinds else gettext("no words yet"),
        chips=_chips(person.kinds, get_language(), asked=person.best_likelihood is not None),
        newest=wording.ago(person.fresh_at, today) if person.fresh_at else "",
        held=_held(person.hold_code, person.hold_until, today, get_language()) if person.hold_code else SafeString(""),
        next=step,
        select=gettext("Select %(name)s") % {"name": person.called},
    )


def best_of(person: ListedPerson) -> tuple[float, float, float] | None:
    """Return low end, likelihood and high end of what they are likeliest to do; None where it is not known."""
    low, point, high = person.best_low, person.best_likelihood, person.best_high
    return None if low is None or point is None or high is None else (low, point, high)


def _numbers(likely: Likelihood | None) -> tuple[float, float, float] | None:
    if likely is None or likely.low is None or likely.likelihood is None or likely.high is None:
        return None
    return likely.low, likely.likelihood, likely.high


def _clipped(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else Truncator(quote).chars(_LONGEST_QUOTE)


def _foreign(words: Piece | None) -> str:
    language = (words or {}).get("language") or "en"
    return "" if language == "en" else str(language)


def _source(words: Piece, today: date) -> str:
    label = str(said.source_words(words).label)
    return f"{label}, {wording.ago(words['at'], today)}" if words.get("at") else label


@lru_cache(maxsize=512)
def _chips(bits: int, _language: str | None, *, asked: bool) -> SafeString:
    kinds = [said.signal_words(kind) for kind in said.kinds(bits)]
    return render_to_string("web/parts/signal_chips.html", {"kinds": kinds, "asked": asked})


@lru_cache(maxsize=2_048)
def _held(code: str, until: date | None, today: date, _language: str | None) -> SafeString:
    facts: dict[str, Any] = {"words": said.hold_words(code), "until": until, "today": today}
    return render_to_string("web/parts/held_chip.html", facts)
