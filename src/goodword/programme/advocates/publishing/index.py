"""What lists and searches look up, made from the sheet: roster, portfolios, accounts, and the words of each field."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from django.db import models

from goodword.evidence.records.advocacy import ACT_KINDS
from goodword.programme.advocates.models import ListedAccount, Portfolio, RosterPart, SearchBlock
from goodword.programme.advocates.publishing.accounts import accounts_of
from goodword.programme.advocates.publishing.counts import portfolios
from goodword.programme.advocates.publishing.listed import companies
from goodword.programme.advocates.publishing.rows import Columns
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.advocates.publishing.standing import numbers_of
from goodword.programme.advocates.publishing.themes import mentions_of
from goodword.programme.advocates.roster import ARRAYS, act_array, parts_of
from goodword.programme.advocates.search.building import as_literals, as_words, blocks
from goodword.programme.columns import Array, array, column, json_plain, pc

ROWS_AT_ONCE = 64
"""So many stretches and blocks are written in one transaction: some megabytes."""
SMALL_ROWS_AT_ONCE = 10_000

type Whole = npt.NDArray[np.int64]
type Written = tuple[type[models.Model], Columns]


def index(sheet: Sheet) -> Iterator[Written]:
    """Yield the columns to write, some megabytes at a time, by table."""
    owners, numbers, told = portfolios(sheet)
    yield from _cut(
        Portfolio,
        {"owner_email": owners, "number": range(len(owners)), "counts": [json_plain(one) for one in told]},
        sheet,
        SMALL_ROWS_AT_ONCE,
    )
    accounts = accounts_of(sheet)
    for name, values in (_arrays(sheet, numbers) | accounts.arrays() | mentions_of(sheet)).items():
        parts = list(parts_of(values, ARRAYS[name]))
        columns = {"name": [name] * len(parts), "place": range(len(parts)), "content": parts}
        yield from _cut(RosterPart, columns, sheet, ROWS_AT_ONCE)
    yield from _cut(ListedAccount, accounts.columns(), sheet, SMALL_ROWS_AT_ONCE)
    for field, places, values in (*_fields_of_people(sheet), *_fields_of_accounts(accounts.table)):
        found = list(blocks(places.astype(np.int32), values))
        columns = {name: [getattr(block, name) for block in found] for name in _BLOCK}
        whole = {"field": [field] * len(found), "place": range(len(found)), **columns}
        yield from _cut(SearchBlock, whole, sheet, ROWS_AT_ONCE)


_BLOCK = ("first_word", "words", "ends", "postings")


def _cut(model: type[models.Model], columns: dict[str, Any], sheet: Sheet, rows: int) -> Iterator[Written]:
    total = len(next(iter(columns.values())))
    for low in range(0, total, rows):
        some = {name: list(values[low : low + rows]) for name, values in columns.items()}
        yield model, {"generation": [sheet.generation] * min(rows, total - low), **some}


def _arrays(sheet: Sheet, owner: Whole) -> dict[str, "npt.NDArray[Any]"]:
    standing = sheet.standing
    at = np.argsort(standing.rank)
    arrays: dict[str, npt.NDArray[Any]] = {
        "kinds": standing.kinds[at],
        "owner": owner[at],
        "name": standing.rank[np.argsort(standing.name_rank)],
        "fresh": standing.rank[np.argsort(standing.fresh_rank)],
    }
    kind = numbers_of(sheet.likelihoods, "act_kind", ACT_KINDS)
    for number, name in enumerate(ACT_KINDS):
        rows = np.flatnonzero(kind == number)
        in_order = rows[np.argsort(standing.act_rank[rows])]
        arrays[act_array(name)] = standing.rank[sheet.likelihoods.person[in_order]]
    return arrays


def _fields_of_people(sheet: Sheet) -> Iterator[tuple[str, Whole, Array]]:
    rank, people = sheet.standing.rank, sheet.persons.num_rows
    yield "person.name", rank, as_words(column(sheet.persons, "name"))
    yield "person.account", rank, as_words(companies(sheet, 0, people))
    yield "person.title", rank, as_words(column(sheet.persons, "title"))
    yield "person.words", rank, as_words(_said(sheet))
    keys, whose = _flat(column(sheet.persons, "person_keys"))
    private = pc.match_substring(keys, "@")
    mails, addressed = _flat(column(sheet.persons, "emails"))
    own = column(sheet.persons, "email")
    contacts = pa.chunked_array([mails, keys.filter(private), own]).combine_chunks()
    hidden = private.to_numpy(zero_copy_only=False)
    yield "person.email", np.concatenate([rank[addressed], rank[whose[hidden]], rank]), as_literals(contacts)
    open_keys = pa.chunked_array([keys.filter(pc.invert(private)), sheet.person_ids]).combine_chunks()
    yield "person.key", np.concatenate([rank[whose[~hidden]], rank]), as_literals(open_keys)


def _said(sheet: Sheet) -> Array:
    """The newest good words of each person."""
    remark, piece = sheet.words.remark, sheet.words.piece
    told = column(sheet.remarks.table, "quote").take(array(remark, but=remark < 0))
    return pc.coalesce(told, pc.struct_field(sheet.evidence.pieces, "quote").take(array(piece, but=piece < 0)))


def _flat(lists: Array) -> tuple[Array, Whole]:
    """The texts of lists, and in which list each stands."""
    values = pc.list_flatten(lists).cast(pa.string())
    known = values.is_valid()
    parents = pc.list_parent_indices(lists).filter(known)
    return values.filter(known), parents.to_numpy(zero_copy_only=False)


def _fields_of_accounts(table: pa.Table) -> Iterator[tuple[str, Whole, Array]]:
    place = np.arange(table.num_rows)
    yield "account.name", place, as_words(column(table, "name"))
    yield "account.key", place, as_literals(column(table, "account_id"))
    domains, whose = _flat(column(table, "domains"))
    yield "account.email", place[whose], as_literals(domains)
