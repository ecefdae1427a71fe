"""Who left each account, and who came to it, as the spells of their working life say."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from goodword.programme.advocates.publishing.grouping import Wholes, nth
from goodword.programme.advocates.publishing.listed import company_names
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.columns import array, column, json_plain, pc, texts

type Flags = npt.NDArray[np.bool_]

NEWEST = 10
"""How many moves of an account are told one by one."""

_NO_DAY = np.iinfo(np.int32).min


@dataclass(frozen=True, slots=True)
class _Spells:
    """Spells, those of a person one after the other, the earliest first.

    Attributes:
        person: whose each is.
        account: its account; -1 where it is not known.
        company: a number for each company; spells of one account or one name have the same.
        names: what the company of each is called.
        began, ended: days since 1970; _NO_DAY where they are not known.
    """

    person: Wholes
    account: Wholes
    company: Wholes
    names: Any
    began: Wholes
    ended: Wholes


@dataclass(frozen=True, slots=True)
class _Moves:
    """Moves: whether somebody left, of which account it is told, whose it is, their other spell (or -1), the day."""

    left: Flags
    account: Wholes
    person: Wholes
    other: Wholes
    on: Wholes

    def take(self, rows: "np.ndarray[Any, np.dtype[np.intp]]") -> "_Moves":
        return _Moves(*(getattr(self, name)[rows] for name in self.__slots__))


def moves_by_account(sheet: Sheet, order: Wholes, at: Wholes) -> list[str]:
    """Return for each account as JSON who left it and who came, the newest first.

    Each is {"left": n, "came": n, "newest": [{"way", "person_id", "on", "company", "account_id"}]}; `company` is where
    they went or came from, empty where that is not known; so is `account_id`.

    Args:
        sheet: everything about everybody.
        order: where the accounts stand in the sheet, in the order wanted.
        at: for each person the place of their account in that order.
    """
    spells = _spells(sheet, order)
    left = _left(sheet, spells, at)
    arrived = np.flatnonzero(_moved(spells) & (spells.account >= 0) & (spells.began != _NO_DAY))
    came = _Moves(
        left=np.zeros(len(arrived), dtype=np.bool_),
        account=spells.account[arrived],
        person=spells.person[arrived],
        other=arrived - 1,
        on=spells.began[arrived],
    )
    both = _Moves(*(np.concatenate([getattr(one, name) for one in (left, came)]) for name in _Moves.__slots__))
    return _told(sheet, order, spells, both.take(np.lexsort((both.person, -both.on, both.account))))


def _left(sheet: Sheet, spells: _Spells, at: Wholes) -> _Moves:
    """Who left which account."""
    today = pa.scalar(sheet.as_of).cast(pa.int32()).as_py()
    many = len(spells.person)
    last = np.append(spells.person[1:] != spells.person[:-1], True)[:many]
    stayed = np.append(~_moved(spells)[1:], False)[:many] & ~last
    ended = (spells.ended != _NO_DAY) & (spells.ended <= today)
    gone = np.flatnonzero((spells.account >= 0) & ended & ~stayed)
    noted = np.asarray(column(sheet.persons, "left_on").cast(pa.int32()).fill_null(_NO_DAY).to_numpy())
    # Who left by a note of the source alone, without a spell that says so.
    known = np.isin(np.arange(len(at)) * (len(at) + 1) + at, spells.person[gone] * (len(at) + 1) + spells.account[gone])
    alone = np.flatnonzero((at >= 0) & (noted != _NO_DAY) & (noted <= today) & ~known)
    return _Moves(
        left=np.ones(len(gone) + len(alone), dtype=np.bool_),
        account=np.concatenate([spells.account[gone], at[alone]]),
        person=np.concatenate([spells.person[gone], alone]),
        other=np.concatenate([np.where(last[gone], -1, gone + 1), np.full(len(alone), -1)]),
        on=np.concatenate([spells.ended[gone], noted[alone].astype(np.int64)]),
    )


def _moved(spells: _Spells) -> Flags:
    """Which spells follow one of the same person at another company."""
    moved = np.zeros(len(spells.person), dtype=np.bool_)
    moved[1:] = (spells.person[1:] == spells.person[:-1]) & (spells.company[1:] != spells.company[:-1])
    return moved


def _spells(sheet: Sheet, order: Wholes) -> _Spells:
    rows, person = sheet.employments.table, sheet.employments.person
    names = company_names(sheet, rows)
    named = pc.greater(pc.utf8_length(names).fill_null(0), 0).to_numpy(zero_copy_only=False)
    days = {name: _days(rows, name) for name in ("started_on", "ended_on")}
    kept = np.flatnonzero(named)
    kept = kept[np.lexsort((kept, days["started_on"][kept], person[kept]))]
    company = names.dictionary_encode().indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)[kept]
    # The last row about a spell says what is known of it.
    spell = [person[kept], company, days["started_on"][kept]]
    again = np.all([np.append(one[1:] == one[:-1], False)[: len(kept)] for one in spell], axis=0)
    kept, company = kept[~again], company[~again]
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    at = pc.index_in(column(rows, "account_id"), value_set=column(sheet.accounts, "account_id"), skip_nulls=True)
    account = np.asarray(at.fill_null(-1).to_numpy(zero_copy_only=False), dtype=np.int64)[kept]
    return _Spells(
        person=person[kept],
        account=np.where(account >= 0, rank[np.maximum(account, 0)], -1) if len(order) else np.full_like(account, -1),
        company=company,
        names=names.take(array(kept)),
        began=days["started_on"][kept],
        ended=days["ended_on"][kept],
    )


def _days(rows: pa.Table, name: str) -> Wholes:
    return np.asarray(column(rows, name).cast(pa.int32()).fill_null(_NO_DAY).to_numpy(), dtype=np.int64)


def _told(sheet: Sheet, order: Wholes, spells: _Spells, moves: _Moves) -> list[str]:
    total = len(order)
    left = np.bincount(moves.account[moves.left], minlength=total).tolist()
    came = np.bincount(moves.account[~moves.left], minlength=total).tolist()
    newest = moves.take(np.flatnonzero(nth(moves.account) < NEWEST))
    unknown = newest.other < 0
    other = spells.account[np.maximum(newest.other, 0)] if len(spells.account) else newest.other
    ids = column(sheet.accounts, "account_id").take(array(order)).take(array(other, but=unknown | (other < 0)))
    columns = {
        "way": np.where(newest.left, "left", "came").tolist(),
        "person_id": sheet.person_ids.take(array(newest.person)).to_pylist(),
        "on": newest.on.astype("datetime64[D]").astype(str).tolist(),
        "company": texts(spells.names.take(array(newest.other, but=unknown))),
        "account_id": texts(ids),
    }
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    ends = np.searchsorted(newest.account, np.arange(total + 1)).tolist()
    return [
        json_plain({"left": left[place], "came": came[place], "newest": rows[ends[place] : ends[place + 1]]})
        for place in range(total)
    ]
