"""Keep accounts and persons as the sources know them now: what the programme does for people hangs on these rows."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
from django.db import transaction

from goodword.programme.bulk import Values, upsert_rows
from goodword.programme.people.models import Account, Person

ROWS_AT_ONCE = 20_000

_ACCOUNT_TEXTS = ("account_id", "name", "industry", "segment", "country", "region", "plan", "status", "currency")
_ACCOUNT = (*_ACCOUNT_TEXTS, "owner_email", "employees", "arr", "started_on")
_PERSON = (
    *("person_id", "name", "email", "title", "influence", "language", "account", "person_keys", "emails", "pays"),
    *("left_on", "opted_out_on"),
)
_TEXTS = {*_ACCOUNT_TEXTS, *_PERSON[:6], "owner_email"}
_LISTS = {"person_keys", "emails"}


def know_people(accounts: pa.Table, persons: pa.Table) -> None:
    """Write what is new or differs; nobody is removed, for asks and acts may hang on them.

    Args:
        accounts: known accounts.
        persons: contract PERSONS; an account that is not among `accounts` is left empty.
    """
    known = set(accounts["account_id"].to_pylist())
    for some in _slices(_rows(accounts, _ACCOUNT)):
        with transaction.atomic():
            upsert_rows(Account, _ACCOUNT, some)
    at = pa.array([value if value in known else None for value in persons["account_id"].to_pylist()], pa.string())
    placed = persons.drop_columns(["account"]).append_column("account", at)
    for some in _slices(_rows(placed, _PERSON)):
        with transaction.atomic():
            upsert_rows(Person, _PERSON, some)


def _rows(table: pa.Table, names: tuple[str, ...]) -> Iterator[Values]:
    for batch in table.select(list(names)).to_batches(max_chunksize=ROWS_AT_ONCE):
        for row in batch.to_pylist():
            yield tuple(_value(name, row[name]) for name in names)


def _value(name: str, value: Any) -> object:  # noqa: ANN401  # whatever the contract's column holds
    if value is None and name in _TEXTS:
        return ""
    return (value or []) if name in _LISTS else value


def _slices(values: Iterable[Values]) -> Iterator[list[Values]]:
    some: list[Values] = []
    for value in values:
        some.append(value)
        if len(some) == ROWS_AT_ONCE:
            yield some
            some = []
    if some:
        yield some
