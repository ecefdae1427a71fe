"""Whole columns reach the database as what they are, however many rows go into one statement."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from goodword.programme.advocates.models import Generation, Portfolio, Signal
from goodword.programme.bulk import ROWS_A_STATEMENT, insert_columns, room_for_many, upsert_columns
from goodword.programme.people.models import Account

pytestmark = pytest.mark.django_db


def generation() -> Generation:
    return Generation.objects.create(number=1, as_of=date(2026, 11, 19), fingerprint="x", started_at=datetime.now(UTC))


@pytest.mark.parametrize("rows", [0, 1, ROWS_A_STATEMENT - 1, ROWS_A_STATEMENT, 3 * ROWS_A_STATEMENT + 2])
def test_every_row_arrives_once_and_in_order(rows: int) -> None:
    generation()
    owners = [f"owner {number:03d}" for number in range(rows)]
    counts = ['{"words":"“ø” \\\\ \\n"}'] * rows
    insert_columns(
        Portfolio, {"generation": [1] * rows, "owner_email": owners, "number": range(rows), "counts": counts}
    )
    found = list(Portfolio.objects.order_by("id").values_list("owner_email", "number"))
    assert found == list(zip(owners, range(rows), strict=True))
    assert all(portfolio.counts == {"words": "“ø” \\ \n"} for portfolio in Portfolio.objects.all())


def test_instants_are_those_of_utc() -> None:
    generation()
    columns = {"generation": 1, "person_id": "p", "signal_id": "s", "kind": "win", "rule": "win", "rule_version": 1}
    at = "2026-11-18 09:30:00.250000+00:00"
    rest = {"account_id": "", "strength": 0.5, "approximate": False, "evidence": "[]", "observed_at": at}
    insert_columns(Signal, {name: [value] for name, value in {**columns, **rest}.items()})
    assert Signal.objects.get().observed_at == datetime(2026, 11, 18, 9, 30, 0, 250_000, tzinfo=UTC)


def test_rows_that_are_there_are_updated_and_those_that_are_the_same_are_not_written() -> None:
    def keep(name: str) -> None:
        rest = ("industry", "segment", "country", "region", "plan", "status", "currency", "owner_email")
        upsert_columns(
            Account, {"account_id": ["a", "b"], "name": [name, "Same"], **{field: ["", ""] for field in rest}}
        )

    keep("Old")
    keep("New")
    assert dict(Account.objects.values_list("account_id", "name")) == {"a": "New", "b": "Same"}


def test_columns_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        insert_columns(Portfolio, {"generation": [1, 1], "owner_email": ["a"]})


def test_the_database_still_checks_every_row() -> None:
    generation()
    same: dict[str, list[object]] = {
        "generation": [1, 1],
        "owner_email": ["a", "a"],
        "number": [0, 1],
        "counts": ["{}", "{}"],
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_columns(Portfolio, same)


def test_room_for_many_is_given_back() -> None:
    def told() -> list[int]:
        with connection.cursor() as cursor:
            names = ("cache_size", "wal_autocheckpoint")
            return [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in names]

    before = told()
    with room_for_many():
        assert told()[0] < before[0]
    assert told() == before
