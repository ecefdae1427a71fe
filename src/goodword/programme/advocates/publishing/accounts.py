"""Accounts as lists and their pages show them, made from the sheet; those of the likeliest people first."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from goodword.evidence.records.findings import SIGNAL_KINDS
from goodword.programme.advocates.models import KIND_BITS, STATES
from goodword.programme.advocates.publishing.companies import companies_of_accounts
from goodword.programme.advocates.publishing.grouping import Wholes, instants_of_column, nth
from goodword.programme.advocates.publishing.listed import Columns
from goodword.programme.advocates.publishing.moves import moves_by_account
from goodword.programme.advocates.publishing.risks import at_risk, risks_of_accounts
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.advocates.publishing.standing import NEVER
from goodword.programme.advocates.publishing.themes import themes_of_accounts
from goodword.programme.advocates.roster import (
    ACCOUNT_READY,
    ACCOUNT_RISK,
    ACCOUNT_SIGNALS,
    ACCOUNT_SILENT,
    NO_SEGMENT,
    STATUSES,
)
from goodword.programme.columns import array, column, json_lists, json_plain, json_texts, pc, texts
from goodword.programme.people.names import fold

SEGMENTS = 40
"""So many segments can be chosen, those of the most accounts; what a source spells in a thousand ways is no segment."""

SPOKE = 8
"""How many people of an account, those who said something good last, its page can show."""

_REMARKS = ("praise", "win", "complaint", "wish")
_PLAIN = ("account_id", "name", "industry", "segment", "country", "region", "plan", "status", "currency")
_NO_DAY = np.iinfo(np.int32).max


@dataclass(frozen=True, slots=True)
class Accounts:
    """All accounts in the order of their rank.

    Attributes:
        sheet: everything about everybody.
        order: where each stands among the accounts of the sheet.
        at: for each person the rank of their account; -1 where it is not known.
        names: the rank of each by name.
        states: for each how many people stand where, a column a state.
        kinds: for each how many people have a signal of a kind, a column a kind.
        segments: those that can be chosen.
    """

    sheet: Sheet
    order: Wholes
    at: Wholes
    names: Wholes
    states: Wholes
    kinds: Wholes
    segments: list[str]

    @property
    def table(self) -> pa.Table:
        """Known accounts in the order of their rank."""
        return self.sheet.accounts.take(array(self.order))

    def columns(self) -> Columns:
        """The columns of ListedAccount."""
        table, total = self.table, len(self.order)
        domains = column(table, "domains")
        return {
            **{name: texts(column(table, name)) for name in _PLAIN},
            "owner_email": self.sheet.account_owners.take(array(self.order)).to_pylist(),
            "parent_account_id": texts(column(table, "parent_account_id")),
            **{name: table[name].to_pylist() for name in ("employees", "arr")},
            "started_on": column(table, "started_on").cast(pa.string()).to_pylist(),
            "renews_on": self._renews_on().cast(pa.string()).to_pylist(),
            "domains": json_lists(domains, json_texts(pc.list_flatten(domains))).to_pylist(),
            "people": self.states.sum(axis=1).tolist(),
            "rank": range(total),
            "states": [json_plain(dict(zip(STATES, row, strict=True))) for row in self.states.tolist()],
            "kinds": _counted(self.kinds, SIGNAL_KINDS),
            "said": self._said(),
            "themes": lists_by(len(self.order), *themes_of_accounts(self.sheet, self.at)),
            "holds": self._holds(),
            "moves": moves_by_account(self.sheet, self.order),
            "risks": risks_of_accounts(self.sheet, self.order),
            "company": companies_of_accounts(self.sheet, self.order),
        }

    def arrays(self) -> dict[str, "npt.NDArray[Any]"]:
        """The arrays of the roster that are about accounts, see roster.py."""
        rank = self.sheet.standing.rank
        by_place = np.argsort(rank)
        known = np.flatnonzero(self.at >= 0)
        speaking = self.states[:, :-1].sum(axis=1)
        with_signals = (self.kinds > 0).any(axis=1)
        people = ACCOUNT_READY * (self.states[:, 0] > 0) + ACCOUNT_SIGNALS * with_signals
        people = people + ACCOUNT_RISK * np.isin(self.order, at_risk(self.sheet))
        return {
            "account": self.at[by_place],
            "members": rank[known[np.lexsort((rank[known], self.at[known]))]],
            "spoke": self._spoke(),
            "account:status": self._number_of("status", STATUSES, 0),
            "account:segment": self._number_of("segment", self.segments, NO_SEGMENT),
            "account:people": people + ACCOUNT_SILENT * (speaking == 0),
            "account:name": np.argsort(self.names),
            "account:arr": np.lexsort((self.names, -self._arr())),
            "account:renews": np.lexsort((self.names, *self._days_to_renewal())),
        }

    def _number_of(self, name: str, words: "list[str] | tuple[str, ...]", otherwise: int) -> Wholes:
        number = pc.index_in(column(self.table, name), value_set=pa.array(words, pa.string()), skip_nulls=True)
        return np.asarray(number.fill_null(otherwise).to_numpy(zero_copy_only=False), dtype=np.int64)

    def _arr(self) -> "npt.NDArray[np.float64]":
        """Revenue; less than any where it is not known."""
        told = np.asarray(column(self.table, "arr").to_numpy(zero_copy_only=False), dtype=np.float64)
        return np.nan_to_num(told, nan=-np.inf)

    def _renews_on(self) -> Any:  # noqa: ANN401  # an Arrow array
        return self.sheet.renews_on.take(array(self.order))

    def _days_to_renewal(self) -> tuple[Wholes, Wholes]:
        """What to sort by, the last first: what is ahead before what is past, then the day."""
        days = np.asarray(self._renews_on().cast(pa.int32()).fill_null(_NO_DAY).to_numpy(zero_copy_only=False))
        today = pa.scalar(self.sheet.as_of).cast(pa.int32()).as_py()
        return days.astype(np.int64), np.where(days == _NO_DAY, 2, days < today).astype(np.int64)

    def _spoke(self) -> Wholes:
        """Places of those who said something good, the newest words of each account first."""
        sheet = self.sheet
        remark, piece = sheet.words.remark, sheet.words.piece
        text = sheet.evidence.text_places.take(array(piece, but=piece < 0))
        said = pc.coalesce(
            column(sheet.remarks.table, "at").take(array(remark, but=remark < 0)), sheet.texts.values("at", text)
        )
        at = instants_of_column(pa.table({"at": said}), "at")
        some = np.flatnonzero((self.at >= 0) & ((remark >= 0) | (piece >= 0)))
        newest = np.where(at[some] == NEVER, np.inf, -at[some].astype(np.float64))
        some = some[np.lexsort((sheet.standing.rank[some], newest, self.at[some]))]
        return sheet.standing.rank[some[nth(self.at[some]) < SPOKE]]

    def _said(self) -> list[str]:
        remarks = self.sheet.remarks
        kind = pc.index_in(column(remarks.table, "kind"), value_set=pa.array(_REMARKS, pa.string())).fill_null(-1)
        number = np.asarray(kind.to_numpy(zero_copy_only=False), dtype=np.int64)
        counted = np.zeros((len(self.order), len(_REMARKS)), dtype=np.int64)
        whose = self.at[remarks.person]
        some = (whose >= 0) & (number >= 0)
        np.add.at(counted, (whose[some], number[some]), 1)
        return _counted(counted, _REMARKS)

    def _holds(self) -> list[str]:
        """By code how many people it holds, with the hold of the likeliest of them."""
        holds = self.sheet.holds
        code = column(holds.table, "code").fill_null("").dictionary_encode()
        some = np.flatnonzero(self.at[holds.person] >= 0)
        person, number = holds.person[some], np.asarray(code.indices.to_numpy(), dtype=np.int64)[some]
        account, rank = self.at[person], self.sheet.standing.rank[person]
        in_order = np.lexsort((some, rank, number, account))
        group = (account * max(len(code.dictionary), 1) + number)[in_order]
        _, first, of = np.unique(group, return_index=True, return_inverse=True)
        # Rows of one person stand together in a group, so a person begins where the one before is another.
        begins = np.diff(group * (len(self.at) + 1) + person[in_order], prepend=-1) != 0
        people = np.bincount(of, weights=begins, minlength=len(first)).astype(np.int64)
        chosen = some[in_order[first]]
        rows = {
            "code": code.dictionary.take(array(number[in_order[first]])).to_pylist(),
            "people": people.tolist(),
            "person_id": self.sheet.person_ids.take(array(holds.person[chosen])).to_pylist(),
            "hold_id": column(holds.table, "hold_id").take(array(chosen)).to_pylist(),
        }
        told = [dict(zip(rows, values, strict=True)) for values in zip(*rows.values(), strict=True)]
        return lists_by(len(self.order), account[in_order[first]].tolist(), told)


def accounts_of(sheet: Sheet) -> Accounts:
    """Put accounts in order and count their people."""
    total = sheet.accounts.num_rows
    at = np.asarray(sheet.at_account.fill_null(-1).to_numpy(zero_copy_only=False), dtype=np.int64)
    known = at >= 0
    first = np.full(total, sheet.persons.num_rows, dtype=np.int64)
    np.minimum.at(first, at[known], sheet.standing.rank[known])
    names = np.array([fold(name) for name in texts(column(sheet.accounts, "name"))], dtype=np.str_)
    order = np.lexsort((names, first))
    rank = np.empty(total, dtype=np.int64)
    rank[order] = np.arange(total)
    at = np.where(known, rank[np.maximum(at, 0)], -1) if total else np.full_like(at, -1)
    return Accounts(
        sheet=sheet,
        order=order,
        at=at,
        names=np.argsort(np.argsort(names[order], kind="stable")),
        states=_matrix(at[known], sheet.standing.state[known], total, len(STATES)),
        kinds=np.stack([_holders(sheet, at, bit, total) for bit in KIND_BITS.values()], axis=1),
        segments=segments_of(sheet),
    )


def segments_of(sheet: Sheet) -> list[str]:
    """The segments that can be chosen, by name."""
    counted = column(sheet.accounts, "segment").value_counts().to_pylist()
    named = [(-one["counts"], one["values"]) for one in counted if one["values"]]
    return sorted(name for _count, name in sorted(named)[:SEGMENTS])


def lists_by(total: int, accounts: list[int], rows: list[dict[str, Any]]) -> list[str]:
    """The rows of each account as a JSON list."""
    found: dict[int, list[dict[str, Any]]] = {}
    for account, row in zip(accounts, rows, strict=True):
        found.setdefault(account, []).append(row)
    return [json_plain(found[place]) if place in found else "[]" for place in range(total)]


def _matrix(rows: Wholes, columns: Wholes, height: int, width: int) -> Wholes:
    return np.bincount(rows * width + columns, minlength=height * width).reshape(height, width)


def _holders(sheet: Sheet, at: Wholes, bit: int, total: int) -> Wholes:
    return np.bincount(at[(at >= 0) & ((sheet.standing.kinds & bit) > 0)], minlength=total)


def _counted(counts: Wholes, names: "tuple[str, ...]") -> list[str]:
    """Counts by name as JSON, those that are not nought."""
    return [
        json_plain({name: count for name, count in zip(names, row, strict=True) if count}) for row in counts.tolist()
    ]
