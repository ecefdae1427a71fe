"""Accounts: which customers have somebody who would speak for us?"""

from dataclasses import replace
from functools import lru_cache
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from goodword.doors.web.account_listing import ORDERS, PEOPLE, Chosen, list_accounts
from goodword.doors.web.account_rows import rows_of
from goodword.doors.web.kept import kept_views
from goodword.doors.web.policies import may, policy, principal_in
from goodword.doors.web.wording import counted, sentences
from goodword.programme.advocates.models import Generation, Publication
from goodword.programme.advocates.roster import STATUSES
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.wording import STATUS_WORDS
from goodword.programme.team.colleagues import names_by_email
from goodword.programme.team.principal import Principal
from goodword.programme.team.roles import Right

A_PAGE = 25
MINE = "me"
"""What stands in an address for the accounts in the reader's own care."""

TABS = (
    ("", _("All accounts")),
    ("ready", _("Somebody to ask")),
    ("signals", _("With signals")),
    ("silent", _("Nobody yet")),
    ("sponsor_gone", _("Sponsor gone")),
)
SORTS = (
    ("", _("Likeliest people first")),
    ("name", _("By name")),
    ("arr", _("Largest first")),
    ("renews", _("Next to renew first")),
)


class Filter(forms.Form):
    """What the list is narrowed to; anything unknown narrows nothing."""

    q = forms.CharField(required=False, max_length=200)
    people = forms.ChoiceField(required=False, choices=[(word, word) for word in PEOPLE])
    status = forms.ChoiceField(required=False, choices=[(word, word) for word in STATUSES if word])
    segment = forms.CharField(required=False, max_length=200)
    owner = forms.CharField(required=False, max_length=254)
    sort = forms.ChoiceField(required=False, choices=[(sort, sort) for sort in ORDERS])

    def chosen(self) -> Chosen:
        """Return what is valid; the rest is empty."""
        self.is_valid()
        return Chosen(**{name: self.cleaned_data.get(name) or "" for name in self.fields})


def narrowed_to(sight: Sight, generation: Generation, chosen: Chosen) -> Chosen:
    """What was chosen, without what does not exist, and what somebody could read out of the list that they may not see.

    A filter or an order by a number tells that number, one question after the other; so does one by who cares.
    """
    segment = chosen.segment if chosen.segment in generation.counts.get("segments", []) else ""
    owner = chosen.owner if chosen.owner == MINE or sight.contacts else ""
    chosen = replace(chosen, segment=segment, owner=owner)
    if sight.scores:
        return chosen
    return replace(chosen, people=chosen.people if chosen.people == "silent" else "", sort="name")


def in_care_of(principal: Principal, chosen: Chosen) -> Chosen:
    """What was chosen, with the reader's own address where they asked for what is theirs."""
    return replace(chosen, owner=principal.user.email) if chosen.owner == MINE else chosen


@policy(may(Right.SEE_PEOPLE))
def accounts(request: HttpRequest) -> HttpResponse:
    """List accounts, 25 a page."""
    generation = Publication.current()
    if generation is None:
        return render(request, "web/empty.html", {"here": "accounts"})
    principal = principal_in(request)
    sight = Sight.of(principal)
    chosen = narrowed_to(sight, generation, Filter(request.GET).chosen())
    listing = list_accounts(generation, in_care_of(principal, chosen), owner=sight.owner, contacts=sight.contacts)
    page = Paginator(listing.ranks, A_PAGE).get_page(request.GET.get("page"))
    owners = sight.owners(generation)
    names = names_by_email(owners)
    facts = {
        "here": "accounts",
        "generation": generation,
        "sight": sight,
        "lede": _lede(list_accounts(generation, Chosen(), owner=sight.owner).sizes, sight),
        "page": page,
        "rows": rows_of(sight, generation, [int(rank) for rank in page.object_list], names),
        "chosen": chosen,
        "narrowed": chosen != Chosen(people=chosen.people, sort=chosen.sort),
        "tabs": _tabs(listing.sizes, chosen, sight),
        "sorts": SORTS if sight.scores else [one for one in SORTS if one[0] == "name"],
        "sort": chosen.sort or "likely",
        "statuses": [(word, STATUS_WORDS[word]) for word in STATUSES if word],
        "segments": generation.counts.get("segments", []),
        "owners": "" if sight.owner else _owners_offered(owners, names, chosen.owner),
        **kept_views(request, "accounts", Filter.base_fields),
    }
    return render(request, "web/accounts.html", facts)


def _owners_offered(emails: list[str], names: dict[str, str], chosen: str) -> SafeString:
    """Whose accounts the list may be narrowed to, beside one's own, as the options of a choice."""
    offered = sorted(((email, names.get(email, email)) for email in emails), key=lambda one: one[1].casefold())
    return _options(tuple(offered), chosen)


@lru_cache(maxsize=16)
def _options(offered: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    """Two hundred options, written once and not with every page."""
    marked = ((email, " selected" if email == chosen else "", name) for email, name in offered)
    return format_html_join("", '<option value="{}"{}>{}</option>', marked)


def _tabs(sizes: dict[str, int], chosen: Chosen, sight: Sight) -> list[dict[str, Any]]:
    return [
        {"people": word, "label": label, "count": sizes[word], "current": chosen.people == word}
        for word, label in TABS
        if sight.scores or word in {"", "silent"}
    ]


def _lede(sizes: dict[str, int], sight: Sight) -> str:
    if not sizes[""]:
        return gettext("No account is here yet. Load the accounts of your CRM to see whose people would speak.")
    told = [counted("There is %(count)s account.", "There are %(count)s accounts.", sizes[""])]
    if sight.scores:
        told.append(
            counted(
                "At %(count)s of them somebody could be asked today.",
                "At %(count)s of them somebody could be asked today.",
                sizes["ready"],
            )
        )
    return sentences(told)
