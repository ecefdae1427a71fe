"""What else an account is called, with whom it is one company, how that is known, and what is wrong with its record."""

from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import Any

import pyarrow as pa

from goodword.programme.advocates.publishing.grouping import Wholes
from goodword.programme.advocates.publishing.sheet import Sheet
from goodword.programme.columns import array, column, json_plain, pc

SHOWN = 12
"""So many names, domains and accounts of one company are told, each."""

type Row = dict[str, Any]


def companies_of_accounts(sheet: Sheet, order: Wholes) -> list[str]:
    """Return what is known of the company of each account, as JSON objects; what says nothing is left out.

    {"known_by", "problem", "also": [account_id], "aliases": [name], "before": [{"name", "until"}],
    "names": [{"name", "known_by", "problem"}], "domains": [{"domain", "known_by"}]}. `known_by` says how it was known
    that the accounts of `also` are the same company; names and domains are those of other records.

    Args:
        sheet: everything about everybody.
        order: where the accounts stand in the sheet, in the order wanted.
    """
    accounts = sheet.accounts.take(array(order)).select(["account_id", "name", "aliases"]).to_pylist()
    meant = {row["account_id"]: row for row in _of(sheet.companies, "account_id")}
    several = _several(meant)
    names, domains = _by_company(sheet.companies, "company_name"), _by_company(sheet.companies, "domain")
    called = {row["account_id"]: row["name"] for row in accounts}
    before = _before(sheet.history, called, sheet.as_of)
    told = []
    for account in accounts:
        row = meant.get(account["account_id"], {})
        company = row.get("company_id")
        also = [one for one in several.get(company, ()) if one != account["account_id"]]
        aliases = [name for name in account["aliases"] or [] if name]
        former = before.get(account["account_id"], [])
        # What says the same again is left out, unless something is wrong with it.
        said = {_plain(name) for name in (account["name"], *aliases, *(one["name"] for one in former))}
        said |= {_plain(called[one]) for one in also if one in called}
        found = {
            "known_by": row.get("known_by") if also else None,
            "problem": row.get("problem"),
            "also": also[:SHOWN],
            "aliases": aliases[:SHOWN],
            "before": former[:SHOWN],
            "names": [one for one in names.get(company, ()) if one.get("problem") or _plain(one["name"]) not in said][
                :SHOWN
            ],
            "domains": domains.get(company, [])[:SHOWN],
        }
        told.append(json_plain({name: value for name, value in found.items() if value}))
    return told


def _of(companies: pa.Table, what: str) -> list[Row]:
    """The rows about accounts, about names or about domains."""
    rows: list[Row] = companies.filter(pc.is_valid(companies[what])).to_pylist()
    return rows


def _several(meant: dict[str, Row]) -> dict[str | None, list[str]]:
    """The accounts of each company that has more than one."""
    found: dict[str | None, list[str]] = defaultdict(list)
    for account, row in sorted(meant.items()):
        found[row["company_id"]].append(account)
    return {company: some for company, some in found.items() if len(some) > 1}


def _by_company(companies: pa.Table, what: str) -> dict[str | None, list[Row]]:
    """Names or domains of the companies that accounts are of; a domain that an account lists is known by that alone."""
    ours = companies.filter(pc.is_valid(companies["account_id"]))["company_id"].combine_chunks()
    rows = companies.filter(pc.and_(pc.is_valid(companies[what]), pc.is_in(companies["company_id"], value_set=ours)))
    if what == "domain":
        rows = rows.filter(pc.not_equal(column(rows, "known_by"), "domain"))
    found: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows.select(["company_id", what, "known_by", "problem"]).to_pylist():
        one = {"name" if what == "company_name" else what: row[what], "known_by": row["known_by"]}
        found[row["company_id"]].append(one | ({"problem": row["problem"]} if row["problem"] else {}))
    return found


def _before(history: pa.Table, names: dict[str, str], as_of: date) -> dict[str, list[Row]]:
    """The names that accounts had before, each with the day on which the next one began, the newest first."""
    said: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for row in history.filter(pc.equal(column(history, "field"), "name")).to_pylist():
        if row["account_id"] in names and row["value"] and row["valid_from"] and row["valid_from"] <= as_of:
            said[row["account_id"]].append((row["valid_from"], row["value"]))
    found: dict[str, list[Row]] = {}
    for account, values in said.items():
        ordered = sorted(set(values))
        rows: list[Row] = [
            {"name": name, "until": later.isoformat()}
            for (_since, name), (later, next_name) in pairwise(ordered)
            if not _alike(name, names[account]) and not _alike(name, next_name)
        ]
        if not _alike(ordered[-1][1], names[account]):
            rows.append({"name": ordered[-1][1], "until": None})
        found[account] = rows[::-1]
    return found


def _alike(one: str | None, other: str | None) -> bool:
    return _plain(one) == _plain(other)


def _plain(name: str | None) -> str:
    return (name or "").strip().casefold()
