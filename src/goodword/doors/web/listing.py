"""Who is on the list, and in which order: the roster answers whatever the filter, the database tells who that is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from goodword.programme.advocates.models import KIND_BITS, STATES, Generation, ListedPerson
from goodword.programme.advocates.relisted import Relisted, relisted_in
from goodword.programme.advocates.roster import (
    Mask,
    Places,
    act_array,
    cared_for_by,
    in_states,
    kinds_now,
    read_array,
    standing,
)
from goodword.programme.advocates.search.engine import people_matching

ORDERS = {"likely": "rank", "name": "name_rank", "fresh": "fresh_rank"}
PEOPLE_AT_ONCE = 2_000
"""How many ids are fetched at a time where somebody walks through a whole list."""
FEW = 8
"""So many times fewer than all of them are few."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the list is narrowed to; empty means everything.

    Attributes:
        q: words of a name, an account or what was said.
        act: a kind of act; the list then shows and sorts by its likelihood, and a state means the state for it.
        kind: a kind of signal.
        state: where people stand.
        sort: a key of ORDERS; empty means by likelihood.
    """

    q: str = ""
    act: str = ""
    kind: str = ""
    state: str = ""
    sort: str = ""

    @property
    def order(self) -> str:
        """The column to sort by."""
        return ORDERS[self.sort or "likely"]


class Ids(Sequence[str]):
    """Ids of people in their order; looked up when they are asked for."""

    def __init__(self, generation: Generation, places: "Places | range") -> None:
        self._generation = generation
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, wanted: int) -> str: ...
    @overload
    def __getitem__(self, wanted: slice) -> list[str]: ...
    def __getitem__(self, wanted: int | slice) -> str | list[str]:
        if isinstance(wanted, slice):
            return self._ids(self._places[wanted])
        return self._ids([self._places[wanted]])[0]

    def __iter__(self) -> Iterator[str]:
        for low in range(0, len(self), PEOPLE_AT_ONCE):
            yield from self[low : low + PEOPLE_AT_ONCE]

    def places(self, start: int, stop: int) -> list[int]:
        """Return where in the list by likelihood those between two positions of this order stand."""
        return [int(place) for place in self._places[start:stop]]

    def _ids(self, places: "Places | range | list[int]") -> list[str]:
        wanted = [int(place) for place in places]
        rows = ListedPerson.objects.within(self._generation).filter(rank__in=wanted)
        found = dict(rows.values_list("rank", "person_id"))
        return [found[place] for place in wanted]


@dataclass(frozen=True, slots=True)
class Listing:
    """Ids of people in their order, and how many they are; `cut` where there may be more matches."""

    ids: Ids
    count: int
    cut: bool = False


def list_people(
    generation: Generation, chosen: Chosen, *, owner: str = "", contacts: bool = True, words: bool = True
) -> Listing:
    """Return who fits, sorted; who they are is asked of the database when the ids are sliced.

    Args:
        generation: which is published.
        chosen: what the list is narrowed to.
        owner: only people of accounts this colleague cares for; empty for everybody.
        contacts: whether `chosen.q` may find somebody by an address.
        words: whether it may find somebody by what they said.
    """
    mask = _mask(generation, chosen, owner=owner, contacts=contacts, words=words)
    places = _in_order(generation, chosen, mask)
    return Listing(Ids(generation, places), len(places))


def _mask(generation: Generation, chosen: Chosen, *, owner: str, contacts: bool, words: bool) -> Mask | None:
    """Return by place who fits, whatever their state; None for everybody."""
    mask = cared_for_by(generation, owner)
    if chosen.kind:
        mask = _both(mask, (kinds_now(generation) & KIND_BITS[chosen.kind]) > 0)
    if chosen.q.strip():
        mask = people_matching(generation, chosen.q, within=mask, contacts=contacts, words=words)
    return mask


def _in_order(generation: Generation, chosen: Chosen, mask: Mask | None) -> "Places | range":
    relisted = relisted_in(generation)
    order, sizes = in_states(generation, chosen.act)
    low, high = stretch(sizes, chosen.state)
    if chosen.order == "rank" and relisted:
        return order[low:high] if mask is None else order[low:high][mask[order[low:high]]]
    if chosen.order == "rank" and chosen.act:
        return _among(generation, act_array(chosen.act), mask, low, high)
    if chosen.order == "rank":
        return range(low, high) if mask is None else (np.flatnonzero(mask[low:high]) + low).astype(np.int32)
    within: Mask = np.zeros(len(read_array(generation, "kinds")), dtype=np.bool_)
    within[order[low:high]] = True
    within = within if mask is None else within & mask
    found = _among(generation, chosen.sort, within)
    return _newest_first(found, within, relisted) if chosen.sort == "fresh" else found


def _newest_first(places: Places, within: Mask, relisted: list[Relisted]) -> Places:
    """The places with those before whose signal came since the order was laid out."""
    newer = np.array([one.place for one in reversed(relisted) if one.fresh and within[one.place]], dtype=places.dtype)
    return np.concatenate([newer, places[~np.isin(places, newer)]]) if len(newer) else places


def _among(generation: Generation, name: str, mask: Mask | None, low: int = 0, high: int | None = None) -> Places:
    """Return the places of an order that fit, in that order, between two of its positions."""
    order: Places = read_array(generation, name)
    between = order[low:high]
    if mask is None:
        return between
    if np.count_nonzero(mask) * FEW > len(between):
        return between[mask[between]]
    # Of a few it is quicker to ask where they stand than to walk through everybody.
    where = standing(generation, name)[mask]
    where = where[(where >= low) & (where < low + len(between))]
    where.sort()
    few: Places = order[where]
    return few


def stretch(sizes: dict[str, int], state: str) -> tuple[int, int]:
    """Return where a state begins and ends, for states stand together; without one, where all but the silent do."""
    named = [name for name in STATES if name in sizes]
    ends = dict(zip(named, np.cumsum([sizes[name] for name in named]).tolist(), strict=True))
    if state:
        end = int(ends.get(state, 0))
        return end - int(sizes.get(state, 0)), end
    return 0, max(int(end) for name, end in ends.items() if name != "silent")


def _both(one: Mask | None, other: Mask) -> Mask:
    return other if one is None else one & other
