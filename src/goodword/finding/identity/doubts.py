"""Which loaded rows cannot be right or do not count as they stand, row by row: the rows themselves are kept."""

from collections.abc import Iterable, Iterator
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from goodword.evidence.records.doubts import DOUBT_KINDS, DOUBTS, LONGEST_NAME, MOST_ADDRESSES, NAMES, doubts_of_name
from goodword.finding.identity.keys import FUNCTION_MAILBOXES, MOST_KEYS_OF_ONE_ADDRESS

MODEL_VERSION = "doubts-1"
"""Raised whenever the same rows give other doubts."""

_CIRCLE_SHOWN = 8

type Row = dict[str, Any]
type Doubt = tuple[str, str, str, str]
"""Kind, table, record_id, value."""


def shared_mailboxes(people: ir.Table) -> ir.Table:
    """Rows of people with an address that joins nobody, for too many share it: record_id, address, holders.

    Args:
        people: known people.
    """
    kept = {name: people[name] for name in ("source", "person_key", "record_id")}
    said = ibis.union(
        people.select(**kept, email=people["email"]), people.select(**kept, email=people["emails"].unnest())
    )
    said = said.mutate(address=said["email"].strip().lower()).drop("email")
    said = said.filter(said["address"].notnull(), said["address"] != "").distinct()
    counted = said.group_by("address").agg(holders=said.count())
    function = counted["address"].split("@")[0].isin(sorted(FUNCTION_MAILBOXES))
    shared = counted.filter(counted["holders"] > ibis.ifelse(function, 1, MOST_KEYS_OF_ONE_ADDRESS))
    return said.inner_join(shared, "address").select("record_id", "address", "holders")


def odd_people(people: ir.Table) -> ir.Table:
    """Rows of people worth a closer look: a name that is not plain letters, or many addresses.

    Args:
        people: known people.

    Returns:
        record_id, full_name, given_name, family_name, addresses (how many stand in `emails`).
    """
    rows = people.select(
        "record_id", "full_name", "given_name", "family_name", addresses=people["emails"].length().coalesce(0)
    )
    odd = rows["addresses"] > MOST_ADDRESSES
    for name in NAMES:
        cell = rows[name].coalesce("a")
        odd |= cell.re_search("[^ -~]") | ~cell.re_search("[A-Za-z]") | (cell.length() > LONGEST_NAME)
    return rows.filter(odd)


def doubts(companies: pa.Table, spells: pa.Table, parents: pa.Table, shared: pa.Table, odd: pa.Table) -> pa.Table:
    """Say which rows are doubted, and why.

    Args:
        companies: contract COMPANIES.
        spells: contract SPELLS.
        parents: account_id and parent_account_id of every account.
        shared: rows of `shared_mailboxes`.
        odd: rows of `odd_people`.

    Returns:
        contract DOUBTS, in the order of DOUBT_KINDS, then by table, record and value.
    """
    ambiguous = _marked(companies, "company_name")
    found = set(_of_spells(spells, set(ambiguous)))
    found.update(_of_accounts(_marked(companies, "account_id"), parents))
    found.update(
        ("shared_mailbox", "people", row["record_id"], f"{row['address']} ({row['holders']})")
        for row in shared.to_pylist()
    )
    for row in odd.to_pylist():
        found.update((kind, "people", row["record_id"], value) for kind, value in _of_person(row))
    order = {kind: place for place, kind in enumerate(DOUBT_KINDS)}
    rows = sorted(found, key=lambda one: (order[one[0]], *one[1:]))
    columns = list(zip(*rows, strict=True)) or [()] * len(DOUBTS.names)
    return pa.table(dict(zip(DOUBTS.names, map(list, columns), strict=True)), schema=DOUBTS.arrow())


def _of_person(row: Row) -> Iterator[tuple[str, str]]:
    for name in NAMES:
        yield from doubts_of_name(row[name])
    if row["addresses"] > MOST_ADDRESSES:
        yield "many_addresses", str(row["addresses"])


def _marked(companies: pa.Table, column: str) -> dict[str, str]:
    """Accounts or names with a problem, and which."""
    rows = companies.filter(pc.and_(pc.is_valid(companies["problem"]), pc.is_valid(companies[column])))
    return {str(row[column]): str(row["problem"]) for row in rows.select([column, "problem"]).to_pylist()}


def _of_spells(spells: pa.Table, ambiguous: set[str]) -> Iterator[Doubt]:
    stated = spells.filter(spells["stated"])
    named = pc.is_in(stated["company_name"], value_set=pa.array(sorted(ambiguous), pa.string()))
    wrong = pc.greater(pc.list_value_length(stated["problems"]), pa.scalar(0))
    for row in stated.filter(pc.or_(wrong, pc.and_(named, pc.is_null(stated["account_id"])))).to_pylist():
        kinds = list(row["problems"] or [])
        if row["account_id"] is None and row["company_name"] in ambiguous:
            kinds.append("ambiguous_name")
        for kind in kinds:
            yield kind, row["table"], row["record_id"], _value(kind, row)


def _value(kind: str, row: Row) -> str:
    if kind == "unknown_account":
        return str(row["account_id"])
    if kind in {"no_company", "ambiguous_name"}:
        return str(row["company_name"] or "")
    if kind == "reversed_dates":  # its spell keeps them as the bounds they are
        return f"{row['started_not_after']} – {row['started_not_before']}"
    return f"{row['company_name'] or row['account_id']}, {row['started_on']} – {row['ended_on'] or ''}".rstrip()


def _of_accounts(problems: dict[str, str], parents: pa.Table) -> Iterator[Doubt]:
    rows = zip(parents["account_id"].to_pylist(), parents["parent_account_id"].to_pylist(), strict=True)
    named: dict[str, str] = {}
    for account, parent in sorted((str(a), str(p)) for a, p in rows if a and p):
        named.setdefault(account, parent)
    for account, kind in problems.items():
        yield kind, "accounts", account, " → ".join(_path(account, named))


def _path(account: str, named: dict[str, str]) -> Iterable[str]:
    """From an account through its owners back to itself; a long way round is cut."""
    path, at = [account], named[account]
    while at != account and len(path) < _CIRCLE_SHOWN:
        path.append(at)
        at = named[at]
    return [*path, account] if at == account else [*path, "…"]
