"""Rows of the list of accounts, said here once so that the template has only to set them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from goodword.doors.web import said, wording
from goodword.doors.web.person_rows import best_of
from goodword.programme.advocates.likeliest import likeliest_of
from goodword.programme.advocates.models import Generation, ListedAccount, ListedPerson
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.wording import STATUS_WORDS
from goodword.programme.people.names import initials
from goodword.programme.team.colleagues import names_by_email

KINDS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account of the list, in words.

    Attributes:
        line: its industry and segment.
        status: where the relation stands, where that is not simply active.
        likely: the number of the likeliest of its people, drawn with its range; empty where nobody is to be shown.
        likeliest: what to call them.
        people: how many of its people could be asked, and how many there are.
        resting: how many of them rest; empty where nobody does.
        kinds: words, icon and number of the commonest kinds of signals.
        more: how many further kinds there are.
        owner: who cares for it.
    """

    url: str
    called: str
    hue: str
    initials: str
    line: str
    status: str | Promise
    likely: SafeString
    likeliest: str
    likeliest_url: str
    people: str
    resting: str
    kinds: list[tuple[str | Promise, str, int]]
    more: int
    arr: str
    renews: str
    owner: str


def rows_of(sight: Sight, generation: Generation, ranks: Sequence[int]) -> list[AccountRow]:
    """Return the accounts of these ranks, in this order; four queries at most."""
    seen = {row.rank: sight.account(row) for row in sight.accounts(generation).filter(rank__in=ranks).defer("moves")}
    first = likeliest_of(sight, generation, ranks) if sight.scores else {}
    names = names_by_email({row.owner_email for row in seen.values() if row.owner_email})
    return [_row(seen[rank], first.get(rank), names, generation.as_of) for rank in ranks if rank in seen]


def _row(row: ListedAccount, likeliest: ListedPerson | None, names: dict[str, str], today: date) -> AccountRow:
    kinds = sorted(row.kinds.items(), key=lambda item: -item[1])
    words = [(said.signal_words(kind), count) for kind, count in kinds[:KINDS_SHOWN]]
    return AccountRow(
        url=reverse("account", args=[row.account_id]),
        called=str(row),
        hue=said.hue(str(row)),
        initials=initials(str(row)),
        line=", ".join(part for part in (row.industry, row.segment) if part),
        status=STATUS_WORDS.get(row.status, "") if row.status != "active" else "",
        likely=said.likely(best_of(likeliest)) if likeliest else SafeString(""),
        likeliest=likeliest.called if likeliest else "",
        likeliest_url=reverse("person", args=[likeliest.person_id]) if likeliest else "",
        people=people_told(row),
        resting=_resting(row),
        kinds=[(word.label, word.icon, count) for word, count in words],
        more=max(0, len(kinds) - KINDS_SHOWN),
        arr=wording.money(row.arr, row.currency),
        renews=wording.day(row.renews_on, today),
        owner=names.get(row.owner_email, row.owner_email),
    )


def people_told(row: ListedAccount) -> str:
    """Say how many people an account has, and how many of them could be asked where that may be seen."""
    told = ngettext("%(count)s person", "%(count)s people", row.people) % {"count": wording.grouped(f"{row.people:,}")}
    if "ready" not in row.states or not row.people:
        return told
    return gettext("%(ready)s of %(people)s") % {"ready": row.states["ready"], "people": told}


def _resting(row: ListedAccount) -> str:
    resting = row.states.get("resting", 0)
    return ngettext("%(count)s rests", "%(count)s rest", resting) % {"count": resting} if resting else ""
