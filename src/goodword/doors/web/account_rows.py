"""Rows of the list of accounts, said here once so that the template has only to set them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from goodword.doors.web import said, wording
from goodword.doors.web.person_rows import best_of
from goodword.programme.advocates.likeliest import likeliest_of
from goodword.programme.advocates.models import Generation, ListedAccount, ListedPerson
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.why_risk import RISK_LABELS
from goodword.programme.advocates.wording import STATUS_WORDS
from goodword.programme.people.names import initials

KINDS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account of the list, in words.

    Attributes:
        line: its industry and segment.
        status: where the relation stands, where that is not simply active.
        risk: what puts it at risk; empty where nothing does.
        likely: the number of the likeliest of its people, drawn with its range; empty where nobody is to be shown.
        likeliest: what to call them.
        people: how many of its people could be asked, and how many there are.
        resting: how many of them rest; empty where nobody does.
        signals: the commonest kinds of signals, each with how many people have one.
        renews: until when its contracts run.
        over: whether that day is past.
        owner: who cares for it.
    """

    url: str
    called: str
    hue: str
    initials: str
    line: str
    status: str | Promise
    risk: str | Promise
    likely: SafeString
    likeliest: str
    likeliest_url: str
    people: str
    resting: str
    signals: SafeString
    arr: str
    renews: str
    over: bool
    owner: str


def rows_of(sight: Sight, generation: Generation, ranks: Sequence[int], names: Mapping[str, str]) -> list[AccountRow]:
    """Return the accounts of these ranks, in this order, with what to call those who care for them; two queries."""
    shown = sight.accounts(generation).filter(rank__in=ranks).defer("domains", "said", "themes", "holds", "moves")
    seen = {row.rank: sight.account(row) for row in shown}
    first = likeliest_of(sight, generation, ranks) if sight.scores else {}
    return [row_of(seen[rank], first.get(rank), names, generation.as_of) for rank in ranks if rank in seen]


def row_of(row: ListedAccount, likeliest: ListedPerson | None, names: Mapping[str, str], today: date) -> AccountRow:
    """Return one account in words.

    Args:
        row: with what the reader may see of it.
        likeliest: the likeliest of its people, of those who may be asked and may be shown.
        names: what to call those who care for accounts, by their addresses.
        today: the day that is spoken of as today.
    """
    language = get_language()
    return AccountRow(
        url=reverse("account", args=[row.account_id]),
        called=str(row),
        hue=said.hue(str(row)),
        initials=initials(str(row)),
        line=", ".join(part for part in (row.industry, row.segment) if part),
        status=STATUS_WORDS.get(row.status, "") if row.status != "active" else "",
        risk=RISK_LABELS[row.risks[0]["kind"]] if row.risks else "",
        likely=said.likely(best_of(likeliest)) if likeliest else SafeString(""),
        likeliest=likeliest.called if likeliest else "",
        likeliest_url=reverse("person", args=[likeliest.person_id]) if likeliest else "",
        people=_people(row.people, row.states.get("ready"), language),
        resting=_resting(row.states.get("resting", 0), language),
        signals=_signals(row.kinds, language),
        arr=wording.money(row.arr, row.currency),
        renews=wording.day(row.renews_on, today),
        over=row.renews_on is not None and row.renews_on < today,
        owner=names.get(row.owner_email, row.owner_email),
    )


@lru_cache(maxsize=4_096)
def _people(people: int, ready: int | None, _language: str | None) -> str:
    """Say how many people an account has, and how many of them could be asked where that may be seen."""
    told = ngettext("%(count)s person", "%(count)s people", people) % {"count": wording.grouped(f"{people:,}")}
    return (
        told if ready is None or not people else gettext("%(ready)s of %(people)s") % {"ready": ready, "people": told}
    )


@lru_cache(maxsize=1_024)
def _resting(resting: int, _language: str | None) -> str:
    return ngettext("%(count)s rests", "%(count)s rest", resting) % {"count": resting} if resting else ""


def _signals(kinds: Mapping[str, int], language: str | None) -> SafeString:
    commonest = sorted(kinds.items(), key=lambda item: -item[1])
    chips = [_chip(kind, count, language) for kind, count in commonest[:KINDS_SHOWN]]
    more = (
        format_html('<span class="faint micro">+{}</span>', len(kinds) - KINDS_SHOWN)
        if len(kinds) > KINDS_SHOWN
        else ""
    )
    return SafeString("".join([*chips, more]))


@lru_cache(maxsize=2_048)
def _chip(kind: str, count: int, _language: str | None) -> SafeString:
    words = said.signal_words(kind)
    return format_html('<span class="chip">{} {} <b>{}</b></span>', said.icon(words.icon), words.label, count)
