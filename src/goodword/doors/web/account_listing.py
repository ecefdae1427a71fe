"""Which accounts are on the list, and in which order: the roster answers, the database tells which those are."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from goodword.doors.web.listing import stretch
from goodword.programme.advocates.models import Generation
from goodword.programme.advocates.relisted import relisted_accounts
from goodword.programme.advocates.roster import (
    ACCOUNT_READY,
    ACCOUNT_RISK,
    ACCOUNT_SIGNALS,
    ACCOUNT_SILENT,
    STATUSES,
    Mask,
    Places,
    accounts_cared_for_by,
    in_states,
    of_account,
    read_array,
    standing,
)
from goodword.programme.advocates.search.engine import accounts_matching

ORDERS = {"likely": "", "name": "account:name", "arr": "account:arr", "renews": "account:renews"}
"""By order, the array it stands in; by the likeliest of their people is the order of ranks itself."""

PEOPLE = {"ready": ACCOUNT_READY, "signals": ACCOUNT_SIGNALS, "silent": ACCOUNT_SILENT, "sponsor_gone": ACCOUNT_RISK}
"""What there is to say of their people: somebody may be asked, somebody gave a signal, nobody did anything yet, and
somebody who mattered has left."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to; empty means everything.

    Attributes:
        q: words of a name, an id or a domain.
        people: a key of PEOPLE.
        status: one of STATUSES.
        segment: a segment of the generation.
        owner: who cares for them.
        sort: a key of ORDERS; empty means those of the likeliest people first.
    """

    q: str = ""
    people: str = ""
    status: str = ""
    segment: str = ""
    owner: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Accounts of a list.

    Attributes:
        ranks: theirs, in the order of the list.
        sizes: how many there would be with each choice of `people`, and with none ("").
    """

    ranks: "Places | range"
    sizes: dict[str, int]


def list_accounts(generation: Generation, chosen: Chosen, *, owner: str = "", contacts: bool = True) -> Listing:
    """Return which accounts fit, sorted.

    Args:
        generation: which is published.
        chosen: what the list is narrowed to.
        owner: only accounts this colleague cares for; empty for all.
        contacts: whether `chosen.q` may find one by its domain.
    """
    mask: Mask | None = None
    for whose in (owner, chosen.owner):
        theirs = accounts_cared_for_by(generation, whose)
        mask = mask if theirs is None else _both(mask, theirs)
    if chosen.status:
        mask = _both(mask, _column(generation, "account:status") == STATUSES.index(chosen.status))
    if chosen.segment:
        mask = _both(mask, _column(generation, "account:segment") == _segment(generation, chosen.segment))
    if chosen.q.strip():
        mask = accounts_matching(generation, chosen.q, within=mask, contacts=contacts)
    flags = _flags(generation)
    sizes = {word: int(np.count_nonzero(_both(mask, (flags & bit) > 0))) for word, bit in PEOPLE.items()}
    sizes[""] = len(flags) if mask is None else int(np.count_nonzero(mask))
    if chosen.people:
        mask = _both(mask, (flags & PEOPLE[chosen.people]) > 0)
    return Listing(_in_order(generation, chosen.sort, mask), sizes)


def _in_order(generation: Generation, sort: str, mask: Mask | None) -> "Places | range":
    name = ORDERS.get(sort, "")
    if not name:
        return range(generation.counts["accounts"]) if mask is None else np.flatnonzero(mask).astype(np.int32)
    order: Places = _column(generation, name)
    return order if mask is None else order[mask[order]]


def _column(generation: Generation, name: str) -> "npt.NDArray[Any]":
    """An array about accounts; what was published before accounts had pages says nothing, in the order of ranks."""
    found, total = read_array(generation, name), int(generation.counts["accounts"])
    if len(found) == total:
        return found
    return np.arange(total, dtype=np.int32) if name in ORDERS.values() else np.zeros(total, dtype=np.uint8)


def _flags(generation: Generation) -> "npt.NDArray[np.uint8]":
    """By rank what is so of the people of each account, with what came since it was published."""
    flags: npt.NDArray[np.uint8] = _column(generation, "account:people")
    relisted = relisted_accounts(generation)
    if relisted:
        flags = flags.copy()
        for rank, told in relisted.items():
            flags[rank] = told
    return flags


def _segment(generation: Generation, name: str) -> int:
    """The number of a segment; one that no account has where there is no such segment."""
    names: list[str] = generation.counts.get("segments", [])
    return names.index(name) if name in names else -1


def _both(one: Mask | None, other: Mask) -> Mask:
    return other if one is None else one & other


def people_of(generation: Generation, rank: int, *, state: str = "", by_name: bool = False) -> Places:
    """Return the places of an account's people.

    Args:
        generation: which is published.
        rank: of the account.
        state: where they stand; empty for everybody.
        by_name: in the order of names instead of the likeliest first.
    """
    places = of_account(generation, "members", rank)
    if state:
        order, sizes = in_states(generation)
        low, high = stretch(sizes, state)
        places = places[np.isin(places, order[low:high])]
    return places[np.argsort(standing(generation, "name")[places])] if by_name else places
