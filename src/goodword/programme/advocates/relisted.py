"""Who stands elsewhere than a generation was laid out: those about whom something arrived since it was published.

Arrays of the roster, and how many stand in each state there, stay as they were laid out, for postings and arrays speak
of places. The few who were relisted are kept beside the counts of the generation; every list is put together from both.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from goodword.programme.advocates.models import Generation
    from goodword.programme.advocates.roster import Places

RELISTED, ACCOUNTS, LAID_OUT = "moved", "moved_accounts", "laid_out"
"""What the counts of a generation have of it: the people, the accounts by rank, and the sizes before."""


@dataclass(frozen=True, slots=True)
class Relisted:
    """Somebody who was relisted.

    Attributes:
        place: theirs.
        state: where they stand now.
        acts: the kinds of acts for which they rest now.
        bits: the kinds of the signals that they gave since.
        fresh: whether a signal of theirs is newer than all that were published.
    """

    place: int
    state: str
    acts: tuple[str, ...]
    bits: int
    fresh: bool

    def state_for(self, act: str) -> str | None:
        """Where they stand now, for a kind of act or on the list itself; None where that is where they stood."""
        if not act:
            return self.state
        return "resting" if act in self.acts else None


def relisted_in(generation: "Generation") -> list[Relisted]:
    """Return who was relisted, the latest last."""
    return [Relisted(**{**row, "acts": tuple(row["acts"])}) for row in generation.counts.get(RELISTED, ())]


def relisted_accounts(generation: "Generation") -> dict[int, int]:
    """Return the accounts of those who were relisted: rank -> what is so of their people, as in `account:people`."""
    return {int(rank): int(flags) for rank, flags in generation.counts.get(ACCOUNTS, {}).items()}


def laid_out(generation: "Generation", act: str) -> dict[str, int]:
    """Return how many stood in each state when the arrays were laid out, for a kind of act or on the list itself."""
    told: dict[str, Any] = generation.counts.get(LAID_OUT, generation.counts)
    return dict(told["acts"][act] if act else told["states"])


def arranged(
    order: "Places", sizes: dict[str, int], relisted: list[Relisted], *, act: str, states: tuple[str, ...]
) -> tuple["Places", dict[str, int]]:
    """Return an order in which people of one state stand together again, and how many each state has now.

    Args:
        order: places as they were laid out.
        sizes: how many stand in each state there.
        relisted: who was relisted; they come last in their new state.
        act: the kind of act of the order; empty for the list itself.
        states: in their order.
    """
    now = {one.place: state for one in relisted if (state := one.state_for(act)) is not None}
    gone = np.isin(order, list(now))
    joining = order[gone]
    blocks, counted, low = [], {}, 0
    for state in (state for state in states if state in sizes):
        high = low + sizes[state]
        stays = order[low:high][~gone[low:high]]
        joins = [place for place in joining.tolist() if now[place] == state]
        blocks += [stays, np.array(joins, dtype=order.dtype)]
        counted[state] = len(stays) + len(joins)
        low = high
    return np.concatenate([*blocks, order[low:]]), counted
