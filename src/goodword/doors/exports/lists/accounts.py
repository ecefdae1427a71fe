"""Accounts as a sheet, each with what its reader may see of it."""

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from goodword.doors.exports.lists.published import PEOPLE_AT_ONCE, list_changed, published_facts
from goodword.doors.exports.sheets import Cells, Sheet, Type
from goodword.programme.advocates.likeliest import likeliest_of
from goodword.programme.advocates.models import STATES, Generation, ListedAccount, ListedPerson
from goodword.programme.advocates.sight import Sight
from goodword.programme.advocates.themes import themes_of_account
from goodword.programme.themes.shaping import shape_now

_ACCOUNT: dict[str, Type] = {
    "account_id": "text",
    "name": "text",
    "industry": "text",
    "segment": "text",
    "country": "text",
    "region": "text",
    "plan": "text",
    "status": "text",
    "employees": "whole",
    "started_on": "day",
    "renews_on": "day",
    "parent_account_id": "text",
    "people": "whole",
}
_CONTACTS: dict[str, Type] = {"owner_email": "text", "domains": "text"}
_WORDS: dict[str, Type] = {"loves": "text"}
_SCORES: dict[str, Type] = {
    "arr": "number",
    "currency": "text",
    "likeliest_person_id": "text",
    "likeliest": "text",
    "act": "text",
    "likelihood": "number",
    "low": "number",
    "high": "number",
}


def accounts_sheet(generation: Generation, sight: Sight, ranks: Iterable[int]) -> Sheet:
    """Accounts in the order of their ranks.

    Args:
        generation: what is published.
        sight: whose export it is.
        ranks: which are on the list.
    """
    # Ready differs from unknown by a likelihood: where that may not be seen, there is one number for both.
    states: dict[str, Type] = {state: "whole" for state in STATES if sight.scores or state != "ready"}
    columns = _ACCOUNT | states | {"signals": "text", "sponsors_gone": "whole"}
    columns |= (_CONTACTS if sight.contacts else {}) | (_WORDS if sight.words else {})
    columns |= _SCORES if sight.scores else {}
    return Sheet.of("accounts", columns, _accounts(generation, sight, ranks), facts=published_facts(generation))


def _accounts(generation: Generation, sight: Sight, ranks: Iterable[int]) -> Iterator[Cells]:
    shape = shape_now()
    for some in batched((int(rank) for rank in ranks), PEOPLE_AT_ONCE):
        rows = sight.accounts(generation).filter(rank__in=some).defer("moves")
        found = {row.rank: sight.account(row) for row in rows}
        first = likeliest_of(sight, generation, some) if sight.scores else {}
        for rank in some:
            if rank not in found:
                raise list_changed()
            yield _account(found[rank], themes_of_account(generation, found[rank], shape)) | _likeliest(first.get(rank))


def _account(seen: ListedAccount, themes: list[dict[str, Any]]) -> Cells:
    return {
        **{name: getattr(seen, name) for name in (*_ACCOUNT, "owner_email", "arr", "currency")},
        **{state: seen.states.get(state) for state in STATES},
        "signals": " ".join(f"{kind}:{count}" for kind, count in seen.kinds.items()),
        "sponsors_gone": len(seen.risks),
        "domains": " ".join(seen.domains),
        "loves": "; ".join(f"{one['theme']}: {one['count']}" for one in themes),
    }


def _likeliest(person: ListedPerson | None) -> Cells:
    return {
        "likeliest_person_id": person.person_id if person else None,
        "likeliest": person.called if person else None,
        "act": person.best_act if person else None,
        "likelihood": person.best_likelihood if person else None,
        "low": person.best_low if person else None,
        "high": person.best_high if person else None,
    }
