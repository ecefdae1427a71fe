"""Keep accounts and persons as the sources know them now: what the programme does for people hangs on these rows."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa
from django.db import transaction

from goodword.programme.bulk import upsert_columns
from goodword.programme.columns import column, json_lists, json_texts, pc, texts
from goodword.programme.people.actions.settle_opt_outs import settle_opt_outs
from goodword.programme.people.models import Account, Person

type Columns = dict[str, Sequence[Any]]

ROWS_AT_ONCE = 5_000

_ACCOUNT_TEXTS = ("account_id", "name", "industry", "segment", "country", "region", "plan", "status", "currency")
_PERSON_TEXTS = ("person_id", "name", "email", "title", "influence", "language", "timezone")


def know_people(accounts: pa.Table, persons: pa.Table, *, since: datetime | None = None) -> None:
    """Write what is new or differs; nobody is removed, for asks and acts may hang on them.

    What people said to us themselves since the tables were made holds in the same step: no reader, and no restart after
    a kill, sees them without it.

    Args:
        accounts: known accounts.
        persons: contract PERSONS; an account that is not among `accounts` is left empty.
        since: when whoever made the tables looked up what people had said; empty where nobody can have said more.
    """
    for some in _slices(accounts):
        with transaction.atomic():
            upsert_columns(Account, _accounts(some))
    known = column(accounts, "account_id")
    for some in _slices(persons):
        with transaction.atomic():
            upsert_columns(Person, _persons(some, known))
            if since is not None:
                settle_opt_outs(since=since)


def _slices(table: pa.Table) -> Iterator[pa.Table]:
    for low in range(0, table.num_rows, ROWS_AT_ONCE):
        yield table.slice(low, ROWS_AT_ONCE).combine_chunks()


def _accounts(rows: pa.Table) -> Columns:
    return {
        **{name: texts(column(rows, name)) for name in _ACCOUNT_TEXTS},
        "owner_email": texts(pc.utf8_lower(pc.utf8_trim_whitespace(column(rows, "owner_email")))),
        **{name: rows[name].to_pylist() for name in ("employees", "arr")},
        "started_on": column(rows, "started_on").cast(pa.string()).to_pylist(),
    }


def _persons(rows: pa.Table, known: "pa.Array[Any]") -> Columns:
    account = column(rows, "account_id")
    is_known = pc.is_in(account, value_set=known, skip_nulls=True)
    lists = {name: column(rows, name) for name in ("person_keys", "emails")}
    return {
        **{name: texts(column(rows, name)) for name in _PERSON_TEXTS},
        "account": pc.if_else(is_known, account, pa.scalar(None, pa.string())).to_pylist(),
        **{name: json_lists(one, json_texts(pc.list_flatten(one))).to_pylist() for name, one in lists.items()},
        "pays": rows["pays"].to_pylist(),
        **{name: column(rows, name).cast(pa.string()).to_pylist() for name in ("left_on", "opted_out_on")},
    }
