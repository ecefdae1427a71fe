"""From rows as sources write them to columns that can be compared."""

from collections.abc import Callable, Iterable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from goodword.finding.identity.keys import FUNCTION_MAILBOXES, MOST_KEYS_OF_ONE_ADDRESS
from goodword.finding.identity.linkage.blocking import with_keys
from goodword.finding.identity.linkage.spelling import (
    company,
    handle,
    local_and_domain,
    name_parts,
    number,
    plain,
    title,
)

MOST_AT_ONE_NUMBER = 5
"""A number that more people have is a switchboard's."""

_START_OF_FAMILY_NAME, _START_OF_GIVEN_NAME = 4, 2
_ROWS_AT_ONCE = 50_000
_TELLING_LOCAL_PART = 3  # shorter ones name hardly anybody


def comparable(linkable: pa.Table, free_mail: Iterable[str] = ()) -> pa.Table:
    """Bring rows into the shape that is compared.

    Addresses of functions, and addresses or numbers that many people share, tell nobody apart and become empty.

    Args:
        linkable: contract LINKABLE; order and repetition do not matter.
        free_mail: domains at which anybody may have an address; they are nobody's employer.

    Returns:
        one row for each different description that says anything, sorted: `person_id` names whom it describes, then
        the compared columns, then `row`, which counts them, then the keys of `blocking`. A text that is not known is
        null; only `handle` may be empty, where an address says nothing beyond the name. Days are whole numbers: one
        that lies a day later is greater by one.
    """
    rows = _distinct(linkable, frozenset(free_mail))
    rows = _without_shared(rows, "mail", MOST_KEYS_OF_ONE_ADDRESS, also=("local", "handle"))
    rows = _without_shared(rows, "phone", MOST_AT_ONE_NUMBER)
    return with_keys(rows.append_column("row", pa.array(range(rows.num_rows), pa.int64())))


def _distinct(linkable: pa.Table, free_mail: frozenset[str]) -> pa.Table:
    # A part at a time: a million rows as Python's texts all at once would take gigabytes.
    starts = range(0, max(linkable.num_rows, 1), _ROWS_AT_ONCE)
    parts = [_described(linkable.slice(start, _ROWS_AT_ONCE).to_pydict(), free_mail) for start in starts]
    described = pa.concat_tables(parts).combine_chunks()
    says = pc.or_(pc.is_valid(described["whole"]), pc.is_valid(described["mail"]))
    distinct = described.filter(says).group_by(described.column_names).aggregate([])
    return distinct.sort_by([(name, "ascending") for name in described.column_names])


def _described(rows: dict[str, list[Any]], free_mail: frozenset[str]) -> pa.Table:
    columns = {"person_id": rows["person_id"]} | _columns(rows, free_mail)
    texts = {name: pa.array(values, pa.string()) for name, values in columns.items()}
    there = [seen or came for seen, came in zip(rows["there_by"], rows["came_on"], strict=True)]
    days = {"came_day": rows["came_on"], "there_day": there, "left_day": rows["left_on"]}
    return pa.table(texts | {name: pa.array(values, pa.date32()).cast(pa.int32()) for name, values in days.items()})


def _columns(rows: dict[str, list[Any]], free_mail: frozenset[str]) -> dict[str, list[str | None]]:
    names = [name_parts(*each) for each in zip(rows["given_name"], rows["family_name"], rows["full_name"], strict=True)]
    mails = [local_and_domain(text or "") for text in rows["email"]]
    companies = _each(company, rows["company"])
    domains = [domain if domain and domain not in free_mail else None for _local, domain in mails]
    accounts = [text or None for text in rows["account_id"]]
    return {
        "whole": [whole or None for _given, _family, whole in names],
        "given": [given or None for given, _family, _whole in names],
        "family": [family or None for _given, family, _whole in names],
        "given_start": [given[:_START_OF_GIVEN_NAME] or None for given, _family, _whole in names],
        "family_start": [family[:_START_OF_FAMILY_NAME] or None for _given, family, _whole in names],
        "mail": [f"{local}@{domain}" if _is_personal(local) and domain else None for local, domain in mails],
        "local": [local if _is_telling(local) and domain else None for local, domain in mails],
        "handle": [
            handle(local, given, family) if _is_telling(local) and domain else None
            for (local, domain), (given, family, _whole) in zip(mails, names, strict=True)
        ],
        "domain": domains,
        "phone": _each(number, rows["phone"]),
        "account": accounts,
        "company": companies,
        "employer": [first or second for first, second in zip(accounts, companies, strict=True)],
        "place": [first or second for first, second in zip(accounts, domains, strict=True)],
        "title": _each(title, rows["title"]),
        "language": [(text or "").lower().partition("-")[0] or None for text in rows["language"]],
        "born_on": [day.isoformat() if day else None for day in rows["born_on"]],
        "city": _each(lambda text: plain(text or ""), rows["city"]),
    }


def _each(rule: Callable[[str | None], str], values: list[str | None]) -> list[str | None]:
    return [rule(value) or None for value in values]


def _is_personal(local: str) -> bool:
    return bool(local) and local not in FUNCTION_MAILBOXES


def _is_telling(local: str) -> bool:
    return len(local) >= _TELLING_LOCAL_PART and local not in FUNCTION_MAILBOXES


def _without_shared(rows: pa.Table, column: str, most: int, also: tuple[str, ...] = ()) -> pa.Table:
    """Empty a column, and those that go with it, where more than `most` people have the same value."""
    holders = rows.select(["person_id", column]).group_by(column).aggregate([("person_id", "count_distinct")])
    shared = holders.filter(pc.greater(holders["person_id_count_distinct"], pa.scalar(most)))[column].drop_null()
    is_shared = pc.is_in(rows[column], value_set=shared.combine_chunks())
    for name in (column, *also):
        emptied = pc.if_else(is_shared, pa.scalar(None, pa.string()), rows[name])
        rows = rows.set_column(rows.column_names.index(name), name, emptied)
    return rows
