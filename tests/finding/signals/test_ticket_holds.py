from datetime import UTC, date, datetime
from typing import Any

import pytest

from goodword.kit.clock import end_of
from tests.finding.signals.facts import AS_OF, ago, find, person

type Row = dict[str, Any]


def ticket(priority: str, at: datetime, **more: object) -> Row:
    usual = {"interaction_id": "48240", "channel": "ticket", "person_id": "ada", "account_id": "acme", "status": "open"}
    return {**usual, "priority": priority, "at": at, **more}


def held(code: str, row: Row, day: date | None = None, **facts: list[Row]) -> list[Row]:
    return find(code, {"interactions": [row], **facts}, as_of=AS_OF if day is None else end_of(day))


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).replace(tzinfo=None)


def test_an_open_urgent_ticket_holds_the_whole_account() -> None:
    (row,) = held("urgent_ticket", ticket("urgent", ago(3)))
    assert (row["person_id"], row["account_id"], row["until"]) == (None, "acme", None)
    assert (row["evidence_table"], row["evidence_id"]) == ("interactions", "48240")


def test_an_open_high_ticket_holds_the_person() -> None:
    (row,) = held("high_ticket", ticket("high", ago(3)))
    assert (row["person_id"], row["until"]) == ("ada", None)
    assert not held("high_ticket", ticket("high", ago(3), person_id=None))


@pytest.mark.parametrize("code", ["urgent_ticket", "high_ticket"])
def test_other_priorities_channels_and_days_hold_nobody(code: str) -> None:
    usual = ticket(code.removesuffix("_ticket"), ago(3))
    assert held(code, usual)
    for missed in ({"priority": "normal"}, {"priority": None}, {"channel": "email"}, {"at": AS_OF}):
        assert not held(code, {**usual, **missed})


@pytest.mark.parametrize(
    ("resolved", "until"),
    [
        ("2026-11-16 09:00", date(2026, 11, 23)),  # a Monday
        ("2026-11-13 23:59", date(2026, 11, 20)),  # a Friday
        ("2026-11-14 12:00", date(2026, 11, 20)),  # a Saturday
        ("2026-11-15 00:00", date(2026, 11, 20)),  # a Sunday
    ],
)
def test_an_urgent_ticket_holds_until_the_fifth_working_day_after_it_was_resolved(resolved: str, until: date) -> None:
    row = ticket("urgent", ago(30), status="resolved", resolved_at=instant(resolved))
    last = until.replace(day=until.day - 1)
    assert [one["until"] for one in held("urgent_ticket", row, last)] == [until]
    assert not held("urgent_ticket", row, until)
    assert not held("high_ticket", {**row, "priority": "high"}, last)


def test_a_ticket_resolved_later_was_open_on_the_day() -> None:
    row = ticket("urgent", ago(30), status="closed", resolved_at=AS_OF)
    assert [one["until"] for one in held("urgent_ticket", row)] == [None]
    assert held("high_ticket", {**row, "priority": "high"})


def test_a_reopened_ticket_is_open() -> None:
    row = ticket("urgent", ago(90), status="pending", resolved_at=ago(60))
    assert [one["until"] for one in held("urgent_ticket", row)] == [None]
    assert held("high_ticket", {**row, "priority": "high"})


def test_a_ticket_closed_on_a_day_not_known_is_closed() -> None:
    assert not held("urgent_ticket", ticket("urgent", ago(1), status="resolved"))
    assert not held("high_ticket", ticket("high", ago(1), status="closed"))


@pytest.mark.parametrize("priority", ["urgent", "high"])
def test_a_ticket_that_says_nothing_counts_as_open_for_thirty_days(priority: str) -> None:
    assert held(f"{priority}_ticket", ticket(priority, ago(30), status=None))
    assert not held(f"{priority}_ticket", ticket(priority, ago(30.001), status=None))


def test_a_ticket_without_account_holds_that_of_its_person() -> None:
    row = ticket("urgent", ago(3), account_id=None)
    assert [one["account_id"] for one in held("urgent_ticket", row, persons=[person("ada", "orbit")])] == ["orbit"]
    assert not held("urgent_ticket", row)
