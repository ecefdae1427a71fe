"""Who left each account, and who came to it, as the ledger of employment says."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from goodword.programme.advocates.publishing.grouping import Wholes, nth
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.advocates.publishing.spells import CALLED, HOST, PLACE
from goodword.programme.columns import Array, array, column, json_plain, pc

type Flags = npt.NDArray[np.bool_]

NEWEST = 10
"""How many moves of an account are told one by one."""

_NO_DAY = np.iinfo(np.int32).min
_LAST_DAY = np.iinfo(np.int32).max


@dataclass(frozen=True, slots=True)
class _Days:
    """Days since 1970, _NO_DAY where they are not known: the day, else the first and the last that it may be."""

    on: Wholes
    not_before: Wholes
    not_after: Wholes

    def take(self, rows: Wholes) -> "_Days":
        return _Days(self.on[rows], self.not_before[rows], self.not_after[rows])

    @property
    def latest(self) -> Wholes:
        """What to sort by: the last day it may be, else the first."""
        return np.where(self.not_after != _NO_DAY, self.not_after, self.not_before)


@dataclass(frozen=True, slots=True)
class _Told:
    """Moves: whether somebody left, of which account it is told, whose it is, their other spell (or -1), when."""

    left: Flags
    account: Wholes
    person: Wholes
    other: Wholes
    days: _Days

    def take(self, rows: Wholes) -> "_Told":
        return _Told(self.left[rows], self.account[rows], self.person[rows], self.other[rows], self.days.take(rows))


def moves_by_account(sheet: Sheet, order: Wholes) -> list[str]:
    """Return for each account as JSON who left it and who came, the newest first.

    Each is {"left": n, "came": n, "newest": [{"way", "person_id", "on", "not_before", "not_after", "company", "host",
    "account_id"}]}; `on` is the day where it is certain. `company`, `host` and `account_id` tell where they went or
    came from, empty where that is not known.

    Args:
        sheet: everything about everybody.
        order: where the accounts stand in the sheet, in the order wanted.
    """
    rank = np.full(len(order) + 1, -1, dtype=np.int64)  # the last for those without an account: place -1
    rank[order] = np.arange(len(order))
    account = rank[_wholes(column(sheet.spells.table, PLACE))]
    before, after = (_places(sheet, name) for name in ("from_spell_id", "to_spell_id"))
    told = (_left(sheet, account, before, after), *_came(sheet, account, before, after))
    return _written(sheet, order, _joined(*told))


def _came(sheet: Sheet, account: Wholes, before: Wholes, after: Wholes) -> list[_Told]:
    """Who came to which account from another company."""
    rows = np.flatnonzero((after >= 0) & (account[after] >= 0)) if len(account) else np.zeros(0, dtype=np.int64)
    moves = sheet.moves.take(array(rows))
    exact = ~column(moves, "approximate").fill_null(fill_value=True).to_numpy(zero_copy_only=False)
    late = _day(moves, "moved_not_after")
    days = _Days(np.where(exact, late, _NO_DAY), _day(moves, "moved_not_before"), late)
    here = after[rows]
    return [_Told(np.zeros(len(rows), np.bool_), account[here], sheet.spells.person[here], before[rows], days)]


def _left(sheet: Sheet, account: Wholes, before: Wholes, after: Wholes) -> _Told:
    """Who left which account, of whom the ledger knows that they did: for another company, or nobody knows where."""
    spells = sheet.spells
    ended = _Days(*(_day(spells.table, f"ended_{name}") for name in ("on", "not_before", "not_after")))
    gone = (account >= 0) & (ended.latest != _NO_DAY)
    known = (before >= 0) & (after >= 0)
    moved = np.flatnonzero(known & gone[before]) if len(gone) else np.zeros(0, dtype=np.int64)
    alone = np.flatnonzero(gone & _last_there(sheet) & ~_moved_since(sheet, before[known], known))
    rows = np.concatenate([before[moved], alone])
    other = np.concatenate([after[moved], np.full(len(alone), -1)])
    return _Told(np.ones(len(rows), np.bool_), account[rows], spells.person[rows], other, ended.take(rows))


def _last_there(sheet: Sheet) -> Flags:
    """Which spells are the last of somebody at a company; those of a person stand the latest first."""
    place = _place_of_work(sheet)
    first = np.unique(place, return_index=True)[1]
    last = np.zeros(len(place), dtype=np.bool_)
    last[first] = True
    return last & (place >= 0)


def _moved_since(sheet: Sheet, before: Wholes, known: Flags) -> Flags:
    """Which spells began no later than a move away from their company."""
    place = _place_of_work(sheet)
    when = _day(sheet.moves, "moved_not_after")[known]
    places, at = np.unique(place[before], return_inverse=True)
    newest = np.full(len(places), _NO_DAY, dtype=np.int64)
    np.maximum.at(newest, at, np.where(when == _NO_DAY, _LAST_DAY, when))
    found = np.searchsorted(places, place)
    there = np.minimum(found, len(places) - 1)
    moved = (places[there] == place) if len(places) else np.zeros(len(place), dtype=np.bool_)
    began = _day(sheet.spells.table, "started_not_after")
    return moved & (newest[there] >= began) if len(places) else moved


def _place_of_work(sheet: Sheet) -> Wholes:
    """A number for each person at each company; -1 where the company is none."""
    company = column(sheet.spells.table, "company_id").dictionary_encode()
    number = _wholes(company.indices.fill_null(-1))
    return np.where(number >= 0, sheet.spells.person * (len(company.dictionary) + 1) + number, -1)


def _places(sheet: Sheet, name: str) -> Wholes:
    """Where the spell of each move stands; -1 where its person is not published."""
    spells = column(sheet.spells.table, "spell_id")
    return _wholes(pc.index_in(column(sheet.moves, name), value_set=spells, skip_nulls=True).fill_null(-1))


def _joined(*some: _Told) -> _Told:
    """Moves of all kinds, those of an account together, the newest first; what has no day is last."""
    days = _Days(*(np.concatenate([getattr(one.days, name) for one in some]) for name in _Days.__slots__))
    left, account, person, other = (
        np.concatenate([getattr(one, name) for one in some]) for name in _Told.__slots__ if name != "days"
    )
    told = _Told(left, account, person, other, days)
    return told.take(np.lexsort((left, person, -days.latest, account)))


def _written(sheet: Sheet, order: Wholes, moves: _Told) -> list[str]:
    total = len(order)
    left = np.bincount(moves.account[moves.left], minlength=total).tolist()
    came = np.bincount(moves.account[~moves.left], minlength=total).tolist()
    newest = moves.take(np.flatnonzero(nth(moves.account) < NEWEST))
    other = sheet.spells.table.take(array(newest.other, but=newest.other < 0))
    place = column(other, PLACE).fill_null(-1)
    ids = column(sheet.accounts, "account_id").take(pc.if_else(pc.less(place, 0), None, place))
    columns = {
        "way": np.where(newest.left, "left", "came").tolist(),
        "person_id": sheet.person_ids.take(array(newest.person)).to_pylist(),
        **{name: _days_written(getattr(newest.days, name)) for name in _Days.__slots__},
        **{
            name: values.fill_null("").to_pylist()
            for name, values in (("company", column(other, CALLED)), ("host", column(other, HOST)), ("account_id", ids))
        },
    }
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    ends = np.searchsorted(newest.account, np.arange(total + 1)).tolist()
    return [
        json_plain({"left": left[place], "came": came[place], "newest": rows[ends[place] : ends[place + 1]]})
        for place in range(total)
    ]


def _day(rows: pa.Table, name: str) -> Wholes:
    return _wholes(column(rows, name).cast(pa.int32()).fill_null(_NO_DAY))


def _days_written(days: Wholes) -> list[str | None]:
    told = pa.array(days.astype(np.int32), mask=days == _NO_DAY).cast(pa.date32()).cast(pa.string())
    return list(told.to_pylist())


def _wholes(values: Array) -> "np.ndarray[Any, np.dtype[np.int64]]":
    return np.asarray(values.to_numpy(zero_copy_only=False), dtype=np.int64)
