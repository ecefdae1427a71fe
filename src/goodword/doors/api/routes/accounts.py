"""Accounts: lists of them, and what their people said and did."""

from dataclasses import asdict
from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Field, Query, Schema

from goodword.doors.api.account_shapes import AccountDetail, Accounts
from goodword.doors.api.account_telling import account_in_full, account_told
from goodword.doors.api.cursors import cursor_to, place_in
from goodword.doors.api.operations import Operations
from goodword.doors.api.routes.seeing import PAGE_DEFAULT, PAGE_LIMIT, published, sight_of
from goodword.doors.api.shapes import People
from goodword.doors.api.telling import person_told
from goodword.doors.api.words import OneOf, Text
from goodword.doors.web.account_listing import ORDERS, PEOPLE, Chosen, list_accounts, people_of
from goodword.doors.web.policies import may, principal_in
from goodword.doors.web.views.account.told import told_of
from goodword.doors.web.views.accounts import in_care_of, narrowed_to
from goodword.kit.errors import GoodwordError
from goodword.programme.advocates.models import STATES, Generation, ListedAccount
from goodword.programme.advocates.roster import STATUSES
from goodword.programme.advocates.sight import Sight
from goodword.programme.team.roles import Right

accounts = Operations("accounts")

_WITHOUT_NUMBER = frozenset({"", "resting", "silent"})

PeopleWord = Annotated[str, OneOf(["", *PEOPLE])]
StatusWord = Annotated[str, OneOf(STATUSES)]
SortWord = Annotated[str, OneOf(["", *ORDERS])]
StateWord = Annotated[str, OneOf(["", *STATES])]


class AccountFilter(Schema):
    """What the list is narrowed to; empty means all accounts."""

    q: Text = Field("", max_length=200, description="Words of a name, an id, or a domain where you see contacts.")
    people: PeopleWord = Field(
        "",
        description="ready: somebody may be asked; signals: somebody gave one; silent: nobody did anything yet; "
        "sponsor_gone: somebody who paid, decided or spoke for us has left.",
    )
    status: StatusWord = Field("", description="Where the relation stands.")
    segment: Text = Field("", max_length=200, description="As the accounts name it; one that none has finds none.")
    owner: Text = Field("", max_length=254, description="Who cares for it; `me` for the accounts in your own care.")
    sort: SortWord = Field(
        "", description="likely, name, arr or renews; likeliest people first if empty, by name without see_scores."
    )
    limit: int = Field(PAGE_DEFAULT, ge=1, le=PAGE_LIMIT)
    cursor: Text = Field("", max_length=500)


class PeopleOfAccount(Schema):
    """Which people of the account."""

    state: StateWord = Field("", description="Where they stand; empty for everybody.")
    limit: int = Field(PAGE_DEFAULT, ge=1, le=PAGE_LIMIT)
    cursor: Text = Field("", max_length=500)


@accounts.operation("GET", "/accounts", may(Right.SEE_PEOPLE), Accounts)
def list_accounts_page(request: HttpRequest, narrowed: Query[AccountFilter]) -> Accounts:
    """Accounts as the page lists them, in pages that stay as they are until the findings are published anew."""
    sight, generation = sight_of(request), published()
    chosen = in_care_of(principal_in(request), _chosen(narrowed, sight, generation))
    of = {"list": "accounts", "owner": sight.owner, "chosen": asdict(chosen)}
    start = place_in(narrowed.cursor, of, edition=generation.number)
    ranks = list_accounts(generation, chosen, owner=sight.owner, contacts=sight.contacts).ranks
    wanted = [int(rank) for rank in ranks[start : start + narrowed.limit]]
    found = {row.rank: row for row in sight.accounts(generation).filter(rank__in=wanted)}
    end = start + len(wanted)
    return Accounts(
        generation=generation.number,
        as_of=generation.as_of,
        count=len(ranks),
        items=[account_told(found[rank], sight) for rank in wanted if rank in found],
        next_cursor=cursor_to(end, of, edition=generation.number) if wanted and end < len(ranks) else None,
    )


@accounts.operation("GET", "/accounts/{account_id}", may(Right.SEE_PEOPLE), AccountDetail)
def get_account(request: HttpRequest, account_id: str) -> AccountDetail:
    """One account."""
    row, sight = seen_account(request, account_id), sight_of(request)
    return account_in_full(row, sight, told_of(sight, row.generation, sight.account(row)))


@accounts.operation("GET", "/accounts/{account_id}/people", may(Right.SEE_PEOPLE), People)
def list_account_people(request: HttpRequest, account_id: str, narrowed: Query[PeopleOfAccount]) -> People:
    """The people of one account, the likeliest first; by name without see_scores."""
    row, sight = seen_account(request, account_id), sight_of(request)
    if not sight.scores and narrowed.state not in _WITHOUT_NUMBER:
        raise _forbidden(["state"])
    generation = row.generation
    of = {"list": "people of", "account": row.account_id, "state": narrowed.state, "scores": sight.scores}
    start = place_in(narrowed.cursor, of, edition=generation.number)
    places = people_of(generation, row.rank, state=narrowed.state, by_name=not sight.scores)
    wanted = [int(place) for place in places[start : start + narrowed.limit]]
    found = {one.rank: one for one in sight.people(generation).filter(rank__in=wanted)}
    end = start + len(wanted)
    return People(
        generation=generation.number,
        as_of=generation.as_of,
        count=len(places),
        cut=False,
        items=[person_told(found[place], sight) for place in wanted if place in found],
        next_cursor=cursor_to(end, of, edition=generation.number) if wanted and end < len(places) else None,
    )


def seen_account(request: HttpRequest, account_id: str) -> ListedAccount:
    """An account that the caller sees, as it is; `Sight` still decides what of it.

    Raises:
        Http404: there is none like that, or not for this caller.
    """
    generation = published()
    found = sight_of(request).accounts(generation).filter(account_id=account_id).first()
    if found is None:
        raise Http404
    found.generation = generation
    return found


def _chosen(narrowed: AccountFilter, sight: Sight, generation: Generation) -> Chosen:
    """What the list is narrowed to.

    Raises:
        GoodwordError: a filter would tell, one question after the other, what the caller may not see.
    """
    names = ("q", "people", "status", "segment", "owner", "sort")
    asked = Chosen(**{name: getattr(narrowed, name) for name in names})
    allowed = narrowed_to(sight, generation, asked)
    refused = [name for name in names if getattr(asked, name) and getattr(asked, name) != getattr(allowed, name)]
    if refused and refused != ["segment"]:
        raise _forbidden([name for name in refused if name != "segment"])
    # A segment that no account has narrows the page's list to nothing less; a program is told that nothing fits.
    return Chosen(**asdict(allowed) | {"segment": asked.segment})


def _forbidden(names: list[str]) -> GoodwordError:
    return GoodwordError(
        "filter-forbidden",
        f"This token may not filter or sort like that: {', '.join(names)}.",
        "Leave it out, or use a token with the rights see_scores and see_contacts.",
    )
