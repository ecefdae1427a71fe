"""The roster: who has which place in which order, as arrays that answer any filter at once.

A place is that of a person in the list by likelihood, 0 first; people of one state stand together there, in the order
of STATES. The arrays of a generation:

    kinds        by place, the bits of the kinds of their signals
    owner        by place, the number of who cares for their account (`Portfolio.number`); -1 for nobody
    name, fresh  places, in the order of names, and with the newest signal first
    act:<kind>   places, in the order of the likelihood of that kind of act; states stand together here too
    account      by place, the place of their account; -1 where it is not known
    members      places of those whose account is known, by account, then by place
    spoke        places of those who said something good last, by account, the newest words first

An account's place is its rank, `ListedAccount.rank`. By that, or in orders of it:

    account:status, account:segment         numbers in STATUSES and in the generation's segments
    account:people                          bits: ACCOUNT_READY, ACCOUNT_SIGNALS, ACCOUNT_SILENT, ACCOUNT_RISK
    account:name, account:arr, account:renews   places, in the orders of the list

What was said, a row a theme of a remark and one of each remark without a theme, by the place of who said it:

    said:person, said:remark    their place; the remark, the same number for each of its themes, a person's newest first
    said:theme, said:side       numbers in the generation's themes (-1 for none) and in SIDES
    said:day                    days since 1970; NO_DAY where it is not known

They are read once a process and kept while that generation is read. Who was relisted since, relisted.py says.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.programme.advocates.models import STATES, Generation, ListedAccount, Portfolio, RosterPart
from goodword.programme.advocates.relisted import arranged, laid_out, relisted_in

type Places = npt.NDArray[np.int32]
type Mask = npt.NDArray[np.bool_]

PART_BYTES = 1 << 20
KEPT_ARRAYS = 64
"""How many arrays a process keeps: those of one generation and some of the one before."""

BYTES, WHOLES = "u1", "<i4"
NOBODY = NOWHERE = -1

STATUSES = ("", "active", "churned", "prospect")
NO_SEGMENT = 255
ACCOUNT_READY, ACCOUNT_SIGNALS, ACCOUNT_SILENT, ACCOUNT_RISK = 1, 2, 4, 8
"""Somebody of an account may be asked; somebody gave a signal; nobody of them is anything but silent; it is at risk."""


SIDES = {"praise": 0, "win": 0, "complaint": 1, "wish": 2}
"""On which side a kind of remark is: good words, complaints, wishes."""

NO_DAY = -(2**31)


def act_array(act_kind: str) -> str:
    """Return what the array of an act kind is called."""
    return f"act:{act_kind}"


ARRAYS: dict[str, str] = {
    "kinds": BYTES,
    **dict.fromkeys(("owner", "name", "fresh", *(act_array(kind) for kind in ACT_KINDS)), WHOLES),
    **dict.fromkeys(("account", "members", "spoke"), WHOLES),
    **dict.fromkeys(("account:status", "account:segment", "account:people"), BYTES),
    **dict.fromkeys(("account:name", "account:arr", "account:renews"), WHOLES),
    **dict.fromkeys(("said:person", "said:remark", "said:theme", "said:day"), WHOLES),
    "said:side": BYTES,
}
"""The arrays by name, with the type of their numbers."""


def in_states(generation: Generation, act: str = "") -> tuple[Places, dict[str, int]]:
    """Return the places in the order of the list, or of an act, and how many stand in each state, one after the other.

    Whoever was relisted since the generation was published stands last in their state.
    """
    sizes, relisted = laid_out(generation, act), relisted_in(generation)
    order: Places = read_array(generation, act_array(act)) if act else _in_line(len(read_array(generation, "kinds")))
    return arranged(order, sizes, relisted, act=act, states=STATES) if relisted else (order, sizes)


def kinds_now(generation: Generation) -> "npt.NDArray[np.uint8]":
    """Return by place the bits of the kinds of their signals, with those that came since it was published."""
    bits: npt.NDArray[np.uint8] = read_array(generation, "kinds")
    relisted = [one for one in relisted_in(generation) if one.bits]
    if relisted:
        bits = bits.copy()
        for one in relisted:
            bits[one.place] |= one.bits
    return bits


def read_array(generation: Generation, name: str) -> "npt.NDArray[Any]":
    """Return an array of a published generation; it cannot be written to."""
    return _read(generation.number, edition(generation), name)


def standing(generation: Generation, name: str) -> Places:
    """Return by place where somebody stands in an order of the roster (`name`, `fresh`, that of an act) or NOWHERE."""
    return _standing(generation.number, edition(generation), name)


def of_account(generation: Generation, name: str, account: int) -> Places:
    """Return the places in `members` or `spoke` of the people of the account at a place, as that array orders them."""
    ends = _ends(generation.number, edition(generation), name)
    if account >= len(ends):
        return np.zeros(0, dtype=WHOLES)
    people: Places = read_array(generation, name)[ends[account - 1] if account else 0 : ends[account]]
    return people


def owner_number(generation: Generation, owner: str) -> int:
    """Return what stands for an owner in the roster; a number nobody has where they care for no account."""
    found = Portfolio.objects.of(generation.number).filter(owner_email=owner.strip().lower())
    number = found.values_list("number", flat=True).first()
    return NOBODY - 1 if number is None else number


def cared_for_by(generation: Generation, owner: str) -> Mask | None:
    """Return by place whom an owner cares for; None where `owner` is empty: everybody."""
    if not owner:
        return None
    mine: Mask = read_array(generation, "owner") == owner_number(generation, owner)
    return mine


def accounts_cared_for_by(generation: Generation, owner: str) -> Mask | None:
    """Return by rank which accounts an owner cares for; None where `owner` is empty: all of them."""
    if not owner:
        return None
    mine: Mask = np.zeros(int(generation.counts["accounts"]), dtype=np.bool_)
    mine[list(ListedAccount.objects.of(generation.number).cared_for_by(owner).values_list("rank", flat=True))] = True
    return mine


def counts_for(generation: Generation, owner: str) -> dict[str, Any]:
    """Return the counts of the accounts an owner cares for, in the shape of `Generation.counts`; of all if empty."""
    if not owner:
        return dict(generation.counts)
    found = Portfolio.objects.of(generation.number).filter(owner_email=owner.strip().lower())
    told = found.values_list("counts", flat=True).first()
    return dict(told) if told else _none_of(generation.counts)


def _none_of(told: dict[str, Any]) -> dict[str, Any]:
    """The same shape with nothing in it."""
    return {
        name: _none_of(value) if isinstance(value, dict) else [] if isinstance(value, list) else 0
        for name, value in told.items()
    }


def _in_line(people: int) -> Places:
    return np.arange(people, dtype=WHOLES)


def parts_of(values: "npt.NDArray[Any]", dtype: str) -> Iterator[bytes]:
    """Return an array as the bytes of its parts."""
    content = np.ascontiguousarray(values, dtype=dtype).tobytes()
    for low in range(0, len(content), PART_BYTES):
        yield content[low : low + PART_BYTES]


def edition(generation: Generation) -> str:
    """What tells a generation from another one that had its number, as after a restored backup."""
    return f"{generation.fingerprint} {generation.published_at}"


@lru_cache(maxsize=KEPT_ARRAYS)
def _read(number: int, _edition: str, name: str) -> "npt.NDArray[Any]":
    parts = RosterPart.objects.of(number).filter(name=name).order_by("place").values_list("content", flat=True)
    return np.frombuffer(b"".join(bytes(part) for part in parts), dtype=ARRAYS[name])


@lru_cache(maxsize=KEPT_ARRAYS)
def _standing(number: int, edition: str, name: str) -> Places:
    order, everybody = _read(number, edition, name), _read(number, edition, "kinds")
    found: Places = np.full(len(everybody), NOWHERE, dtype=WHOLES)
    found[order] = np.arange(len(order), dtype=WHOLES)
    return found


@lru_cache(maxsize=KEPT_ARRAYS)
def _ends(number: int, edition: str, name: str) -> Places:
    """Return where the people of each account end in an array that is sorted by account."""
    accounts = _read(number, edition, "account")[_read(number, edition, name)]
    found: Places = np.cumsum(np.bincount(accounts)).astype(WHOLES)
    return found
